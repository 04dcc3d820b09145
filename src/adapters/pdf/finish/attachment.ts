import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFHexString, PDFName, PDFRawStream, PDFString, type PDFContext, type PDFDict } from 'pdf-lib';
import type { PdfRequest } from '../../../usecases/ports.ts';

/** Puts a file inside the document, as the source that the document was made from. */
export const attachFile = (
  context: PDFContext,
  catalog: PDFDict,
  { fileName, mediaType, description, bytes }: NonNullable<PdfRequest['attachment']>,
  datedIso: string | null,
): void => {
  const packed = deflateSync(bytes, { level: 6 });
  const dict = context.obj({
    Type: 'EmbeddedFile',
    Subtype: PDFName.of(mediaType),
    Filter: 'FlateDecode',
    Length: packed.length,
    Params: {
      Size: bytes.byteLength,
      // The format asks for MD5 here. It guards nothing: the ledger's own hashes do.
      CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex')),
      ...(datedIso === null ? {} : { ModDate: PDFString.fromDate(new Date(datedIso)) }),
    },
  });
  const file = context.register(PDFRawStream.of(dict, packed));
  const name = PDFHexString.fromText(fileName);
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: name,
      UF: name,
      Desc: PDFHexString.fromText(description),
      AFRelationship: 'Source',
      EF: { F: file, UF: file },
    }),
  );
  catalog.set(PDFName.of('AF'), context.obj([specification]));
  catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: { Names: [name, specification] } }));
};
