/** Buttons with data-cw-copy="id" copy the value or the text of that element and say so. Fields with data-cw-select select themselves. */
export function initCopy() {
  for (const field of document.querySelectorAll('[data-cw-select]')) {
    field.addEventListener('focus', () => field.select());
  }
  for (const button of document.querySelectorAll('[data-cw-copy]')) {
    const source = document.getElementById(button.dataset.cwCopy);
    if (!source) continue;
    const said = document.createElement('span');
    said.className = 'cw-said';
    said.setAttribute('role', 'status');
    button.after(said);
    button.hidden = false;
    button.addEventListener('click', async () => {
      said.textContent = '';
      said.textContent = (await copyFrom(source)) ? 'Copied' : 'Select the text and copy it';
    });
  }
}

async function copyFrom(source) {
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    return true;
  } catch {
    // No clipboard on a plain http address: select the text and use the older command.
    if (typeof source.select === 'function') source.select();
    else getSelection().selectAllChildren(source);
    return document.execCommand('copy');
  }
}
