import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import request from 'supertest';
import type { Response } from 'supertest';
import { loadFontFaceCss } from '../../src/adapters/pdf/fonts.ts';
import { createSimulator } from '../../src/adapters/workers/simulator.ts';
import { createPdfReader } from '../../src/adapters/pdf/reader.ts';
import { renderQrSvg } from '../../src/adapters/qr/qr-svg.ts';
import { createRubricFiles } from '../../src/adapters/rubric-files/rubric-files.ts';
import { loadRubricSchema } from '../../src/adapters/rubric-files/rubric-schema.ts';
import { createSpreadsheetReader } from '../../src/adapters/spreadsheet/reader.ts';
import { createSpreadsheetWriter } from '../../src/adapters/spreadsheet/writer.ts';
import { createTemplateRenderer } from '../../src/adapters/templates/renderer.ts';
import { loadReportCss } from '../../src/adapters/templates/report-css.ts';
import { DomainError } from '../../src/core/errors.ts';
import { createApp } from '../../src/http/app.ts';
import type { Services } from '../../src/http/services.ts';
import { createApiToken } from '../../src/usecases/api-token.ts';
import type { Account } from '../../src/usecases/account.ts';
import type { Mailer, PdfPrinter } from '../../src/usecases/ports.ts';
import { issueSignIn } from '../../src/usecases/sign-in.ts';
import { accountOf, PROJECT_ROOT, withWorld } from './act-world.ts';
import type { ActWorld } from './act-world.ts';
import type { Step } from './record-acts.ts';

const assetsFolder = join(PROJECT_ROOT, '.build', 'assets');
/** Built once: none of it keeps anything of a decision. */
const tools = {
  assetsFolder,
  version: '0.0.0-test',
  templates: createTemplateRenderer({ folder: join(PROJECT_ROOT, 'templates'), assetsFolder }),
  rubricFiles: createRubricFiles(join(PROJECT_ROOT, 'rubrics')),
  rubricSchema: loadRubricSchema(join(PROJECT_ROOT, 'rubrics')),
  pdfReader: createPdfReader(),
  spreadsheets: { reader: createSpreadsheetReader(), writer: createSpreadsheetWriter() },
  simulate: createSimulator(),
  qrSvg: renderQrSvg,
  fontCss: loadFontFaceCss(),
  reportCss: loadReportCss(assetsFolder),
};

/** A machine without a browser: what the service says then is part of its behaviour. */
const noPrinter: PdfPrinter = {
  print: async () => {
    throw new DomainError('renderer-unavailable', 'There is no browser here.');
  },
  state: async () => ({ ready: false, detail: 'There is no browser here.' }),
  close: async () => undefined,
};

export type Mail = Parameters<Mailer['send']>[0];
export type HttpWorld = ActWorld & {
  readonly server: Server;
  readonly baseUrl: string;
  readonly mails: readonly Mail[];
  /** What the service would have logged, a line each. */
  readonly logged: readonly string[];
  readonly session: () => Browser;
  /** Signed in through the page, as a person would be. */
  readonly signedIn: (who: string | Account) => Promise<Browser>;
  readonly api: (who: string) => Promise<ApiClient>;
};
export type HttpOptions = {
  readonly pdf?: PdfPrinter;
  readonly log?: (world: ActWorld) => ActWorld['log'];
  readonly canMail?: boolean;
  /** Where people reach the service: behind a proxy that speaks https for it. */
  readonly origin?: string;
};

/** A browser with cookies, sending what browsers send. */
const openBrowser = (server: Server) => {
  const agent = request.agent(server);
  const browser = {
    get: (path: string) => agent.get(path).set('Accept', 'text/html'),
    /** A form sent from one of our pages: same origin, with the token that the page carries. */
    post: async (path: string, form: object): Promise<Response> => {
      const _csrf = browser.token(await browser.get('/receipt'));
      return agent
        .post(path)
        .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
        .type('form')
        .send({ ..._csrf, ...form });
    },
    token: (page: Response): { _csrf?: string } => {
      const field = /<input[^>]*name="_csrf"[^>]*>/.exec(page.text)?.[0] ?? '';
      const value = /value="([^"]+)"/.exec(field)?.[1];
      return value ? { _csrf: value } : {};
    },
    agent,
  };
  return browser;
};
export type Browser = ReturnType<typeof openBrowser>;

const openApi = (server: Server, token: string) => ({
  token,
  get: (path: string) => request(server).get(path).auth(token, { type: 'bearer' }),
  send: (method: 'post' | 'put' | 'delete', path: string, body?: object, key?: string) => {
    const call = request(server)[method](path).auth(token, { type: 'bearer' });
    if (key) call.set('Idempotency-Key', key);
    return body === undefined ? call : call.send(body);
  },
});
export type ApiClient = ReturnType<typeof openApi>;

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** The real application over the embedded store in a folder of its own, composed as src/main.ts does it. */
export const withHttp = (
  steps: readonly Step[],
  work: (world: HttpWorld) => Promise<void>,
  options: HttpOptions = {},
): Promise<void> =>
  withWorld(steps, async (world) => {
    const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 });
    const local = `http://127.0.0.1:${await listen(server)}`;
    const baseUrl = options.origin ?? local;
    const [mails, logged]: [Mail[], string[]] = [[], []];
    const line = (facts: object, message: string): void =>
      void logged.push(`${message} ${JSON.stringify(facts)}`);
    const services: Services = {
      ...{ ...world, ...tools, baseUrl, secure: baseUrl.startsWith('https:'), reachable: false },
      log: options.log?.(world) ?? world.log,
      pdf: options.pdf ?? noPrinter,
      mailer: { canSend: options.canMail ?? false, send: async (mail) => void mails.push(mail) },
      logger: { info: line, warn: line, error: line },
    };
    server.on('request', createApp(services, 'a secret of the tests, long enough'));
    const signedIn = async (who: string | Account): Promise<Browser> => {
      const account = typeof who === 'string' ? await accountOf(world, who) : who;
      const { token } = await issueSignIn(world, account, null);
      const browser = openBrowser(server);
      await browser.post('/sign-in/link', { secret: token }).then(({ status, text }) => {
        if (status !== 303) throw new Error(`Signing in gave ${status}: ${text}`);
      });
      return browser;
    };
    const api = async (who: string): Promise<ApiClient> => {
      await accountOf(world, who);
      return openApi(
        server,
        (await createApiToken(world, { email: `${who}@example.org`, role: 'auditor' })).token,
      );
    };
    try {
      await work({
        ...world,
        server,
        baseUrl,
        mails,
        logged,
        session: () => openBrowser(server),
        signedIn,
        api,
      });
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
