// The build points this name at our own copy beside this file.
import { initAll } from 'nhsuk-frontend';
import './boot.js';
import { initConfirmLeave } from './confirm-leave.js';
import { initCopy } from './copy.js';
import { initFragmentForms } from './fragment-form.js';
import { initPrint } from './print.js';

initFragmentForms();
initCopy();
initPrint();
initConfirmLeave();
initAll();
