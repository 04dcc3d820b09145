import { fileURLToPath } from 'node:url';
import { loadFontFaceCss } from '../../../src/adapters/pdf/fonts.ts';
import { openPdfPrinter } from '../../../src/adapters/pdf/printer.ts';
import type { PdfPrinter, PdfRequest } from '../../../src/usecases/ports.ts';

export const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const STYLE = `${loadFontFaceCss()}
  @page { size: A4; margin: 20mm; @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
  body { font-family: "Atkinson Hyperlegible" }
  th, td { border: 1px solid #999 }
  tr { break-inside: avoid }
  .faded { opacity: 0.7 }`;

const ROWS = Array.from(
  { length: 70 },
  (_unused, index) => `<tr><th scope="row">Row ${index}</th><td>£${index}.00</td></tr>`,
).join('');

/** Three pages with one of everything that a report uses. */
export const SAMPLE_HTML = `<!doctype html><html lang="de"><head><meta charset="utf-8"><style>${STYLE}</style></head>
  <body><h1>Müller &amp; Żółć: £1,200</h1>
  <p>Plain, <em>stressed</em>, <strong>strong</strong>; <a href="https://example.org/notice">the notice</a>,
  <a href="#second">the second part</a>.</p>
  <ul><li>one</li><li>two <b>bold</b><ul><li>nested</li></ul></li></ul>
  <figure role="none"><svg role="img" aria-label="A bar of 40" width="100" height="50"><rect width="40" height="30"
  fill="#06c"/></svg><figcaption>Costs</figcaption></figure>
  <div class="faded">Faded words</div><blockquote>As said</blockquote>
  <h2 id="second">The second part</h2>
  <table><caption>Lines</caption><thead><tr><th scope="col">Name of line</th><th scope="col">Cost</th></tr></thead>
  <tbody>${ROWS}</tbody></table></body></html>`;

export const LEDGER_BYTES = new TextEncoder().encode('{"note":"Zürich £ \\u0000","seq":1}\n');

export const sampleRequest = (changes: Partial<PdfRequest> = {}): PdfRequest => ({
  html: SAMPLE_HTML,
  title: 'Decision: "Müller" <1>',
  language: 'en-GB',
  datedIso: '2026-11-22T09:30:00.000Z',
  attachment: {
    fileName: 'decision.json',
    mediaType: 'application/json',
    description: 'The ledger of this decision',
    bytes: LEDGER_BYTES,
  },
  ...changes,
});

export const openTestPrinter = (log: (message: string) => void = () => undefined): PdfPrinter =>
  openPdfPrinter({ projectRoot: PROJECT_ROOT, log });
