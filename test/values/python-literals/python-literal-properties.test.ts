import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/values/parse-json.js';
import { parsePythonLiteral } from '../../../src/values/python-literals/parse-python-literal.js';
import { mergeEntries } from '../../../src/values/python-literals/python-dict.js';
import { pythonFloatText } from '../../../src/values/python-literals/python-float-text.js';
import { pythonToJson } from '../../../src/values/python-literals/python-to-json.js';
import type { PythonValue } from '../../../src/values/python-literals/python-value.js';
import { stringifyJson } from '../../../src/values/stringify-json.js';
import { hasHostPython, noHostPython, runHostPython } from '../../support/host-python.js';
import { brokenTexts, pythonTexts } from './support/python-texts.js';

/** Says of every text what `ast.literal_eval` makes of it, types told apart, and `json.dumps`. */
const script = `
import ast, json, sys
def show(value):
    kind = type(value)
    if value is None: return ['none']
    if value is ...: return ['ellipsis']
    if kind is bool: return ['bool', value]
    if kind is int: return ['int', str(value)]
    if kind is float: return ['float', json.dumps(value)]
    if kind is complex: return ['complex', json.dumps(value.real), json.dumps(value.imag)]
    if kind is str: return ['str', value]
    if kind is bytes: return ['bytes', list(value)]
    if kind is set: return ['set']
    if kind is dict: return ['dict', [[show(k), show(v)] for k, v in value.items()]]
    return [kind.__name__, [show(item) for item in value]]
def read(text):
    try: value = ast.literal_eval(text)
    except Exception as error: return {'error': f'{type(error).__name__}: {error}'}
    try: return {'value': show(value), 'json': json.dumps(value)}
    except Exception as error: return {'value': show(value)}
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

interface HostReading {
  readonly error?: string;
  readonly value?: unknown;
  readonly json?: string;
}

function askHost(texts: readonly string[]): readonly (readonly [string, HostReading])[] {
  const readings = JSON.parse(runHostPython(script, JSON.stringify(texts))) as HostReading[];
  return texts.map((text, index) => [text, readings[index] as HostReading]);
}

function show(value: PythonValue): unknown {
  switch (value.type) {
    case 'float':
      return [value.type, pythonFloatText(value.value)];
    case 'complex':
      return [value.type, pythonFloatText(value.real), pythonFloatText(value.imaginary)];
    case 'int':
      return [value.type, value.digits];
    case 'bool':
    case 'str':
      return [value.type, value.value];
    case 'bytes':
      return [value.type, value.values];
    case 'list':
    case 'tuple':
      return [value.type, value.items.map(show)];
    case 'dict':
      return [
        value.type,
        mergeEntries(value.entries).map((entry) => [show(entry.key), show(entry.value)]),
      ];
    default:
      return [value.type];
  }
}

function read(text: string): PythonValue | undefined {
  try {
    return parsePythonLiteral(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

describe('parsePythonLiteral', () => {
  it('reads every way to write a literal', () => {
    fc.assert(fc.property(pythonTexts, (text) => read(text) !== undefined));
  });

  it('throws nothing but a SyntaxError, whatever the text', () => {
    const texts = fc.oneof(brokenTexts, fc.string({ unit: 'binary', maxLength: 50 }));
    fc.assert(fc.property(texts, (text) => void read(text)));
  });

  it('reads what ast.literal_eval reads, and the same', ({ skip }) => {
    skip(!hasHostPython, noHostPython);
    const texts = fc.sample(pythonTexts, { numRuns: 3000, seed: 7 });
    for (const [text, host] of askHost(texts)) {
      const value = read(text);
      // Python refuses keys that can change; here it is JSON that refuses them.
      if (host.error?.startsWith('TypeError: unhashable')) continue;
      expect({ text, value: value && show(value) }).toEqual({ text, value: host.value });
      const carried = value && pythonToJson(value);
      if (carried?.status === 'carried') {
        const json = stringifyJson(carried.value);
        expect({ text, json }).toEqual({ text, json: stringifyJson(parseJson(host.json ?? '')) });
      } else if (host.json !== undefined) {
        expect({ text, reason: carried?.reason }).toMatchObject({
          reason: expect.stringContaining('two keys'),
        });
      }
    }
  });

  it('reads nothing that ast.literal_eval refuses', ({ skip }) => {
    skip(!hasHostPython, noHostPython);
    const texts = fc.sample(brokenTexts, { numRuns: 3000, seed: 7 });
    let refused = 0;
    for (const [text, host] of askHost(texts)) {
      const value = read(text);
      if (value === undefined) refused++;
      if (value === undefined || host.error?.startsWith('TypeError: unhashable')) continue;
      expect({ text, host: host.error, value: show(value) }).toEqual({ text, value: host.value });
    }
    expect(refused).toBeGreaterThan(500);
  });
});

describe('pythonFloatText', () => {
  it('writes a float that reads back the same', () => {
    fc.assert(
      fc.property(fc.double(), (value) => Object.is(Number(pythonFloatText(value)), value)),
    );
  });
});
