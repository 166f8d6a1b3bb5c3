import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject, Outcome, Sandbox } from '../../src/index.js';
import { isSlowRun } from '../support/slow-run.js';
import { javascriptVandalism } from './support/javascript-vandalism.js';
import { pythonVandalism } from './support/python-vandalism.js';
import type { Vandalism } from './support/vandalism.js';
import { allVariants, javascriptVariants, type Variant } from './support/variants.js';

const mebibyte = 1024 * 1024;
const [, inProcess] = javascriptVariants;

/** How the language of a variant is vandalized, and where: in little memory, fresh sandboxes start sooner. */
const kits = {
  javascript: {
    ...javascriptVandalism,
    limits: { maxSteps: 200, memoryLimitBytes: 24 * mebibyte },
    fresh: inProcess as Variant,
    rounds: isSlowRun ? 100 : 20,
    measuredLimit: 32 * mebibyte,
    asked: [0, 16, 20, 22],
  },
  python: {
    ...pythonVandalism,
    limits: { maxSteps: 600, memoryLimitBytes: 64 * mebibyte },
    fresh: undefined,
    // Each takes a second, since fresh interpreters are large.
    rounds: 20,
    measuredLimit: 64 * mebibyte,
    asked: [0, 8, 20, 24],
  },
};

const kitOf = ({ language }: Variant) => kits[language === 'python' ? 'python' : 'javascript'];

const endings: readonly Outcome['status'][] = [
  'returned',
  'threw',
  'step-limit',
  'out-of-memory',
  'unserializable',
];

// For Python it takes long.
const checked = isSlowRun ? allVariants : javascriptVariants;

describe.each([...checked])('$name', (variant) => {
  const { marks, ends, limits, rounds, ...kit } = kitOf(variant);
  const fresh = kit.fresh ?? variant;
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await variant.create(limits);
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  const run = (code: string, input: JsonObject = {}, where = sandbox): Promise<Outcome> =>
    where.run({ language: variant.language, code, entrypoint: 'main' }, input);

  const vandalism: fc.Arbitrary<Vandalism> = fc.record({
    object: fc.nat(2000),
    property: fc.nat(60),
    mark: fc.constantFrom(...marks),
    end: fc.constantFrom(...ends),
    isAtLoad: fc.boolean(),
    isOtherForm: fc.boolean(),
  });

  it('would show the marks if they were still there', async () => {
    const [plain, marked] = [
      await run(kit.sensitive, { mark: false }),
      await run(kit.sensitive, { mark: true }),
    ];
    expect([plain.status, marked.status]).toEqual(['returned', 'returned']);
    expect(marked).not.toEqual(plain);
  });

  it('shows no program anything that an earlier call has done to what it finds', async () => {
    await using untouched = await fresh.create(limits);
    const seenByOnlooker = await run(kit.onlooker, {}, untouched);
    expect(seenByOnlooker.status).toBe('returned');

    const property = fc.asyncProperty(vandalism, async (choice) => {
      const code = kit.vandal(choice);
      await using other = await fresh.create(limits);
      const seenByVandal = await run(code, { act: 'look' }, other);

      const first = await run(code, { act: 'leave' });
      expect(endings).toContain(first.status);
      expect(await run(kit.onlooker)).toEqual(seenByOnlooker);
      expect(await run(code, { act: 'look' })).toEqual(seenByVandal);
      expect(await run(code, { act: 'leave' })).toEqual(first);
    });
    await fc.assert(property, { numRuns: rounds });
  }, 120_000);
});

it.each([inProcess as Variant, ...checked.filter(({ language }) => language === 'python')])(
  '$name gives a program the same memory, whatever an earlier call has asked for',
  async (variant) => {
    const { ask, measure, measuredLimit: memoryLimitBytes, asked } = kitOf(variant);
    const counts: Outcome[] = [];
    for (const megabytes of asked) {
      await using young = await variant.create({ memoryLimitBytes, workers: 1, maxSteps: 10_000 });
      const run = (code: string): Promise<Outcome> =>
        young.run({ language: variant.language, code, entrypoint: 'main' }, {});
      await run(ask(megabytes));
      counts.push(await run(measure));
    }
    expect(counts[0]?.status).toBe('returned');
    expect(counts).toEqual(counts.map(() => counts[0]));
  },
);
