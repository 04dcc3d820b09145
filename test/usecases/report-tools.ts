import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as sass from 'sass';
import { loadFontFaceCss } from '../../src/adapters/pdf/fonts.ts';
import { renderQrSvg } from '../../src/adapters/qr/qr-svg.ts';
import { createSimulator } from '../../src/adapters/workers/simulator.ts';
import { createTemplateRenderer } from '../../src/adapters/templates/renderer.ts';
import type { PdfPrinter } from '../../src/usecases/ports.ts';
import type { ReportPdfPorts } from '../../src/usecases/render-report.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The report's style sheet from its source, so that no test depends on what was built before. */
const reportCss = sass.compile(inProject('src/assets/report.scss'), {
  loadPaths: [inProject('src/assets')],
}).css;

export const reportPorts = (pdf: PdfPrinter): ReportPdfPorts => ({
  templates: createTemplateRenderer({ folder: inProject('templates') }),
  simulate: createSimulator(),
  qrSvg: renderQrSvg,
  baseUrl: 'http://127.0.0.1:3000',
  reachable: false,
  pdf,
  fontCss: loadFontFaceCss(),
  reportCss,
});

export const readRubric = (id: string): unknown =>
  JSON.parse(readFileSync(inProject(`rubrics/${id}.json`), 'utf8'));
