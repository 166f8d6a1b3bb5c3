import { describe, expect, it } from 'vitest';
import { functionOf } from '../../src/curation/function-of.js';
import { addTax, taxTask } from '../support/fixtures.js';

describe('functionOf', () => {
  const task = taxTask('output');

  it.each([
    ['a function', addTax],
    ['a task', task],
    ['a conversation', { task, prompt: [], turns: [], retryRequest: '', outcome: 'unsolved' }],
  ])('finds the function of %s', (_, item) => {
    expect(functionOf(item)).toBe(addTax);
  });

  it.each([[undefined], [null], ['addTax'], [{}], [{ task: undefined }], [{ function: 'f' }]])(
    'refuses %j',
    (item) => {
      expect(() => functionOf(item as never)).toThrow(
        /^item must be a function, a task or a conversation, got /,
      );
    },
  );
});
