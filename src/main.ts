import { createServer } from 'node:http';
import type { Server } from 'node:http';
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
  const tools = composeTools(settings);
  const store = await openStore(settings, true);
  const base = composeStore(tools, store);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 });
  const stop = onStop(server, async () => {
    await tools.pdf.close();
    await store.close();
  });
  try {
    await store.ping();
    await finishErasures(base);
    await store.records.sweep(base.clock.nowIso());
    const port = await listen(server, settings.host, settings.port);
    const address = composeAddress(settings, port);
    const app = createApp({ ...base, ...address }, await loadSessionSecret(base));
    server.on('request', app);
    console.log(`Data: ${store.description}`);
    if (!(await hasAdministrator(base))) {
      const { token, code } = await issueFirstAdministratorLink(base);
      console.log(`Sign in: ${address.baseUrl}/sign-in/link#${token}`);
      console.error(`Without JavaScript, open ${address.baseUrl}/sign-in/link and type ${code}`);
    }
    console.log(`Listening: ${address.baseUrl}`);
  } catch (error) {
    await stop();
    throw error;
  }
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
