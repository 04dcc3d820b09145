export function initPrint() {
  for (const button of document.querySelectorAll('[data-cw-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}
