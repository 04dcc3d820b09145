/**
 * The font settings the browser runs with. Without any font Chromium prints blank pages and says nothing, even
 * when the page brings its own; so the bundled family comes first (the same on every machine) and the
 * system's fonts after it, for scripts the bundled one lacks.
 */
export const buildFontconfig = (fontFolder: string | null, cacheFolder: string): string => {
  const folders = [
    ...(fontFolder === null ? [] : [fontFolder]),
    '/usr/share/fonts',
    '/usr/local/share/fonts',
  ];
  const generic = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`),
    `  <cachedir>${escapeXml(cacheFolder)}</cachedir>`,
    ...(fontFolder === null
      ? []
      : generic.map(
          (family) =>
            `  <alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
        )),
    '</fontconfig>',
    '',
  ].join('\n');
};

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
