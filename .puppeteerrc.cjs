// The browser comes inside a package or from the system (see src/adapters/pdf); installing never downloads one.
module.exports = { skipDownload: true };
