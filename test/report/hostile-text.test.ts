import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Conversation, defineFunction } from '../../src/index.js';
import { renderReport } from '../../src/report/index.js';
import { escapeHtml, html } from '../../src/report/page/html.js';
import { embeddedJson } from '../../src/report/sample/embedded-json.js';
import { revised } from '../formats/support/conversations.js';
import { addTax } from '../support/fixtures.js';
import { hostileText } from './support/varied-conversations.js';

/** A conversation with hostile text wherever there can be text. */
function hostileConversation(): Conversation {
  const text = hostileText;
  const fn = defineFunction({ ...addTax, entrypoint: 'addTax', query: text, category: text });
  const turns = revised.turns.map((turn) => ({
    ...turn,
    feedback: text,
    prediction: { ...turn.prediction, text, reasoning: text, modelId: text, provider: text },
    verdict: { ...turn.verdict, predicted: { [text]: text } } as typeof turn.verdict,
  }));
  const task = { ...revised.task, id: text, function: fn };
  return { ...revised, task, turns, prompt: [{ role: 'user', content: text }], retryRequest: text };
}

const page = renderReport([hostileConversation()], {
  title: hostileText,
  currency: hostileText,
  validations: {
    [hostileText]: {
      ...{ file: hostileText, rows: 1, isValid: false, errors: 1, warnings: 0 },
      counts: [{ severity: 'error', rule: hostileText, count: 1 }],
      findings: [
        { severity: 'error', rule: hostileText, field: hostileText, problem: hostileText },
      ],
    },
  },
});

describe('the text of others in a report', () => {
  it('never becomes part of the page', async () => {
    const { html: text } = await page;
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<!--');
    // Ours, the data, and ours again: none is added or ended early.
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text.match(/<\/script/g)).toHaveLength(2);
    expect(text).toContain('&lt;script&gt;alert(1)');
  });

  it('could do nothing if it did: the page allows its own script and style and no more', async () => {
    const { html: text } = await page;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    const hashOf = (code = '') => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
    const script = /<script>([\s\S]*?)<\/script>/.exec(text)?.[1];
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1];
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(script)}`,
      `style-src ${hashOf(style)}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(text.match(/<style/g)).toHaveLength(1);
    const outside = text.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
    const withoutValues = outside.replace(/="[^"]*"/g, '=""');
    expect(/<[^>]*\s(?:style|on\w+)=/.exec(withoutValues)).toBe(null);
    expect(/ (?:src|href)="(?!#|data:)/.exec(outside)).toBe(null);
  });

  it('comes back from the data as it was', async () => {
    const { html: text } = await page;
    const data = JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '');
    expect(data.conversations[0].turns[0].text).toBe(hostileText);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (own) => {
        const written = embeddedJson({ own });
        expect(written).not.toContain('<');
        expect(JSON.parse(written)).toEqual({ own });
        expect(Buffer.from(written).toString()).toBe(written);
      }),
    );
  });

  it('is escaped in elements and attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { html: made } = html`<p title="${text}">${text}</p>`;
        expect(made).toBe(`<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`);
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      }),
    );
    expect(html`${undefined}${false}${7}${[html`<b>`, html`&`]}`.html).toBe('7<b>&');
  });
});
