import type { AccountPorts } from '../usecases/account.ts';
import type { ActPorts } from '../usecases/perform-act.ts';
import type {
  Mailer,
  PdfPrinter,
  PdfReader,
  RubricFiles,
  Simulator,
  SpreadsheetReader,
  SpreadsheetWriter,
  TemplateRenderer,
} from '../usecases/ports.ts';

/** What the web front door is given by compose. Nothing here is reached for from elsewhere. */
export type Services = ActPorts &
  AccountPorts & {
    readonly templates: TemplateRenderer;
    readonly rubricFiles: RubricFiles;
    readonly pdf: PdfPrinter;
    readonly simulate: Simulator;
    readonly mailer: Mailer;
    /** Origin that links are made from, without a trailing slash. */
    readonly baseUrl: string;
    /** False when baseUrl exists only on this computer, so a phone cannot open links and posters. */
    readonly reachable: boolean;
    readonly secure: boolean;
    readonly assetsFolder: string;
    readonly version: string;
    /** JSON Schema of a rubric file, for the API document. */
    readonly rubricSchema: unknown;
    readonly logger: Logger;
    readonly qrSvg: (text: string, label: string) => string;
    readonly pdfReader: PdfReader;
    readonly spreadsheets: { readonly reader: SpreadsheetReader; readonly writer: SpreadsheetWriter };
    /** The @font-face rules with embedded fonts, for documents that must stand alone. */
    readonly fontCss: string;
    readonly reportCss: string;
  };

export type Logger = {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
};
