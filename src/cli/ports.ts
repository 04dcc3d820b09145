import type { AccountPorts } from '../usecases/account.ts';
import type { ExamplePorts } from '../usecases/demo/seeding.ts';
import type { RubricReader } from '../usecases/check-rubric-file.ts';
import type { CaseReader } from '../usecases/evaluate-case.ts';
import type { Clock, PdfReader, Simulator, SpreadsheetReader } from '../usecases/ports.ts';
import type { GivenCase } from '../usecases/report-case.ts';
import type { VerifyPrinter } from '../usecases/verify-file.ts';
import type { Output } from './output.ts';

/** The whole store as a command opens it: beside a running server, closed when the command ends. */
export type StorePorts = AccountPorts & ExamplePorts & { readonly baseUrl: string };

export type CommandPorts = {
  readonly output: Output;
  readonly withStore: <T>(use: (ports: StorePorts) => Promise<T>) => Promise<T>;
  readonly files: {
    /** Throws DomainError 'invalid-input' when the file cannot be read. */
    readonly read: (file: string) => Promise<Uint8Array>;
    /** Writes whole or not at all; refuses to overwrite when `fresh`. */
    readonly write: (file: string, bytes: Uint8Array | string) => Promise<void>;
  };
  readonly pdfReader: PdfReader;
  readonly spreadsheetReader: SpreadsheetReader;
  readonly caseFiles: CaseReader & RubricReader;
  readonly createSimulator: (settings: { readonly workers?: number }) => Simulator;
  readonly clock: Clock;
  /** Reads and checks a case file for its report. */
  readonly loadCase: (file: string) => Promise<GivenCase>;
  /** Templates, style sheets and the PDF printer, which is closed when the work is done. */
  readonly withPrinter: <T>(use: (ports: VerifyPrinter) => Promise<T>) => Promise<T>;
};
