import { DomainError } from '../../src/core/errors.ts';
import { openEmbeddedStore } from '../../src/adapters/embedded/embedded-store.ts';

/** A process that holds a folder as its server until it is killed, or prints why it cannot. */
const [folder = ''] = process.argv.slice(2);
try {
  await openEmbeddedStore({ folder, asServer: true });
  console.log('holding');
  setInterval(() => undefined, 60_000);
} catch (fault) {
  console.log(fault instanceof DomainError ? fault.code : String(fault));
}
