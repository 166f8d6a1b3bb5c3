import { describe, expect, it } from 'vitest';
import { groupSamples } from '../../../src/formats/samples/group-samples.js';
import type { Conversation } from '../../../src/index.js';
import { conversationOf } from '../support/conversations.js';

/** A sample of task `a` (output) or `b` (input). */
const sampleOf = (name: string): Conversation => {
  const [task, sample] = [name.slice(0, 1), Number(name.slice(1))];
  return conversationOf(['correct'], { direction: task === 'a' ? 'output' : 'input', sample });
};

const nameOf = ({ task, turns }: Conversation): string =>
  `${task.direction === 'output' ? 'a' : 'b'}${turns[0]?.prediction.sample}`;

async function groupsOf(names: string, samples?: number): Promise<readonly string[]> {
  const groups: string[] = [];
  for await (const group of groupSamples(names.split(' ').map(sampleOf), { samples })) {
    groups.push(group.map(nameOf).join(' '));
  }
  return groups;
}

describe('groupSamples', () => {
  it('brings the samples of a task together, whatever lies between them', async () => {
    expect(await groupsOf('a0 b0 b1 a1 b2 a2', 3)).toEqual(['b0 b1 b2', 'a0 a1 a2']);
    expect(await groupsOf('b0 a0 b1 a1')).toEqual(['b0 b1', 'a0 a1']);
  });

  it('gives out groups that stay incomplete at the end, and makes further ones of what is over', async () => {
    expect(await groupsOf('b0 a0 a1 a2', 2)).toEqual(['a0 a1', 'b0', 'a2']);
    expect(await groupsOf('a0 b0', 1)).toEqual(['a0', 'b0']);
  });

  it('gives a complete group before it reads on', async () => {
    let read = 0;
    async function* source(): AsyncGenerator<Conversation> {
      for (const name of ['a0', 'a1', 'b0', 'b1']) {
        read++;
        yield sampleOf(name);
      }
    }
    const groups = groupSamples(source(), { samples: 2 });
    expect(read).toBe(0);
    await groups.next();
    expect(read).toBe(2);
    await groups.return();
    expect(read).toBe(2);
  });

  it('refuses misuse at once', () => {
    expect(() => groupSamples([], { samples: 0 })).toThrow(/^samples must be an integer/);
    expect(() => groupSamples('a0' as never)).toThrow(/^conversations must be an iterable/);
  });
});
