// Runs before the page is painted: components may hide what only makes sense with JavaScript.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('nhsuk-frontend-supported');
