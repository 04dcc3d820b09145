/** What a person has set for their own server must not reach the tests; where to find MongoDB and a browser may. */
const settings = ['HOST', 'PORT', 'DATA_DIR', 'BASE_URL', 'SMTP_URL', 'MAIL_FROM', 'LOG_LEVEL', 'NODE_ENV'];

export const testEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.includes(name)));
