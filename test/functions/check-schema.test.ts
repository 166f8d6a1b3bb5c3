import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../src/functions/check-schema.js';
import type { JsonObject } from '../../src/index.js';

const schema = {
  type: 'object',
  properties: { rows: { type: 'array', items: { type: 'string', pattern: '^[ab]{1,3}$' } } },
  required: ['rows'],
  additionalProperties: false,
};

function messagesFor(changed: JsonObject, parameters = ['rows']): readonly string[] {
  return checkSchema({ ...schema, ...changed }, parameters).map(({ message }) => message);
}

describe('checkSchema', () => {
  it('has nothing against a schema of exactly the parameters', () => {
    expect(messagesFor({})).toEqual([]);
  });

  it.each([
    ['is none', { type: 'list' }, ['rows'], /^The input schema is no JSON Schema: /],
    ['lacks a parameter', {}, ['rows', 'width'], /does not describe and require .*`width`/],
    ['does not require a parameter', { required: [] }, ['rows'], /require the parameter `rows`/],
    ['knows one too many', {}, [], /describes `rows`, which is no parameter/],
    ['refers to what is not there', { $ref: 'https://example.com/s' }, ['rows'], /no JSON Schema/],
  ])('says that it %s', (_, changed, parameters, message) => {
    const found = messagesFor(changed, parameters);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it.each([
    [{ properties: { rows: { type: 'string', pattern: '^(?!a)b$' } } }],
    [{ properties: { rows: { patternProperties: { '^(a)\\1$': {} } } } }],
  ])('refuses patterns that cannot be matched in linear time, wherever they are', (changed) => {
    expect(messagesFor(changed)[0]).toMatch(/looks around or back/);
  });
});
