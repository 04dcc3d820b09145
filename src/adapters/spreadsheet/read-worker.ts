import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../../core/errors.ts';
import type { ErrorCode, Fault } from '../../core/errors.ts';
import type { Sheet } from '../../core/workbook/sheet.ts';
import { readSheets } from './read-sheets.ts';

export type ReadRequest = { readonly bytes: Uint8Array; readonly fileName: string };
/** A refusal is told in its parts: an error loses its class between threads. */
export type ReadAnswer =
  | { readonly sheets: readonly Sheet[] }
  | {
      readonly code: ErrorCode;
      readonly detail: string;
      readonly evidence: Readonly<Record<string, unknown>>;
      readonly faults: readonly Fault[];
    };

const answer = async ({ bytes, fileName }: ReadRequest): Promise<ReadAnswer> => {
  try {
    return { sheets: await readSheets(bytes, fileName) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, detail, evidence, faults } = error;
    return { code, detail, evidence, faults };
  }
};

parentPort?.postMessage(await answer(workerData as ReadRequest));
