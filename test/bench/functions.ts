import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonObject, JsonValue } from 'codeio';

/** A function written in JavaScript and in Python: `mainSolution` and `main_solution`. */
export interface BenchFunction {
  readonly name: string;
  /** A script. */
  readonly javascript: string;
  readonly python: string;
  readonly parameters: readonly string[];
}

/** One check to make: the function, what goes in, and the text of what has to come out. */
export interface Check {
  readonly fn: BenchFunction;
  readonly input: JsonObject;
  readonly expected: string;
}

const directory = fileURLToPath(new URL('functions/', import.meta.url));

/**
 * Reads the ten functions with four inputs each, as checks in an order in which each is of another
 * function than the one before.
 */
export function readChecks(): readonly Check[] {
  const names = readdirSync(directory).filter((file) => file.endsWith('.json'));
  const columns = names.map((file) => readFunction(file.replace('.json', '')));
  return (columns[0] ?? []).flatMap((_, row) => columns.map((checks) => checks[row] as Check));
}

/** JavaScript literals of the arguments in order, for those who take nothing but code. */
export function argumentsOf({ fn, input }: Check): string {
  return fn.parameters.map((name) => JSON.stringify(input[name])).join(', ');
}

/** The JSON texts of results, compared with what had to come out. @throws Error when one is wrong. */
export function assertRight(
  who: string,
  checks: readonly Check[],
  results: readonly unknown[],
): void {
  for (const [index, { fn, input, expected }] of checks.entries()) {
    const actual = JSON.stringify(results[index]);
    if (actual === expected) continue;
    const call = `${fn.name}(${JSON.stringify(input)})`;
    throw new Error(`${who} says ${call} is ${actual}, but it is ${expected}`);
  }
}

function readFunction(name: string): readonly Check[] {
  const read = (extension: string): string =>
    readFileSync(`${directory}${name}.${extension}`, 'utf8');
  const cases = JSON.parse(read('json')) as readonly { input: JsonObject; output: JsonValue }[];
  const fn: BenchFunction = {
    name,
    // The export is for the tools that look for unused code.
    javascript: read('js').replace(/^export /m, ''),
    python: read('py'),
    parameters: Object.keys(cases[0]?.input ?? {}),
  };
  return cases.map(({ input, output }) => ({ fn, input, expected: JSON.stringify(output) }));
}
