import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSampleGrouper } from '../../../src/formats/files/sample-grouper.js';
import { groupSamples } from '../../../src/formats/samples/group-samples.js';
import type { Conversation } from '../../../src/index.js';
import { about } from '../support/datasets.js';

describe('createSampleGrouper', () => {
  it('makes the same groups as `groupSamples`, fed one by one', async () => {
    const tasks = [1, 2, 3].map((number) => about(number));
    const conversations = fc.array(fc.constantFrom(...tasks), { maxLength: 12 });
    const size = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(conversations, size, async (all, samples) => {
        const expected: (readonly Conversation[])[] = [];
        for await (const group of groupSamples(all, { samples })) expected.push(group);
        const grouper = createSampleGrouper(samples);
        const complete = all.map((one) => grouper.add(one)).filter((group) => group !== undefined);
        expect([...complete, ...grouper.rest()]).toEqual(expected);
      }),
    );
  });
});
