/** Coverage is of the tests' own process: a server or command that a test starts need not write its own account. */
delete process.env.NODE_V8_COVERAGE;
