import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { composeAddress, composeStore, composeTools, loadSettings, openStore } from './compose.ts';
import { DomainError } from './core/errors.ts';
import { createApp } from './http/app.ts';
import { hasAdministrator } from './usecases/account.ts';
import { finishErasures } from './usecases/finish-erasures.ts';
import { loadSessionSecret } from './usecases/session-secret.ts';
import { issueFirstAdministratorLink } from './usecases/sign-in.ts';

/** The web front door: compose, listen, say where, and end cleanly. */
const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

const start = async (): Promise<void> => {
  const settings = loadSettings();
  const tools = await composeTools(settings);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 });
  const waiting = answerWhenReady(server);
  const closing: (() => Promise<void>)[] = [tools.pdf.close];
  const stop = onStop(server, async () => {
    for (const close of closing) await close();
  });
  try {
    // The address first: a server that cannot have it leaves no new store behind.
    const port = await listen(server, settings.host, settings.port);
    const store = await openStore(settings, true);
    closing.push(store.close);
    const base = composeStore(tools, store);
    await store.ping();
    await finishErasures(base);
    await store.records.sweep(base.clock.nowIso());
    const address = composeAddress(settings, port);
    waiting.ready(createApp({ ...base, ...address }, await loadSessionSecret(base)));
    console.log(`Data: ${store.description}`);
    if (!(await hasAdministrator(base))) {
      const { token, code } = await issueFirstAdministratorLink(base);
      console.log(`Sign in: ${address.baseUrl}/sign-in/link#${token}`);
      console.error(`Without JavaScript, open ${address.baseUrl}/sign-in/link and type ${code}`);
    }
    console.log(`Listening: ${address.baseUrl}`);
  } catch (error) {
    server.closeAllConnections();
    await stop();
    throw error;
  }
};

/** Whoever asks between listening and being ready waits for the answer; when the start fails, the connection closes. */
const answerWhenReady = (server: Server): { readonly ready: (app: RequestListener) => void } => {
  const early: Parameters<RequestListener>[] = [];
  const hold = (...call: Parameters<RequestListener>): void => void early.push(call);
  server.on('request', hold);
  return {
    ready: (app) => {
      server.off('request', hold);
      server.on('request', app);
      for (const call of early) app(...call);
    },
  };
};

/** Stops taking requests, lets those under way finish (10 s at most), then closes the rest. */
const onStop = (server: Server, close: () => Promise<void>): (() => Promise<void>) => {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const force = setTimeout(() => server.closeAllConnections(), 10_000);
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    clearInterval(idle);
    clearTimeout(force);
    await close();
  };
  const once = (): Promise<void> => (stopping ??= stop());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      once().then(() => process.exit(0), endWith);
    });
  }
  return once;
};

type ListenError = NodeJS.ErrnoException & { address?: string; port?: number; hostname?: string };

/** A start or an end that fails says why in a sentence; what is ours to mend exits 70. */
const explain = (error: unknown): { readonly lines: readonly string[]; readonly code: number } => {
  if (error instanceof DomainError) {
    return { lines: [error.detail, ...error.faults.map((fault) => fault.message)], code: 2 };
  }
  const { code, syscall, address, port, hostname } = error as ListenError;
  if (syscall === 'listen' && code === 'EADDRINUSE') {
    return { lines: [`Port ${port} is in use. Stop what uses it, or set PORT to another number.`], code: 2 };
  }
  if (syscall === 'listen') {
    const sentence = `The service cannot listen at ${address}, port ${port} (${code}). Set HOST and PORT to a place it may use.`;
    return { lines: [sentence], code: 2 };
  }
  if (syscall === 'getaddrinfo') {
    const sentence = `HOST names ${hostname}, which this computer cannot find (${code}). Set HOST to an address of this computer, such as 127.0.0.1.`;
    return { lines: [sentence], code: 2 };
  }
  return {
    lines: ['The service ends with a fault of ours:', String((error as Error).stack ?? error)],
    code: 70,
  };
};

const endWith = (error: unknown): never => {
  const { lines, code } = explain(error);
  for (const line of lines) console.error(line);
  process.exit(code);
};

start().catch(endWith);
