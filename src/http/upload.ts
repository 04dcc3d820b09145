import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { DomainError } from '../core/errors.ts';
import { signedInAccount } from './page.ts';
import type { PageContext } from './page.ts';
import type { Services } from './services.ts';

/** What a reader of spreadsheets takes at most; see src/adapters/spreadsheet/limits.ts. */
const MOST_BYTES = 5 * 1024 * 1024;

const readParts = multer({
  storage: multer.memoryStorage(),
  // Otherwise names are taken for Latin-1: 'rÃ©sumÃ©.xlsx'.
  defParamCharset: 'utf8',
  limits: { fileSize: MOST_BYTES, files: 1, fields: 500, fieldSize: 100_000, fieldNameSize: 200 },
}).single('file');

/**
 * Takes forms that carry a file, in memory, before the form token is looked for: the token is one of their fields. Only
 * for somebody who is signed in, and after a form from another site was refused. Whoever is not signed in sends us nothing
 * that is kept.
 */
export const acceptUploads =
  (services: Services): RequestHandler =>
  async (request, response, next) => {
    if (request.method !== 'POST' || !request.is('multipart/form-data')) return next();
    if (!(await signedInAccount(request, services))) return next();
    readParts(request, response, (error: unknown) => {
      request.body = plainFields(request.body);
      next(error === undefined ? undefined : refusalOf(error));
    });
  };

/** The form as any other form: names with brackets make no objects here. */
const plainFields = (body: unknown): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      (entry): entry is [string, string | readonly string[]] =>
        typeof entry[1] === 'string' ||
        (Array.isArray(entry[1]) && entry[1].every((one) => typeof one === 'string')),
    ),
  );

const refusalOf = (error: unknown): DomainError =>
  error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE'
    ? new DomainError(
        'too-large',
        `This file has more than ${MOST_BYTES / 1024 / 1024} MB. Send only the sheets with marks, without pictures.`,
      )
    : new DomainError(
        'invalid-input',
        'What was sent cannot be read. Open the page again, choose one file and send once more.',
      );

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** The file of the form's field 'file'; refused in words when none was chosen. */
export const uploadedFile = (
  { request }: Pick<PageContext, 'request'>,
  kinds = '.xlsx or .csv',
): UploadedFile => {
  const { file } = request as Request & { file?: { originalname: string; buffer: Uint8Array } };
  if (!file || file.originalname === '') {
    const message = `Choose a file first: ${kinds}.`;
    throw new DomainError('invalid-input', message, {}, [{ path: '/file', message }]);
  }
  return { name: file.originalname, bytes: file.buffer };
};
