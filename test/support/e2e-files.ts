import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream, rgb } from 'pdf-lib';
import { runCommand } from './e2e-server.ts';
import type { CommandAnswer } from './e2e-server.ts';

/** As a reader of a decision would: saves the file, then asks the command line tool about it. */
export const saveAndVerify = async (
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<CommandAnswer> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return runCommand(['verify', path], folder);
};

/** The same PDF whose attached record reads otherwise in one place; everything else stays as it was. */
export const changeRecordInside = async (
  pdf: Uint8Array,
  before: string,
  after: string,
): Promise<Uint8Array> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    if (object.dict.lookup(PDFName.of('Type')) !== PDFName.of('EmbeddedFile')) continue;
    const record = Buffer.from(decodePDFRawStream(object).decode()).toString('utf8');
    if (!record.includes(before)) throw new Error(`The attached record does not read '${before}' anywhere.`);
    const changed = Buffer.from(record.replace(before, after), 'utf8');
    context.assign(reference, context.flateStream(changed, { Type: 'EmbeddedFile' }));
  }
  return document.save({ useObjectStreams: false });
};

/** The same PDF with something laid over a line of its first page; the record inside stays as it was. */
export const paintOver = async (pdf: Uint8Array): Promise<Uint8Array> => {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  document.getPage(0).drawRectangle({ x: 60, y: 600, width: 300, height: 20, color: rgb(1, 1, 1) });
  return document.save({ useObjectStreams: false });
};
