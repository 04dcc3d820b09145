import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The independent verifier in docs/, which shares nothing with src. */
export type SecondVerdict = {
  readonly faults: readonly string[];
  readonly entries: number;
  readonly withheld: number;
  readonly erased: number;
};

const script = new URL('../../docs/verify.mjs', import.meta.url);

export const loadSecondVerifier = async (): Promise<(bytes: Uint8Array) => SecondVerdict> => {
  const loaded = (await import(script.href)) as { verifyLedger: (bytes: Uint8Array) => SecondVerdict };
  return loaded.verifyLedger;
};

/** As a person runs it. */
export const runSecondVerifier = (
  ...args: string[]
): { code: number | null; stdout: string; stderr: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(script), ...args], {
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
};
