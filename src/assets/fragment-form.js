/**
 * A link's secret stands after the #, where no server sees it. It moves into the form's hidden field and out of the
 * address bar and the history. Nothing is sent until a person presses the button.
 */
export function initFragmentForms() {
  const form = document.querySelector('form[data-cw-fragment]');
  if (!form) return;
  const take = () => {
    const secret = location.hash.slice(1);
    if (!/^[\w.-]{8,}$/.test(secret) || document.getElementById(secret)) return;
    form.elements.namedItem(form.dataset.cwFragment).value = secret;
    history.replaceState(null, '', location.pathname + location.search);
    for (const part of form.querySelectorAll('[data-cw-without-secret]')) {
      part.hidden = true;
      for (const field of part.querySelectorAll('input')) field.disabled = true;
    }
  };
  take();
  addEventListener('hashchange', take);
}
