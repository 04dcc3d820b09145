import { join } from 'node:path';
import { createCaseFiles } from './adapters/case-files/case-files.ts';
import { systemClock, systemRandom } from './adapters/clock/system-clock.ts';
import { localFiles } from './adapters/environment/local-files.ts';
import { findProjectRoot, loadVersion } from './adapters/environment/project-root.ts';
import type { Settings } from './adapters/environment/settings.ts';
import { parseSettings } from './adapters/environment/settings.ts';
import { createLogger } from './adapters/logging/logger.ts';
import { createMailer } from './adapters/mail/mailer.ts';
import { loadFontFaceCss } from './adapters/pdf/fonts.ts';
import { renderQrSvg } from './adapters/qr/qr-svg.ts';
import { createRubricFiles } from './adapters/rubric-files/rubric-files.ts';
import { loadRubricSchema } from './adapters/rubric-files/rubric-schema.ts';
import { createSchemaChecker } from './adapters/schemas/schema-checker.ts';
import { createTemplateRenderer } from './adapters/templates/renderer.ts';
import { loadReportCss } from './adapters/templates/report-css.ts';
import { createSpreadsheetWriter } from './adapters/spreadsheet/writer.ts';
import { createSimulator } from './adapters/workers/simulator.ts';
import { createDecisionLog } from './usecases/decision-log.ts';
import type { PdfReader, SpreadsheetReader, Store } from './usecases/ports.ts';

/** The only file that builds adapters. A front door takes from here what it needs. */
export const loadSettings = (): Settings => parseSettings(process.env, process.cwd());

/** Only the engine in use is loaded. `asServer` holds the data folder; commands open the same store beside a running server. */
export const openStore = async (settings: Settings, asServer: boolean): Promise<Store> => {
  if (!settings.mongodbUri) {
    const { openEmbeddedStore } = await import('./adapters/embedded/embedded-store.ts');
    return openEmbeddedStore({ folder: settings.dataDir, asServer });
  }
  const { openMongoStore } = await import('./adapters/mongo/mongo-store.ts');
  return openMongoStore({ uri: settings.mongodbUri });
};

/** Reading PDFs takes a large package, so it is loaded at the first PDF and not for every command. */
const pdfReader: PdfReader = {
  loadAttachment: async (pdf) => (await loadPdfReader()).loadAttachment(pdf),
  loadPrint: async (pdf) => (await loadPdfReader()).loadPrint(pdf),
};

const loadPdfReader = async (): Promise<PdfReader> =>
  (await import('./adapters/pdf/reader.ts')).createPdfReader();

/** Loaded at the first file that somebody sends; one reader for all, since it lets only so many be read at a time. */
const spreadsheetReader: SpreadsheetReader = {
  load: async (bytes, fileName) => (await loadSpreadsheetReader()).load(bytes, fileName),
};

const loadSpreadsheetReader = once(async () =>
  (await import('./adapters/spreadsheet/reader.ts')).createSpreadsheetReader(),
);

/** What needs no store: schemas, rubric files, templates, the printer. */
export const composeTools = async (settings: Settings) => {
  const { openPdfPrinter } = await import('./adapters/pdf/printer.ts');
  const root = findProjectRoot();
  const assetsFolder = join(root, '.build', 'assets');
  const logger = createLogger(settings.logLevel);
  return {
    version: loadVersion(root),
    assetsFolder,
    logger,
    clock: systemClock,
    random: systemRandom,
    rubricFiles: createRubricFiles(join(root, 'rubrics')),
    rubricSchema: loadRubricSchema(join(root, 'rubrics')),
    schemas: createSchemaChecker(join(root, 'rubrics')),
    templates: createTemplateRenderer({ folder: join(root, 'templates'), assetsFolder }),
    mailer: createMailer(settings.smtpUrl, settings.mailFrom),
    pdf: openPdfPrinter({
      projectRoot: root,
      ...(settings.browserPath ? { executablePath: settings.browserPath } : {}),
      log: (line) => logger.info({}, line),
    }),
    pdfReader,
    spreadsheets: { reader: spreadsheetReader, writer: createSpreadsheetWriter() },
    simulate: createSimulator(),
    qrSvg: renderQrSvg,
    fontCss: loadFontFaceCss(),
    reportCss: loadReportCss(assetsFolder),
  };
};

/** Everything that works on the store. */
export const composeStore = (tools: Awaited<ReturnType<typeof composeTools>>, store: Store) => ({
  ...tools,
  store,
  log: createDecisionLog(store),
});

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Where links point to, and whether another device can follow them. */
export const composeAddress = (settings: Settings, port: number) => {
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const baseUrl = settings.baseUrl ?? `http://${host}:${port}`;
  return {
    baseUrl,
    secure: baseUrl.startsWith('https:'),
    reachable: !LOOPBACK.includes(new URL(baseUrl).hostname),
  };
};

type CommandOutput = { readonly result: (text: string) => void; readonly message: (text: string) => void };

/** What the command line needs. A store is opened only by a command that uses one, beside a running server. */
export const composeCommands = (output: CommandOutput) => {
  const tools = once(() => composeTools(quiet(loadSettings())));
  const rubrics = join(findProjectRoot(), 'rubrics');
  const caseFiles = createCaseFiles({
    rubricFiles: createRubricFiles(rubrics),
    schemas: createSchemaChecker(rubrics),
  });
  return {
    output,
    files: localFiles,
    pdfReader,
    spreadsheetReader,
    caseFiles,
    createSimulator,
    clock: systemClock,
    loadCase: caseFiles.loadCase,
    withPrinter: async <T>(use: (ports: Tools) => Promise<T>): Promise<T> => {
      try {
        return await use(await tools());
      } finally {
        await (await tools()).pdf.close();
      }
    },
    withStore: async <T>(use: (ports: StorePorts) => Promise<T>): Promise<T> => {
      const settings = loadSettings();
      const store = await openStore(settings, false);
      try {
        return await use({
          ...composeStore(await tools(), store),
          baseUrl: composeAddress(settings, settings.port).baseUrl,
        });
      } finally {
        await store.close();
      }
    },
  };
};

type Tools = Awaited<ReturnType<typeof composeTools>>;
type StorePorts = ReturnType<typeof composeStore> & { readonly baseUrl: string };

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** A command speaks for itself; the service's own log is heard only when it is asked for. */
const quiet = (settings: Settings): Settings =>
  process.env['LOG_LEVEL'] ? settings : { ...settings, logLevel: 'warn' };
