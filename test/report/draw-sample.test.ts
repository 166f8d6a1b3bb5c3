import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/index.js';
import { createSampleDrawer } from '../../src/report/sample/draw-sample.js';
import { embeddedBytes } from '../../src/report/sample/embedded-json.js';
import { right } from '../formats/support/conversations.js';
import { variedConversations } from './support/varied-conversations.js';

const conversations = [...variedConversations(4000)];

function draw(items: readonly Conversation[], size: number, maxBytes = 1e9, seed = 0) {
  const drawer = createSampleDrawer({ size, maxBytes, seed });
  for (const item of items) drawer.add(item);
  return drawer.result();
}
const kindOf = ({ task, outcome, turns }: Conversation): string =>
  [task.direction, outcome, turns[0]?.verdict.status, turns.at(-1)?.verdict.status].join(' ');

describe('the sample of a report', () => {
  it('is everything when everything fits, in the order of the source', () => {
    const { conversations: drawn } = draw(conversations.slice(0, 200), 200);
    expect(drawn.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  });

  it('is the same for the same seed and another for another', () => {
    const sample = JSON.stringify(draw(conversations, 100));
    expect(JSON.stringify(draw(conversations, 100))).toBe(sample);
    expect(JSON.stringify(draw(conversations, 100, 1e9, 1))).not.toBe(sample);
  });

  it('has every kind of conversation in it, the rare ones in full', () => {
    const kinds = groupByKind(conversations);
    const drawn = draw(conversations, 200).conversations.map(({ number }) =>
      kindOf(conversations[number - 1] ?? expect.unreachable()),
    );
    expect(drawn).toHaveLength(200);
    for (const [kind, all] of kinds) {
      const count = drawn.filter((own) => own === kind).length;
      expect([kind, count]).toEqual([kind, Math.min(count, all.length)]);
      expect(count).toBeGreaterThanOrEqual(Math.min(all.length, 5));
    }
  });

  it('gives all of a kind the same chance', () => {
    const same = Array.from({ length: 400 }, () => right);
    const halves = [0, 0];
    for (let seed = 0; seed < 100; seed++) {
      for (const { number } of draw(same, 20, 1e9, seed).conversations) {
        halves[number <= 200 ? 0 : 1] = (halves[number <= 200 ? 0 : 1] ?? 0) + 1;
      }
    }
    // 2000 draws: 1000 in each half, give or take four standard deviations.
    expect(Math.abs((halves[0] ?? 0) - 1000)).toBeLessThan(90);
  });

  it('stays within its bytes, shared texts counted once', () => {
    const sample = draw(conversations, 4000, 300_000);
    expect(embeddedBytes(sample)).toBeLessThan(300_100);
    expect(embeddedBytes(sample)).toBeGreaterThan(280_000);
    expect(sample.conversations.length).toBeGreaterThan(100);
    const texts = Object.values(sample.texts);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('holds every text that its conversations need, and no other', () => {
    const { conversations: drawn, texts } = draw(conversations, 50);
    const needed = drawn.flatMap(({ function: fn, prompt, retryRequest }) => [
      ...[fn.code, fn.query, fn.ioDescription, retryRequest],
      ...prompt.flatMap(({ pieces }) => pieces),
    ]);
    expect(Object.keys(texts).map(Number)).toEqual([...new Set(needed)].sort((a, b) => a - b));
    const [first] = drawn;
    const source = conversations[(first?.number ?? 0) - 1];
    expect(first?.prompt[0]?.pieces.map((piece) => texts[piece]).join('')).toBe(
      source?.prompt[0]?.content,
    );
  });

  it('may be empty', () => {
    expect(draw(conversations, 0)).toEqual({ texts: {}, conversations: [] });
    expect(draw(conversations, 10, 10)).toEqual({ texts: {}, conversations: [] });
  });

  it('cuts texts that are far too long', () => {
    const [turn] = right.turns;
    const text = 'x'.repeat(1_000_000);
    const long = {
      ...right,
      turns: turn && [{ ...turn, prediction: { ...turn.prediction, text } }],
    };
    const [drawn] = draw([long as Conversation], 1).conversations;
    expect(drawn?.turns[0]?.text.length).toBeLessThan(20_100);
    expect(drawn?.turns[0]?.text).toContain('[… 980000 characters left out …]');
  });
});

function groupByKind(items: readonly Conversation[]): Map<string, Conversation[]> {
  const kinds = new Map<string, Conversation[]>();
  for (const item of items) kinds.set(kindOf(item), [...(kinds.get(kindOf(item)) ?? []), item]);
  return kinds;
}
