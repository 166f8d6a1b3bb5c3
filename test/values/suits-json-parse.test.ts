import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, stringifyJson } from '../../src/index.js';
import { suitsJsonParse } from '../../src/values/suits-json-parse.js';

const oddNumbers = ['9007199254740993', '1.0', '1e400', '1e+21', '-0.0', '1E5', '0.10', '-1e-400'];
const plainNumbers = ['0', '-0', '-7', '0.1', '-2.5', '1e-7', '123456789012345'];
const oddText = fc.stringMatching(/^[0-9.eE"\\{}[\]:, -]*$/);

/** JSON texts without blanks, as `stringifyJson` would write them, odd numbers included. */
const { value: jsonText } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...oddNumbers, ...plainNumbers),
    oddText.map((text) => JSON.stringify(text)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .uniqueArray(fc.tuple(fc.string(), tie('value')), {
        maxLength: 4,
        selector: ([key]) => key,
      })
      .map((fields) => fields.filter(([key]) => !/^\d+$/.test(key)))
      .map((fields) => `{${fields.map(([k, v]) => `${JSON.stringify(k)}:${v}`).join(',')}}`),
  ),
}));

describe('suitsJsonParse', () => {
  it('lets no number be changed, whatever the strings beside it look like', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        expect(stringifyJson(parseJson(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('says no wherever a number outside strings is odd', () => {
    fc.assert(
      fc.property(fc.constantFrom(...oddNumbers), oddText, (number, text) => {
        const quoted = JSON.stringify(text);
        expect(suitsJsonParse(`{"a":${quoted},"b":[${number},${quoted}]}`, 1000)).toBe(false);
      }),
    );
  });

  it('says yes to what only looks like an odd number, and to decimals that survive', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plainNumbers), oddText, (number, text) => {
        const quoted = JSON.stringify(text);
        expect(suitsJsonParse(`{"a":${quoted},"b":[${number},${quoted}]}`, 1000)).toBe(true);
      }),
    );
  });

  it('counts the brackets outside strings', () => {
    expect(suitsJsonParse(`["${'['.repeat(50)}"]`, 2)).toBe(true);
    expect(suitsJsonParse('[[[]]]', 2)).toBe(false);
  });
});
