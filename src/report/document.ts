/** The page around a report that stands alone: printed as a PDF, or saved as one HTML file. */
export type ReportDocument = {
  readonly title: string;
  /** Style sheets, ours; they are put in as they stand. */
  readonly css: readonly string[];
  /** The rendered body, ours. */
  readonly body: string;
};

const escapeText = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export const renderDocument = ({ title, css, body }: ReportDocument): string => {
  const styles = css.join('\n');
  if (styles.includes('</')) throw new Error('A style sheet must not close its own element.');
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    `<style>${styles}</style>`,
    '</head>',
    `<body class="report-page">${body}</body>`,
    '</html>',
    '',
  ].join('\n');
};

/** What stands in the margins of every printed page: our own words, never a person's, since CSS is not HTML. */
export const marginCss = (marks: readonly string[], left: string): string => {
  const plain = (words: string): string => {
    if (!/^[A-Za-z0-9 ,.()–-]*$/.test(words)) throw new Error('Only plain words may stand in a page margin.');
    return words;
  };
  return [
    '@page{',
    `@top-right{content:"${plain(marks.filter((words) => words !== '').join(' - '))}"}`,
    `@bottom-left{content:"${plain(left)}"}`,
    '@bottom-right{content:"Page " counter(page) " of " counter(pages)}',
    '}',
  ].join('');
};
