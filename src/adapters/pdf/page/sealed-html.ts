/** What a printed page may use: its own styles, and images and fonts that it carries inside itself. */
const POLICY = [
  "default-src 'none'",
  'img-src data:',
  'font-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * The document with our head in front of it. HTML's parsing rules keep the first of everything: the policy is
 * in force before the first byte of the document is read, the language and the title are ours, and the
 * document's own <html> and <head> tags merge into the ones already open.
 */
export const sealHtml = (html: string, language: string, title: string): string =>
  [
    `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">`,
    `<title>${escapeHtml(title)}</title>`,
    html,
  ].join('\n');

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
