/**
 * Coverage is of the processes that run the tests: a server or command that a test starts need not write its own
 * account. Where mocha runs files side by side, each of its workers loads this, and the process above them does, too.
 */
if (process.env.MOCHA_WORKER_ID !== undefined) delete process.env.NODE_V8_COVERAGE;
