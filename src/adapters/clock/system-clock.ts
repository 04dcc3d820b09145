import { randomBytes } from 'node:crypto';
import type { Clock, RandomSource } from '../../usecases/ports.ts';

export const systemClock: Clock = { nowIso: () => new Date().toISOString() };

export const systemRandom: RandomSource = { bytes: (count) => new Uint8Array(randomBytes(count)) };
