import { create } from 'qrcode';

/** A QR code as SVG text: one path, presentation attributes only, with a text alternative. */
export const renderQrSvg = (text: string, label: string): string => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size;
  const dark: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) dark.push(`M${column + 4} ${row + 4}h1v1h-1z`);
    }
  }
  const box = size + 8;
  const safeLabel = label.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box} ${box}" role="img" aria-label="${safeLabel}" ` +
    `width="200" height="200" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${box}v${box}H0z"/>` +
    `<path fill="#000" d="${dark.join('')}"/></svg>`
  );
};
