import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../src/answers/read-draft.js';
import { draftHeadings } from '../../src/core/draft-fields.js';
import type { FunctionDraft } from '../../src/core/function-draft.js';

const draft: FunctionDraft = {
  code: 'export function settle(debts, rate) {\n  // ## Question\n  return debts;\n}\n',
  entrypoint: 'settle',
  parameters: ['debts', 'rate'],
  inputGenerator: 'export function generateInput() {\n  return { debts: [1], rate: 2 };\n}\n',
  ioDescription: '`debts` (array) and `rate` (integer).\n\nResult: an array.',
  inputSchema: { type: 'object', required: ['debts', 'rate'] },
  query: 'What is left of `debts` at the `rate`?',
};

function toSections(parts: FunctionDraft, heading = (title: string) => `## ${title}`): string {
  return [
    heading(draftHeadings.code),
    `\`\`\`javascript\n${parts.code.trimEnd()}\n\`\`\``,
    heading(draftHeadings.entrypoint),
    `\`${parts.entrypoint}(${parts.parameters.join(', ')})\``,
    heading(draftHeadings.inputGenerator),
    `\`\`\`js\n${parts.inputGenerator.trimEnd()}\n\`\`\``,
    heading(draftHeadings.ioDescription),
    parts.ioDescription,
    heading(draftHeadings.inputSchema),
    `\`\`\`json\n${JSON.stringify(parts.inputSchema, undefined, 2)}\n\`\`\``,
    heading(draftHeadings.query),
    parts.query,
  ].join('\n\n');
}

function toObject(parts: FunctionDraft): Readonly<Record<string, unknown>> {
  return { ...parts, inputSchema: JSON.stringify(parts.inputSchema), notSuitable: '' };
}

