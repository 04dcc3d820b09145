import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTemplateRenderer } from '../../../src/adapters/templates/renderer.ts';
import type { TemplateRenderer } from '../../../src/usecases/ports.ts';

/** A renderer over a throw-away folder that holds these templates (path without .hbs -> source). */
export function createRendererOf(sources: Record<string, string>): TemplateRenderer {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  try {
    for (const [path, source] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, `${path}.hbs`), source);
    }
    return createTemplateRenderer({ folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function renderSource(source: string, view: object, others: Record<string, string> = {}): string {
  return createRendererOf({ ...others, 'pages/page': source }).render('pages/page', view);
}
