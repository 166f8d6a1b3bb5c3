import fc from 'fast-check';

/** The tokens of a program in JavaScript, in which `§3` stands for the variable 3. */
export type TokenProgram = readonly string[];

const variable = fc.integer({ min: 0, max: 3 }).map((number) => [`§${number}`]);

const { expression } = fc.letrec<{ expression: string[] }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    variable,
    fc.nat(500).map((number) => [String(number)]),
    fc.constantFrom('"a"', '"b c"').map((text) => [text]),
    fc
      .tuple(tie('expression'), fc.constantFrom('+', '-', '*'), tie('expression'))
      .map(([left, operator, right]) => ['(', ...left, operator, ...right, ')']),
    tie('expression').map((value) => ['Math', '.', 'floor', '(', ...value, ')']),
    tie('expression').map((value) => ['[', ...value, ']', '.', 'length']),
    // Hides an outer variable.
    fc
      .tuple(variable, tie('expression'), tie('expression'))
      .map(([own, body, value]) => ['(', '(', ...own, ')', '=>', ...body, ')', '(', ...value, ')']),
  ),
}));

const { statements } = fc.letrec<{ statements: string[] }>((tie) => ({
  statements: fc
    .array(
      fc.oneof(
        { maxDepth: 3, depthIdentifier: 'statement' },
        fc.tuple(variable, expression).map(([name, value]) => [...name, '=', ...value, ';']),
        expression.map((value) => ['return', ...value, ';']),
        fc
          .tuple(expression, tie('statements'))
          .map(([test, body]) => ['if', '(', ...test, ')', '{', ...body, '}']),
        fc
          .tuple(variable, expression, tie('statements'))
          .map(([own, list, body]) => [
            ...['for', '(', 'const', ...own, 'of', '[', ...list, ']', ')', '{', ...body, '}'],
          ]),
        tie('statements').map((body) => ['{', 'let', '§2', '=', '7', ';', ...body, '}']),
      ),
      { maxLength: 4 },
    )
    .map((list) => list.flat()),
}));

/** Makes functions with nested scopes that use the same names for different variables. */
export function createProgram(): fc.Arbitrary<TokenProgram> {
  return statements.map((body) => [
    ...['function', '§4', '(', '§0', ',', '§1', ')', '{', 'let', '§2', ',', '§3', ';'],
    ...[...body, 'return', '§3', '-', '1', ';', '}'],
  ]);
}

const spaces = [' ', '  ', ' /* a = 1; */ ', '\t'];
const stems = ['x', 'value', 'Math_', '$', 'ünï', 'of_'];

/** Writes a program with other names and other space between its tokens for another number. */
export function render(program: TokenProgram, seed: number): string {
  const stem = stems[seed % stems.length] ?? '';
  const space = (index: number): string =>
    spaces[(seed + index * (seed % 7)) % spaces.length] ?? ' ';
  return program.map((token, index) => `${token.replace('§', stem)}${space(index)}`).join('');
}
