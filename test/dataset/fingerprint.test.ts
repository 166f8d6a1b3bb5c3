import { createOpenAI } from '@ai-sdk/openai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFingerprints, takeFingerprint } from '../../src/dataset/fingerprint.js';
import type { JsonObject } from '../../src/index.js';
import { createStubSandbox } from '../../src/testing/index.js';

const sandbox = createStubSandbox(() => ({ status: 'lost' }));
const openai = createOpenAI({ apiKey: 'secret', baseURL: 'https://api.example.org/v1/' });

describe('takeFingerprint', () => {
  it('knows provider, model and address, and no key', () => {
    const { asked } = takeFingerprint({ model: openai.chat('m'), sandbox });
    expect(asked).toMatchObject({
      provider: 'openai.chat',
      modelId: 'm',
      baseURL: 'https://api.example.org/v1',
    });
    expect(JSON.stringify(asked)).not.toContain('secret');
  });

  it('holds the whole text of the default prompts', () => {
    const { asked } = takeFingerprint({ model: 'gateway/model', sandbox });
    expect(asked.provider).toBe('gateway');
    expect(JSON.stringify(asked.template)).toContain('{{ioDescription}}');
  });

  it('does not see what only decides the speed', () => {
    const model = openai.chat('m');
    const slow = { model, sandbox, timeoutMs: 5, maxAttempts: 9, random: () => 0 };
    expect(takeFingerprint(slow)).toEqual(takeFingerprint({ model, sandbox }));
  });
});

describe('compareFingerprints', () => {
  const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 2 }));

  it('finds nothing when nothing differs, whatever the order of the fields', () => {
    fc.assert(
      fc.property(values, (value) => {
        const reordered = Object.fromEntries(Object.entries(value).reverse());
        expect(compareFingerprints(value as JsonObject, reordered as JsonObject)).toEqual([]);
      }),
    );
    expect(compareFingerprints({ a: { b: 1 } }, { a: { b: 1 } })).toEqual([]);
  });

  it('names the field by its path, with both values', () => {
    expect(
      compareFingerprints({ a: { b: 1, c: [2] } }, { a: { c: [2], d: 'x' }, e: null }),
    ).toEqual([
      { field: 'a.b', stored: 1, current: undefined },
      { field: 'a.d', stored: undefined, current: 'x' },
      { field: 'e', stored: undefined, current: null },
    ]);
  });
});
