import { describe, expect, it } from 'vitest';
import { createTasks, defineFunction } from '../../src/index.js';
import { addTax } from '../support/fixtures.js';

const pairs = [1, 2, 3].map((net) => ({ input: { net, rate: 1 }, output: net + 1 }));

describe('createTasks', () => {
  it('makes a task a direction of every pair', () => {
    const tasks = createTasks(addTax, pairs);
    expect(tasks.map(({ direction, pair }) => [direction, pair.output])).toEqual([
      ['output', 2],
      ['input', 2],
      ['output', 3],
      ['input', 3],
      ['output', 4],
      ['input', 4],
    ]);
    expect(tasks.every(({ includeCode }) => includeCode)).toBe(true);
  });

  it('takes fewer pairs, one direction, and leaves out the code', () => {
    const tasks = createTasks(addTax, pairs, {
      directions: ['input'],
      pairsPerFunction: 2,
      includeCode: false,
    });
    expect(tasks.map(({ direction, includeCode }) => [direction, includeCode])).toEqual([
      ['input', false],
      ['input', false],
    ]);
  });

  it('gives ids that depend on the content alone', () => {
    const ids = createTasks(addTax, pairs).map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    expect(
      createTasks({ ...addTax }, [...pairs].reverse())
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...ids].sort());
    expect(createTasks(addTax, pairs, { includeCode: false })[0]?.id).not.toBe(ids[0]);
  });

  it('refuses options that make no sense', () => {
    expect(() => createTasks(addTax, pairs, { pairsPerFunction: -1 })).toThrow(
      'pairsPerFunction must be an integer of at least 0, got -1',
    );
    expect(() => createTasks(addTax, pairs, { directions: ['both' as 'input'] })).toThrow(
      'got "both"',
    );
  });
});

describe('defineFunction', () => {
  it('makes the id of the content, unless it is given', () => {
    const { id, ...fields } = addTax;
    expect(defineFunction(fields).id).toBe(id);
    expect(defineFunction({ ...fields, query: 'Else?' }).id).not.toBe(id);
    expect(defineFunction({ ...fields, id: 'mine' }).id).toBe('mine');
  });

  it('names a field that is wrong', () => {
    expect(() => defineFunction({ ...addTax, query: '' })).toThrow(/^query must be/);
    expect(() => defineFunction({ ...addTax, language: 'ruby' as 'python' })).toThrow(
      /^language must be .*, got "ruby"$/,
    );
  });
});
