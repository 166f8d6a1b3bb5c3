import { createRandom } from '../../src/values/random.js';
import type { Fault, FaultMix } from './load-server-options.js';

const faults: readonly Fault[] = ['rateLimited', 'serverError', 'cutOff', 'hang', 'length'];

/** Draws what befalls one request after the other: always the same for the same seed. */
export function createFaultDraw(mix: FaultMix): () => Fault | undefined {
  const random = createRandom(mix.seed ?? 1);
  const bounds: [Fault, number][] = [];
  let sum = 0;
  for (const fault of faults) {
    sum += mix[fault] ?? 0;
    bounds.push([fault, sum]);
  }
  // Sums of decimal fractions are off by a little.
  if (sum > 1 + 1e-9) throw new RangeError(`the shares of faults come to ${sum}, which is above 1`);
  return () => {
    const draw = random();
    return bounds.find(([, bound]) => draw < bound)?.[0];
  };
}
