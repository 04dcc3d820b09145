import type { Clock, RandomSource, Store } from './ports.ts';
import { newApiToken } from './secrets.ts';

/**
 * The key that signs session cookies, one a store, so that every process of a deployment agrees. A session id is
 * unguessable by itself and kept only as a digest; the signature is a second wall.
 */
export const loadSessionSecret = async (ports: {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
}): Promise<string> => {
  const read = async (): Promise<string | undefined> => {
    const record = await ports.store.records.get('setting', 'session-secret', ports.clock.nowIso());
    return (record?.value as { secret?: string } | undefined)?.secret;
  };
  const known = await read();
  if (known) return known;
  const secret = newApiToken(ports.random);
  const record = {
    kind: 'setting',
    id: 'session-secret',
    owner: '',
    expiresAt: null,
    value: { secret },
  } as const;
  const written = await ports.store.records.put(record, 0, ports.clock.nowIso());
  return written ? secret : ((await read()) ?? secret);
};