describe('readDraft', () => {
  it('reads sections', () => {
    expect(readDraft(toSections(draft))).toEqual({ status: 'read', draft });
  });

  it.each([
    ['numbered', (title: string) => `### 3. ${title}`],
    ['with a colon', (title: string) => `# ${title}:`],
    ['bold', (title: string) => `## **${title}**`],
    ['bold alone', (title: string) => `**${title}:**`],
    ['in capitals', (title: string) => `## ${title.toUpperCase()} ##`],
  ])('reads headings that are %s', (_, heading) => {
    expect(readDraft(toSections(draft, heading))).toEqual({ status: 'read', draft });
  });

  it('passes over what comes before the sections, and what was thought', () => {
    const text = `<think>\n## Code\nno\n</think>\nHere it is.\n\n${toSections(draft)}`;
    expect(readDraft(text)).toEqual({ status: 'read', draft });
  });

  it('takes the first block of a section, however long its fence', () => {
    const text = toSections(draft).replace(
      '```js\nexport function generateInput() {',
      'It draws:\n\n````js\nexport function generateInput() {',
    );
    const longer = text.replace('rate: 2 };\n}\n```', 'rate: 2 };\n}\n````\n```js\nmore()\n```');
    expect(readDraft(longer)).toEqual({ status: 'read', draft });
  });

  it('leaves lesser headings in their section, and ends it at others', () => {
    const ioDescription = '**Input**\n\n### Result\n\nAn array.';
    const text = `${toSections({ ...draft, ioDescription })}\n\n## Notes\n\nnone`;
    expect(readDraft(text)).toEqual({ status: 'read', draft: { ...draft, ioDescription } });
  });

  it('reads an entry point with types and defaults', () => {
    const text = toSections(draft).replace(
      '`settle(debts, rate)`',
      '```ts\nsettle(debts: number[], rate = 2)\n```',
    );
    expect(readDraft(text)).toEqual({ status: 'read', draft });
  });

  it.each([
    'settle(debts: dict[str, list[int]], rate: float = 0.5) -> list[int]',
    'def settle(debts: list[tuple[str, int]], rate)',
    'settle(debts: Map<string, Array<number>>, rate?: number): number[]',
  ])('reads an entry point with types of several parts: %s', (call) => {
    const text = toSections(draft).replace('`settle(debts, rate)`', `\`${call}\``);
    expect(readDraft(text)).toEqual({ status: 'read', draft });
  });

  it('reads programs in Python as they are indented', () => {
    const code = 'def settle(debts, rate):\n    # ## Question\n    return """\n## Code\n"""\n';
    const text = toSections({ ...draft, code }).replace('```javascript', '```python');
    expect(readDraft(text)).toEqual({ status: 'read', draft: { ...draft, code } });
  });

  it('reads structured output', () => {
    const text = JSON.stringify(toObject(draft));
    expect(readDraft(text)).toEqual({ status: 'read', draft });
  });

  it.each([
    ['in a fence', (text: string) => `\`\`\`json\n${text}\n\`\`\``],
    ['with raw line breaks in its strings', (text: string) => text.replaceAll('\\n', '\n')],
  ])('reads structured output %s', (_, change) => {
    expect(readDraft(change(JSON.stringify(toObject(draft))))).toEqual({ status: 'read', draft });
  });

  it('takes the schema as the object that it is, and programs in fences', () => {
    const fields = { ...toObject(draft), inputSchema: draft.inputSchema };
    const text = JSON.stringify({ ...fields, code: `\`\`\`js\n${draft.code}\`\`\`` });
    expect(readDraft(text)).toEqual({ status: 'read', draft });
  });

  it('gives numbers of the schema as numbers', () => {
    const text = toSections(draft).replace('"type": "object"', '"maximum": 1.0');
    const read = readDraft(text);
    expect(read.status === 'read' && read.draft.inputSchema.maximum).toBe(1);
  });

  it.each([
    ['a section', '## Not suitable\n\nOnly constants.\n'],
    ['a field', JSON.stringify({ notSuitable: 'Only constants.', code: '' })],
  ])('reads a refusal in %s', (_, text) => {
    expect(readDraft(text)).toEqual({ status: 'declined', reason: 'Only constants.' });
  });

  it('names every part that is missing', () => {
    const read = readDraft('## Code\n\n```js\nf()\n```\n\n## Input schema\n\n```json\n[1]\n```');
    expect(read).toEqual({
      status: 'unreadable',
      problems: [
        'The part "Entry point" is missing or empty.',
        'The part "Input generator" is missing or empty.',
        'The part "Input and output" is missing or empty.',
        'The input schema is not a JSON object.',
        'The part "Question" is missing or empty.',
      ],
    });
    const withoutList = toSections(draft).replace('`settle(debts, rate)`', '`settle()`');
    expect(readDraft(withoutList)).toEqual({
      status: 'unreadable',
      problems: ['The entry point is given without its parameters.'],
    });
  });

  it('never throws, whatever the text', () => {
    const parts = fc.constantFrom(
      '## Code',
      '```',
      '~~~',
      '{',
      '"code":',
      'NaN',
      '}',
      '\n',
      '1e999',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(parts).map((list) => list.join('\n')),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(['read', 'declined', 'unreadable']).toContain(readDraft(any).status);
      }),
      { numRuns: 300 },
    );
    const schema = '{"minimum": NaN}';
    const withNaN = toSections(draft).replace(/\{\n {2}"type[\s\S]*?\n\}/, schema);
    expect(readDraft(withNaN)).toMatchObject({ status: 'unreadable' });
  });

  it.each([
    ['words', 'a'],
    ['spaces', '## a    b\n## '.padEnd(60)],
    ['fences', '```\n'],
    ['braces', '{"code": "'],
    ['brackets', '{"code": [['],
  ])('is done at once with a megabyte of %s', (_, part) => {
    const text = part.repeat(1_000_000 / part.length);
    expect(readDraft(text).status).toBe('unreadable');
    expect(readDraft(`## Entry point\n${text}`).status).toBe('unreadable');
  });

  it('reads back whatever was written, in either form', () => {
    const word = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/);
    const prose = fc
      .array(fc.stringMatching(/^[A-Za-z][\w ,.;"'(){}[\]#*-]{0,40}$/), { minLength: 1 })
      .map((lines) => lines.join('\n').trim())
      .filter((text) => !/^\s*[#*]/m.test(text));
    const program = fc
      .array(fc.stringMatching(/^ {0,4}[\w{}#*=+ ()-]{0,30}$/), { minLength: 1 })
      .map((lines) => `${lines.join('\n').trim()}\n`)
      .filter((text) => text.trim() !== '');
    const anyDraft = fc.record({
      code: program,
      entrypoint: word,
      parameters: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      inputGenerator: program,
      ioDescription: prose,
      inputSchema: fc.dictionary(word, fc.oneof(fc.string(), fc.integer()), {
        noNullPrototype: true,
      }),
      query: prose,
    });
    fc.assert(
      fc.property(anyDraft, (each) => {
        expect(readDraft(toSections(each))).toEqual({ status: 'read', draft: each });
        expect(readDraft(JSON.stringify(toObject(each)))).toEqual({ status: 'read', draft: each });
      }),
    );
  });
});
