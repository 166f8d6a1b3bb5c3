import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyChoice, countValues, isChosen } from '../../src/report/client/filter.js';
import { createSearchIndex } from '../../src/report/client/search-index.js';
import { tokenizeCode } from '../../src/report/client/tokenize-code.js';
import { createSampleDrawer } from '../../src/report/sample/draw-sample.js';
import { variedConversations } from './support/varied-conversations.js';

const drawer = createSampleDrawer({ size: 400, maxBytes: 1e8, seed: 0 });
for (const conversation of variedConversations(400)) drawer.add(conversation);
const data = drawer.result();
const { conversations } = data;

describe('filters of the browser', () => {
  it('choose by all facets together', () => {
    const choice = { ...anyChoice, direction: 'input', status: 'mismatch' };
    const chosen = conversations.filter((conversation) => isChosen(conversation, choice));
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen).toEqual(
      conversations.filter(
        ({ direction, turns }) =>
          direction === 'input' && turns.some(({ status }) => status === 'mismatch'),
      ),
    );
    expect(conversations.filter((one) => isChosen(one, anyChoice))).toHaveLength(400);
  });

  it('count a conversation once for each of its values', () => {
    const counts = countValues(conversations, 'status');
    for (const [status, count] of counts) {
      const choice = { ...anyChoice, status };
      expect(conversations.filter((one) => isChosen(one, choice))).toHaveLength(count);
    }
    const turns = countValues(conversations, 'turns').map(([value]) => value);
    expect([...turns].sort()).toEqual(['1', '2', '3']);
  });
});

describe('the search of the browser', () => {
  const searchFor = createSearchIndex(data);
  const found = (query: string) => conversations.filter(searchFor(query));

  it('finds what a conversation shows, shared texts included', () => {
    const inCode = found('return { left, step: 7 }');
    expect(inCode.length).toBeGreaterThan(0);
    expect(new Set(inCode.map(({ function: fn }) => fn.entrypoint))).toContain('countLeft7');
    expect(found('TASK-17').map(({ taskId }) => taskId)).toContain('task-17');
    expect(found('"shelf is null"').length).toBe(
      conversations.filter(({ turns }) => turns.some((t) => t.status === 'runtime-error')).length,
    );
    expect(found('zebra')).toEqual([]);
  });

  it('wants all words, anywhere, and words in quotes together', () => {
    expect(found('  JARS "Are Left" ')).toHaveLength(400);
    expect(found('"')).toHaveLength(400);
    expect(found('jars taken').length).toBe(400);
    expect(found('"jars taken"')).toEqual([]);
    expect(found('jars zebra')).toEqual([]);
    expect(found('')).toHaveLength(400);
  });
});

describe('coloring of code', () => {
  it('keeps the code as it is, whatever it is', () => {
    const piece = fc.constantFrom(
      '"',
      "'",
      '`',
      '//',
      '/*',
      '*/',
      '#',
      '\n',
      '\\',
      'if',
      ' ',
      '1e3',
      '"""',
    );
    const code = fc
      .array(fc.oneof(piece, fc.string()), { maxLength: 20 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(code, fc.constantFrom('javascript', 'typescript', 'python'), (text, language) => {
        const tokens = tokenizeCode(text, language);
        expect(tokens.map(([, own]) => own).join('')).toBe(text);
      }),
    );
  });

  it('knows comments, strings, numbers and keywords', () => {
    expect(tokenizeCode('return "//" + 12; // done', 'javascript')).toEqual([
      ['keyword', 'return'],
      ['plain', ' '],
      ['string', '"//"'],
      ['plain', ' + '],
      ['number', '12'],
      ['plain', '; '],
      ['comment', '// done'],
    ]);
    expect(tokenizeCode('def f(): # if', 'python').map(([kind]) => kind)).toEqual([
      'keyword',
      'plain',
      'comment',
    ]);
  });

  it('is quick on code that begins many strings and ends none', () => {
    const start = performance.now();
    tokenizeCode('"\\'.repeat(10_000) + '`${'.repeat(10_000), 'javascript');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
