/** npm run test:mongo: the store contract on a real MongoDB, yours (MONGODB_URI) or one started for the purpose. */
import { runNode, stoppable } from './child.mjs';
import { inProject, listFiles, NotReady, say, toolPath } from './project.mjs';
import { testEnvironment } from './test-environment.mjs';

export const runMongo = async () => {
  const { uri, stop } = await stoppable(findServer);
  try {
    const specs = listFiles(inProject('test', 'contract')).filter((file) => file.endsWith('.spec.ts'));
    const mocha = [toolPath('mocha'), '--no-config', '--node-option', 'import=tsx', '--timeout', '60000'];
    const env = { ...testEnvironment(), MONGODB_URI: uri };
    const { code } = await stoppable(() => runNode([...mocha, ...specs], { output: 'inherit', env }));
    process.exitCode = code;
  } finally {
    await stop();
  }
};

const findServer = async () => {
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI, stop: () => {} };
  const { MongoMemoryReplSet } = await import('mongodb-memory-server').catch(() => {
    throw new NotReady(
      'There is no MongoDB to test with. Set MONGODB_URI to a server whose data may be thrown away, or run ' +
        'npm install --no-save mongodb-memory-server (it downloads a MongoDB server) and then this command again.',
    );
  });
  say('starting a MongoDB server');
  const server = await MongoMemoryReplSet.create({ replSet: { count: 1 } });
  return { uri: server.getUri(), stop: () => server.stop() };
};
