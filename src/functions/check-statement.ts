import type { IOPair } from '../core/io-pair.js';
import type { JsonValue } from '../core/json-value.js';
import type { TransformProblem } from '../core/transform-problem.js';
import { isExactNumber } from '../values/exact-number.js';
import { stringifyJson } from '../values/stringify-json.js';

/** The parts of a function that its problem statement is checked against. */
export interface Statement {
  /** The problem statement. */
  readonly query: string;
  readonly ioDescription: string;
  readonly parameters: readonly string[];
}

/** What lies behind is not looked at: patterns take too long in endless texts. */
const longestQuery = 10_000;

const assignment =
  /\b(?:write|implement|code|develop|create|build|design|define|complete)(?:\s+[\w-]+){0,4}?\s+(?:function|program|script|method|class|algorithm|procedure)\b/i;
const talkOfCode =
  /\b(?:javascript|typescript|python|pseudocode|stdin|stdout|console|functions?(?! of\b)|the (?:given|following|above) (?:code|program|script)|returns? (?:an?|the) (?:array|list|object|string|number|boolean|value))\b/i;
const exampleWord = /\b(?:for example|for instance|e\. ?g\.|example:|sample input|sample output)/i;
const literalList = /\[\s*(?:-?\d|"|'|\[|\{)[^\]]*\]|\{\s*"[^"]*"\s*:/;

/**
 * Checks a problem statement by its text: that it is a question and no programming assignment, that
 * it names every variable, and that it gives no value away.
 */
export function checkStatement(statement: Statement): readonly TransformProblem[] {
  const query = statement.query.slice(0, longestQuery);
  const problems: TransformProblem[] = [];
  const report = (kind: TransformProblem['kind'], message: string): void => {
    problems.push({ kind, message });
  };
  if (!/\?["')\]”’»*\s]*$/.test(query)) {
    report('no-question', 'The question does not end with a question mark.');
  }
  const asked = assignment.exec(query)?.[0] ?? talkOfCode.exec(query)?.[0];
  if (asked !== undefined) {
    report(
      'programming-assignment',
      `The question speaks of programming ("${asked}") instead of a situation in the world.`,
    );
  }
  for (const name of statement.parameters) {
    for (const [part, text] of [
      ['question', query],
      ['description of input and output', statement.ioDescription],
    ] as const) {
      if (!namesVariable(text, name)) {
        report('variable-not-named', `The ${part} does not name the parameter \`${name}\`.`);
      }
    }
  }
  for (const given of findGivenValues({ ...statement, query })) {
    report('value-given-away', `The question gives away a value or an example: "${given}".`);
  }
  return problems;
}

/**
 * Checks that a problem statement does not hold the input or output of one of the function's pairs.
 * Only values of some size count: a short word or number may well belong to the rules.
 */
export function checkStatementAgainst(
  statement: Statement,
  pairs: readonly IOPair[],
): readonly TransformProblem[] {
  const text = withoutSpaces(statement.query);
  const values = pairs.flatMap(({ input, output }) => [...Object.values(input), output]);
  const given = values.find((value) => isLarge(value) && text.includes(withoutSpaces(show(value))));
  if (given === undefined) return [];
  const message = `The question holds a value of an input or a result: ${show(given)}.`;
  return [{ kind: 'value-given-away', message }];
}

/** Says whether a text has a name as a word of its own. */
export function namesVariable(text: string, name: string): boolean {
  const escaped = name.replace(/[$.*+?^(){}[\]|\\/-]/g, '\\$&');
  return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`).test(text);
}

/** Examples, values written as JSON, and parameters that are said to be something. */
function findGivenValues({ query, parameters }: Statement): readonly string[] {
  const found = [exampleWord.exec(query)?.[0], literalList.exec(query)?.[0]];
  for (const name of parameters) {
    const escaped = name.replaceAll('$', '\\$');
    const value = `-?\\d[\\d.,]*|"[^"]*"|'[^']*'|\\[|\\{|true\\b|false\\b`;
    const assigned = new RegExp(`\`${escaped}\`\\s*(?:=|:=|:|equals|is set to)\\s*(?:${value})`);
    found.push(assigned.exec(query)?.[0]);
  }
  return found.filter((text) => text !== undefined);
}

function isLarge(value: JsonValue): boolean {
  if (typeof value === 'string') return value.length >= 8;
  if (typeof value === 'object' && value !== null && !isExactNumber(value)) {
    return Object.keys(value).length > 0 && show(value).length >= 8;
  }
  return false;
}

function show(value: JsonValue): string {
  return typeof value === 'string' ? value : stringifyJson(value);
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}
