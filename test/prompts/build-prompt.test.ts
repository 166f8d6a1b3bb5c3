import { describe, expect, it } from 'vitest';
import { buildPrompt, parseJson, promptTemplates, type Task } from '../../src/index.js';
import { addTax, taxTask } from '../support/fixtures.js';

const text = (task: Task, options = {}) =>
  buildPrompt(task, options)
    .map(({ content }) => content)
    .join('\n');

describe('the default prompts', () => {
  it('are these, for an output', () => {
    expect(buildPrompt(taxTask('output'))).toMatchInlineSnapshot(`
      [
        {
          "content": "What does a customer pay for goods of value \`net\` at the tax \`rate\`?

      About the data:
      Input:
        \`net\` (integer)
        \`rate\` (integer)
      Output: an object with \`gross\` and \`rate\`.

      You are given this input:
      {"net": 100, "rate": 7}

      Work out the output that belongs to it. Reason step by step in plain language and do not write any program. End your answer with one JSON object on a line of its own, exactly in this form:
      {"output": <the output>}

      This JavaScript code carries out the task; addTax is where it starts. Let it guide your reasoning, but tell the steps in your own words instead of quoting lines of it.
      \`\`\`javascript
      function addTax(net, rate) {
        if (net < 0) throw new RangeError("negative price");
        return { gross: net + rate, rate };
      }
      \`\`\`",
          "role": "user",
        },
      ]
    `);
  });

  it('are these, for an input', () => {
    expect(buildPrompt(taxTask('input'))).toMatchInlineSnapshot(`
      [
        {
          "content": "What does a customer pay for goods of value \`net\` at the tax \`rate\`?

      About the data:
      Input:
        \`net\` (integer)
        \`rate\` (integer)
      Output: an object with \`gross\` and \`rate\`.

      You are given this output:
      {"gross": 107, "rate": 7}

      Find an input that leads to exactly this output; if there are several, any one of them will do. Reason step by step in plain language and do not write any program. End your answer with one JSON object on a line of its own, exactly in this form:
      {"input": {"net": <net>, "rate": <rate>}}

      This JavaScript code carries out the task; addTax is where it starts. Let it guide your reasoning, but tell the steps in your own words instead of quoting lines of it.
      \`\`\`javascript
      function addTax(net, rate) {
        if (net < 0) throw new RangeError("negative price");
        return { gross: net + rate, rate };
      }
      \`\`\`",
          "role": "user",
        },
      ]
    `);
  });

  it('leave out the code when the task says so', () => {
    const task = { ...taxTask('output'), includeCode: false };
    expect(text(task)).not.toContain('function addTax');
    expect(text(task)).toContain(addTax.query);
  });
});

describe('the variants of Table 3', () => {
  it.each([
    ['queryAndCode', true, true],
    ['query', true, false],
    ['code', false, true],
    ['queryToCodeAndReasoning', true, false],
    ['queryToCode', true, false],
  ] as const)('%s shows the query: %s, the code: %s', (name, hasQuery, hasCode) => {
    for (const direction of ['input', 'output'] as const) {
      const prompt = text(taxTask(direction), { template: promptTemplates[name] });
      expect([prompt.includes(addTax.query), prompt.includes('net < 0')]).toEqual([
        hasQuery,
        hasCode,
      ]);
      expect(prompt).not.toMatch(/\{\{|undefined/);
    }
  });
});

describe('templates', () => {
  it('are filled in once: braces in the data stay as they are', () => {
    const task = taxTask('output', { ...addTax, query: 'What is {{input}} in `net` at `rate`?' });
    expect(text(task)).toContain('What is {{input}} in');
  });

  it('show numbers exactly', () => {
    const task = taxTask('output');
    const input = parseJson('{"net": 1.0, "rate": 9007199254740993}') as Task['pair']['input'];
    expect(text({ ...task, pair: { ...task.pair, input } })).toContain(
      '{"net": 1.0, "rate": 9007199254740993}',
    );
  });

  it('never show the wanted side', () => {
    expect(text(taxTask('output'))).not.toContain('107');
    expect(text(taxTask('input'))).not.toContain('"net": 100');
  });

  it('name a placeholder that does not exist', () => {
    const template = { output: '{{qeury}}', input: '' };
    expect(() => buildPrompt(taxTask('output'), { template })).toThrow(
      /unknown placeholder \{\{qeury\}\}.*query, ioDescription/,
    );
  });

  it('may be functions', () => {
    const template = (task: Task) => [{ role: 'user' as const, content: task.id }];
    expect(buildPrompt(taxTask('output'), { template })).toEqual([
      { role: 'user', content: taxTask('output').id },
    ]);
  });
});
