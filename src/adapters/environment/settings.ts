import { resolve } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import type { Fault } from '../../core/errors.ts';

/** Settings come from the environment. A wrong value stops the start with a sentence that names the variable. */
export type Settings = {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly mongodbUri: string | null;
  /** Origin that links are made from; null means http://HOST:PORT. */
  readonly baseUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly logLevel: string;
  readonly browserPath: string | null;
};

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
/** An address alone, or a name with the address in angle brackets. */
const SENDER = /^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', '::1'];

type Environment = Readonly<Record<string, string | undefined>>;

export const parseSettings = (environment: Environment, workingFolder: string): Settings => {
  const faults: Fault[] = [];
  const given = (name: string): string | null => {
    const value = environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const fault = (name: string, message: string): void => {
    faults.push({ path: '', message: `${name}: ${message}` });
  };

  const host = given('HOST') ?? '127.0.0.1';
  const portText = given('PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(portText) || Number(portText) > 65535) {
    fault('PORT', `'${portText}' is not a port. Give a whole number from 0 to 65535, such as 3000.`);
  }
  const logLevel = given('LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(logLevel))
    fault('LOG_LEVEL', `'${logLevel}' is not a level. Give one of ${LOG_LEVELS.join(', ')}.`);
  const mongodbUri = given('MONGODB_URI');
  if (mongodbUri && !/^mongodb(\+srv)?:\/\//.test(mongodbUri)) {
    fault('MONGODB_URI', 'it must start with mongodb:// or mongodb+srv://.');
  }
  const smtpUrl = given('SMTP_URL');
  if (smtpUrl && !isMailServer(smtpUrl)) {
    fault(
      'SMTP_URL',
      'it must start with smtp:// or smtps:// and name a host, as smtp://mail.example.org:587.',
    );
  }
  const mailFrom = given('MAIL_FROM') ?? 'counterweight@localhost';
  if (!SENDER.test(mailFrom)) {
    fault('MAIL_FROM', `'${mailFrom}' is not an email address. Give one such as decisions@example.org.`);
  }
  const baseUrl = parseBaseUrl(given('BASE_URL'), fault);

  if (faults.length > 0) {
    throw new DomainError('settings-invalid', 'The service cannot start with these settings.', {}, faults);
  }
  return {
    host,
    port: Number(portText),
    dataDir: resolve(workingFolder, given('DATA_DIR') ?? 'data'),
    mongodbUri,
    baseUrl,
    smtpUrl,
    mailFrom,
    logLevel,
    browserPath: given('PUPPETEER_EXECUTABLE_PATH'),
  };
};

/** Its text is never quoted back: it may hold a password. */
const isMailServer = (text: string): boolean =>
  /^smtps?:\/\//.test(text) && URL.canParse(text) && new URL(text).hostname !== '';

const parseBaseUrl = (text: string | null, fault: (name: string, message: string) => void): string | null => {
  if (text === null) return null;
  if (!URL.canParse(text)) {
    fault('BASE_URL', `'${text}' is not an address. Give one such as https://decisions.example.org.`);
    return null;
  }
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    fault('BASE_URL', 'it must start with https://.');
  if (url.protocol === 'http:' && !LOOPBACK.includes(url.hostname)) {
    fault(
      'BASE_URL',
      'plain http is accepted only for this computer itself. Put the service behind https and give the https:// address.',
    );
  }
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    fault('BASE_URL', 'give only the origin, with no path, query or user name.');
  }
  return url.origin;
};
