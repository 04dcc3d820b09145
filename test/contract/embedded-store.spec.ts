import { embeddedEngine } from '../support/embedded-place.ts';
import { ledgerStoreContract } from './ledger-store.contract.ts';
import { recordStoreContract } from './record-store.contract.ts';
import { wholeStoreContract } from './whole-store.contract.ts';

ledgerStoreContract(embeddedEngine);
recordStoreContract(embeddedEngine);
wholeStoreContract(embeddedEngine);
