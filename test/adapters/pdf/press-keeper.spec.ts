import { expect } from 'chai';
import { createPressKeeper } from '../../../src/adapters/pdf/press-keeper.ts';
import type { Press } from '../../../src/adapters/pdf/press.ts';
import type { DomainError } from '../../../src/core/errors.ts';

type Fake = Press & { readonly kill: () => void; readonly closings: () => number };

const fakePress = (prints = 0): Fake => {
  let isAlive = true;
  let closings = 0;
  return {
    description: 'fake',
    browser: 'fake',
    isAlive: () => isAlive,
    prints: () => prints,
    print: async () => new Uint8Array(),
    close: async () => {
      isAlive = false;
      closings += 1;
    },
    kill: () => {
      isAlive = false;
    },
    closings: () => closings,
  };
};

const keeperOf = (
  presses: readonly Fake[],
): { keeper: ReturnType<typeof createPressKeeper>; opened: () => number } => {
  let opened = 0;
  const keeper = createPressKeeper(async () => {
    const press = presses[opened];
    opened += 1;
    if (press === undefined) throw new Error('none left');
    return press;
  });
  return { keeper, opened: () => opened };
};
const same = async (press: Press): Promise<Press> => press;

describe('press keeper', () => {
  it('opens one press for all who ask at once, and keeps it', async () => {
    const { keeper, opened } = keeperOf([fakePress()]);
    const used = await Promise.all([1, 2, 3].map(async () => keeper.withPress(same)));
    expect(new Set([...used, await keeper.withPress(same)]).size).to.equal(1);
    expect(opened()).to.equal(1);
    await keeper.close();
  });

  it('replaces a press that died, and cleans up after it', async () => {
    const [first, second] = [fakePress(), fakePress()];
    const { keeper } = keeperOf([first, second]);
    await keeper.withPress(same);
    first.kill();
    expect(await keeper.withPress(same)).to.equal(second);
    expect(first.closings()).to.equal(1);
    await keeper.close();
    expect(second.closings()).to.equal(1);
  });

  it('replaces a worn press when nobody uses it any more', async () => {
    const [worn, fresh] = [fakePress(1_000), fakePress()];
    const { keeper } = keeperOf([worn, fresh]);
    await keeper.withPress(async () => {
      await keeper.withPress(same);
      expect(worn.closings()).to.equal(0);
    });
    expect(worn.closings()).to.equal(1);
    expect(await keeper.withPress(same)).to.equal(fresh);
    await keeper.close();
  });

  it('does not search again at every request when there is none', async () => {
    const { keeper, opened } = keeperOf([]);
    for (let turn = 0; turn < 3; turn += 1) {
      const message = await keeper.withPress(same).catch((error: unknown) => (error as Error).message);
      expect(message).to.equal('none left');
    }
    expect(opened()).to.equal(1);
    await keeper.close();
  });

  it('opens nothing once closed', async () => {
    const { keeper, opened } = keeperOf([fakePress()]);
    await keeper.close();
    const code = await keeper.withPress(same).catch((error: unknown) => (error as DomainError).code);
    expect(code).to.equal('renderer-unavailable');
    expect(opened()).to.equal(0);
  });
});
