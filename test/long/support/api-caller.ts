/** What a program that uses the API knows of an answer. Undefined: no whole answer came, so nothing is known. */
export type Told = { readonly seq: number; readonly repeated: boolean };

export type Caller = {
  /** Starts a decision and gives its id. */
  readonly start: (title: string) => Promise<string>;
  /** Restates the need of a decision, the request key being part of the text. */
  readonly send: (decision: string, key: string) => Promise<Told | undefined>;
  readonly loadExport: (decision: string) => Promise<Uint8Array>;
};

const ANSWER_MS = 60_000;

export const createCaller = (address: string, token: string): Caller => {
  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${address}/api/decisions${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  const post = (path: string, key: string, body: unknown): Promise<Response> =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
  const assertGood = async (response: Response): Promise<Response> => {
    if (response.ok) return response;
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  };
  return {
    start: async (title) => {
      const body = { title, purpose: 'appraisal', leadJob: 'Digital lead' };
      const { decision } = (await (await assertGood(await post('', `start-${title}`, body))).json()) as {
        decision: string;
      };
      return decision;
    },
    send: async (decision, key) => {
      const body = { problem: key, affected: 'x'.repeat(300), measure: 'From an hour to a minute' };
      let response: Response;
      let text: string;
      try {
        response = await post(`/${decision}/acts/state-need`, key, body);
        text = await response.text();
      } catch {
        return undefined;
      }
      if (!response.ok) throw new Error(`${key} was answered with ${response.status}: ${text}`);
      return JSON.parse(text) as Told;
    },
    loadExport: async (decision) =>
      new Uint8Array(
        await (await assertGood(await call(`/${decision}/export?edition=internal`))).arrayBuffer(),
      ),
  };
};
