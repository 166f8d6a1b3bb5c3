import { describe, expect, it } from 'vitest';
import { checkStatement, checkStatementAgainst } from '../../src/functions/check-statement.js';
import { readFunctions } from '../../src/index.js';
import { bundledFunctions } from '../support/bundled.js';

const statement = {
  query: 'A ferry takes `cars` in the order of the queue, up to `load` tonnes. How many are left?',
  ioDescription: '`cars` (array of integers), `load` (integer).',
  parameters: ['cars', 'load'],
};

function kindsFor(query: string): readonly string[] {
  return checkStatement({ ...statement, query }).map(({ kind }) => kind);
}

describe('checkStatement', () => {
  it('has nothing against a question that names its variables', () => {
    expect(checkStatement(statement)).toEqual([]);
  });

  it('has nothing against the bundled functions', async () => {
    for await (const fn of readFunctions(bundledFunctions)) {
      const { query, ioDescription, parameters = [] } = fn;
      expect(checkStatement({ query, ioDescription, parameters }), fn.entrypoint).toEqual([]);
    }
  });

  it.each([
    ['no-question', 'Tell how many of `cars` are left with `load`.'],
    ['no-question', 'How many of `cars` are left with `load`? Think well.'],
    ['programming-assignment', 'Can you write a short recursive function for `cars` and `load`?'],
    ['programming-assignment', 'Which value is printed to the console for `cars` and `load`?'],
    ['variable-not-named', 'How many of `cars` are left with the loads?'],
    ['value-given-away', 'With `load` = 12, how many of `cars` are left?'],
    ['value-given-away', 'How many of `cars`, for example three small ones, fit `load`?'],
    ['value-given-away', 'When `cars` are [3, 4, 5], how many fit `load`?'],
  ])('finds %s in “%s”', (kind, query) => {
    expect(kindsFor(query)).toEqual([kind]);
  });

  it.each([
    'The ferry returns the cars to the port. The code of the lock is `load`. Whose are `cars`?',
    'Three of `cars` cost 12, 15 and 20 crowns. Which of them fit the `load`?',
    'With the wait as a function of `cars`, how long is it for the `load`?',
    'Who of `cars` may “go”, and with what `load`?”',
  ])('takes “%s” for what it is', (query) => {
    expect(kindsFor(query)).toEqual([]);
  });

  it('wants the variables in the description, too', () => {
    const ioDescription = '`cars` (array of integers), `loads` (integer).';
    expect(checkStatement({ ...statement, ioDescription })).toEqual([
      {
        kind: 'variable-not-named',
        message: 'The description of input and output does not name the parameter `load`.',
      },
    ]);
  });

  it('knows variables with a dollar sign', () => {
    const parameters = ['$cars'];
    const named = { query: 'Where are `$cars`?', ioDescription: '`$cars`', parameters };
    expect(checkStatement(named)).toEqual([]);
    expect(checkStatement({ ...named, query: 'Where are `cars`?' })).toHaveLength(1);
  });
});

describe('checkStatementAgainst', () => {
  const query = 'The bays are [ 3,4, 11 ] and "LOW-WATER" is forbidden. How many of `cars` fit?';

  it.each([
    ['a list of the input', { input: { cars: [3, 4, 11] }, output: 1 }],
    ['a text of the output', { input: { cars: [1] }, output: 'LOW-WATER' }],
  ])('finds %s in the question', (_, pair) => {
    expect(checkStatementAgainst({ ...statement, query }, [pair])).toMatchObject([
      { kind: 'value-given-away' },
    ]);
  });

  it('lets small values be, which may belong to the rules', () => {
    const pair = { input: { cars: 11, list: [], word: 'fit' }, output: [3] };
    expect(checkStatementAgainst({ ...statement, query }, [pair])).toEqual([]);
  });
});
