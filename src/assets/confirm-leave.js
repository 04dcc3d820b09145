/** A form with data-cw-confirm-leave asks before changes that were not saved are lost. */
export function initConfirmLeave() {
  for (const form of document.querySelectorAll('form[data-cw-confirm-leave]')) {
    const read = () => new URLSearchParams(new FormData(form)).toString();
    let saved = read();
    form.addEventListener('submit', () => (saved = undefined));
    addEventListener('beforeunload', (event) => {
      if (saved !== undefined && read() !== saved) event.preventDefault();
    });
  }
}
