/** The surroundings of this process without any setting of the service: a test says all that it wants itself. */
const SETTINGS = [
  'HOST',
  'PORT',
  'DATA_DIR',
  'MONGODB_URI',
  'BASE_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'LOG_LEVEL',
  'PUPPETEER_EXECUTABLE_PATH',
  'NODE_ENV',
];

export const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.includes(name)));

/** Does the work with these settings and no others, then puts back what was there. */
export const withSettings = async <T>(
  settings: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> => {
  const before = SETTINGS.map((name) => [name, process.env[name]] as const);
  for (const name of SETTINGS) delete process.env[name];
  Object.assign(process.env, settings);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
};
