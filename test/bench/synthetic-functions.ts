import { createRandom, type Random } from '../../src/values/random.js';

/** A function made from its number alone. */
export interface SyntheticFunction {
  readonly id: string;
  readonly language: 'javascript';
  readonly code: string;
  /** As many as there are when every statement has its own. */
  readonly lines: number;
  /** What was planted: a new function, or a duplicate of an earlier new one. */
  readonly kind: 'new' | 'exact' | 'near';
  /** The id of the function it is a duplicate of. */
  readonly of?: string | undefined;
}

/** Statements in which `§3` stands for the variable 3. */
type Statements = readonly string[];

const share = { exact: 0.05, near: 0.05 };
const parameters = 3;

/** Makes function `index`: 90 % are new, 5 % are renamed and laid out anew, 5 % changed a little. */
export function makeFunction(index: number): SyntheticFunction {
  const kind = kindOf(index);
  const random = randomOf('look', index);
  const id = String(index);
  if (kind === 'new') return { id, kind, ...render(makeStatements(index), random) };
  const original = originalOf(index, random);
  const statements = makeStatements(original);
  const changed = kind === 'near' ? changeStatements(statements, random) : statements;
  return { id, kind, of: String(original), ...render(changed, random) };
}

function kindOf(index: number): SyntheticFunction['kind'] {
  const draw = randomOf('kind', index)();
  if (index === 0 || draw >= share.exact + share.near) return 'new';
  return draw < share.exact ? 'exact' : 'near';
}

function originalOf(index: number, random: Random): number {
  let original = Math.floor(random() * index);
  while (kindOf(original) !== 'new') original--;
  return original;
}

function makeStatements(index: number): Statements {
  const random = randomOf('code', index);
  const count = 8 + Math.floor(random() * 4);
  const statements: string[] = [];
  for (let i = 0; i < count; i++) {
    statements.push(random() < 0.6 ? simpleStatement(random, i) : compound(random, i));
  }
  return statements;
}

/** Puts other statements in the places of one or two, without touching what others declare. */
function changeStatements(statements: Statements, random: Random): Statements {
  const changed = [...statements];
  const count = random() < 0.5 ? 1 : 2;
  for (let i = 0; i < count; i++) {
    const simple = [...changed.keys()].filter((at) => !changed[at]?.includes('\n'));
    const at = pick(random, simple.length > 0 ? simple : [0]);
    changed[at] = simpleStatement(random, at);
  }
  return changed;
}

/** Every statement `at` declares the variable `parameters + at`. */
function simpleStatement(random: Random, at: number): string {
  const value = (): string => expression(random, parameters + at, 2);
  return `let §${parameters + at} = ${value()};`;
}

function compound(random: Random, at: number): string {
  const own = parameters + at;
  const target = `§${own}`;
  const inner = `§${100 + at}`;
  const value = (depth = 1): string => expression(random, own, depth);
  const more = (): string =>
    pick(random, [
      `${target} ${pick(random, ['+=', '-=', '*=', '^='])} ${inner} ${operator(random)} ${value(1)};`,
      `if (${inner} ${comparison(random)} ${value(1)}) ${pick(random, ['continue', 'break'])};`,
      `${target} = ${pick(random, mathNames)}(${target}, ${inner}, ${value(1)});`,
      `${target} = ${target} > ${value(1)} ? ${inner} : ${target} ${operator(random)} 1;`,
    ]);
  const lines = Array.from({ length: 1 + Math.floor(random() * 2) }, more);
  const start = `let ${target} = ${value(1)};`;
  const head = pick(random, [
    `for (let ${inner} = ${number(random)}; ${inner} < ${number(random)}; ${inner}++)`,
    `for (let ${inner} = ${value(1)}; ${inner} > 0; ${inner} = Math.floor(${inner} / ${number(random)}))`,
    `for (const ${inner} of [${value()}, ${value(1)}, ${number(random)}])`,
    `for (const ${inner} of String(${value(1)}))`,
  ]);
  const branch = `if (${target} ${comparison(random)} ${value(1)}) {\n${target} = ${value()};\n} else {\n${target} ${pick(random, ['-=', '+=', '%='])} ${value(1)};\n}`;
  return random() < 0.3 ? `${start}\n${branch}` : `${start}\n${head} {\n${lines.join('\n')}\n}`;
}

function expression(random: Random, variables: number, depth: number): string {
  const part = (): string => expression(random, variables, depth - 1);
  if (depth <= 0 || random() < 0.15) {
    return random() < 0.7 ? `§${Math.floor(random() * variables)}` : number(random);
  }
  const shape = Math.floor(random() * 9);
  if (shape < 3) return `(${part()} ${operator(random)} ${part()})`;
  if (shape === 3) return `${pick(random, mathNames)}(${part()}, ${part()})`;
  if (shape === 4) return `Number(String(${part()}).${pick(random, textCalls)})`;
  if (shape === 5) return `(${part()} ${comparison(random)} ${part()} ? ${part()} : ${part()})`;
  if (shape === 6) return `[${part()}, ${part()}].${pick(random, listCalls)}`;
  if (shape === 7)
    return `Math.${pick(random, ['floor', 'abs', 'sqrt', 'trunc', 'sign'])}(${part()})`;
  return `({ low: ${part()}, high: ${part()} }).${pick(random, ['low', 'high'])}`;
}

const mathNames = ['Math.max', 'Math.min', 'Math.hypot', 'Math.pow', 'Math.imul'];
const textCalls = ['length', 'charCodeAt(0)', 'indexOf("7")', 'slice(1, 3)', 'padEnd(4, "0")'];
const listCalls = ['length', 'indexOf(0)', 'reverse()[0]', 'reduce((a, b) => a + b)', 'at(-1)'];

function operator(random: Random): string {
  return pick(random, ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>']);
}

function comparison(random: Random): string {
  return pick(random, ['<', '>', '<=', '>=', '===', '!==']);
}

function number(random: Random): string {
  return String(1 + Math.floor(random() ** 2 * 1000));
}

/** Writes the function down, with names and layout that the source of randomness decides. */
function render(
  statements: Statements,
  random: Random,
): Pick<SyntheticFunction, 'language' | 'code' | 'lines'> {
  const stem = pick(random, ['value', 'part', 'total', 'item', 'x', 'step']);
  const result = parameters + statements.length - 1;
  const text = [
    'function §99(§0, §1, §2) {',
    ...statements,
    `return [§${result}, §${result - 1}];`,
    '}',
  ].join('\n');
  const named = text.replaceAll(/§(\d+)/g, `${stem}$1`);
  const code = pick(random, layouts)(named);
  return { language: 'javascript', code, lines: text.split('\n').length };
}

const layouts: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => code.replaceAll('\n', ' ').replaceAll('"', "'"),
  (code) => code.replaceAll(/;$/gm, '').replaceAll('\n', '\n\n    // and then\n    '),
];

/**
 * A source of its own for everything that is decided. It is made of two, since of a hundred thousand
 * single ones some are the same sequence a few steps on, and make functions with the same statements.
 */
function randomOf(decision: 'kind' | 'code' | 'look', index: number): Random {
  const salt = { kind: 0x3c6ef372, code: 0x1b873593, look: 0x52dce729 }[decision];
  const one = createRandom(Math.imul(index + 1, 0x9e3779b1) ^ salt);
  const other = createRandom(Math.imul(index + 1, 0x85ebca6b) + salt);
  return () => (one() + other()) % 1;
}

function pick<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T;
}
