/** A program that works with the service: one token, one address. */
export type ApiCaller = {
  readonly post: (path: string, body?: object) => Promise<Record<string, unknown>>;
};

/** Throws with the problem's own words when the service refuses. */
export const callAs = (address: string, token: string): ApiCaller => ({
  post: async (path, body) => {
    const answer = await fetch(`${address}/api${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  },
});
