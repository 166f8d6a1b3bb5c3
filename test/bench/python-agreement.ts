import { type Outcome, stringifyJson } from 'codeio';
import { createPythonSandbox } from 'codeio/python';
import { inputsOf, type PublishedFunction, portion, tally } from './python-data.js';
import { type Explained, explain } from './python-explain.js';
import { type HostAnswer, runOnHost } from './python-host.js';
import {
  compareOutcomes,
  isSameAnswer,
  type JudgedCall,
  type SharedCall,
  toRequest,
} from './python-outcomes.js';
import type { HostPython } from './python-process.js';
import type { Row } from './table.js';

/** What comparing came to. */
interface Agreement {
  readonly agreed: readonly JudgedCall[];
  /** Of those that agreed: equal to the last digit. */
  readonly exact: number;
  readonly explained: Explained;
  /** Why some could not be compared. */
  readonly open: readonly string[];
}

const examplesShown = 5;
const exampleLength = 60;

/**
 * Makes calls of published functions in the sandbox and with Python itself, and compares. Calls that
 * Python itself answers differently under another seed are left out.
 *
 * @returns Rows for the table, and the calls that both answered alike.
 */
export async function measureAgreement(
  functions: readonly PublishedFunction[],
  python: HostPython,
  count: number,
): Promise<{ readonly rows: readonly Row[]; readonly agreed: readonly JudgedCall[] }> {
  const deterministic = functions.filter(({ problem }) => problem !== 'not-deterministic');
  const calls = takeTurns(deterministic).slice(0, count);
  const requests = calls.map(toRequest);
  const outcomes = await runInSandbox(calls);
  const [answers, others] = await Promise.all([
    runOnHost(python, requests, 0),
    runOnHost(python, requests, 1),
  ]);
  const agreed: JudgedCall[] = [];
  const different: JudgedCall[] = [];
  const open: string[] = [];
  let exact = 0;
  for (const [index, call] of calls.entries()) {
    const answer = answers[index] as HostAnswer;
    if (!isSameAnswer(answer, others[index] as HostAnswer)) {
      open.push('not deterministic in python3');
      continue;
    }
    const judged = { call, answer, outcome: outcomes[index] as Outcome };
    const comparison = compareOutcomes(judged.outcome, answer);
    if (comparison.status === 'open') open.push(comparison.reason);
    else if (comparison.status === 'different') different.push(judged);
    else agreed.push(judged);
    if (comparison.status === 'equal' && comparison.toTheLastDigit) exact++;
  }
  const agreement = { agreed, exact, open, explained: await explain(different, python) };
  return { agreed, rows: describe(python, calls.length, agreement) };
}

/** The first inputs of all functions, then the second ones, and so on. */
function takeTurns(functions: readonly PublishedFunction[]): readonly SharedCall[] {
  const turns: SharedCall[][] = [];
  for (const published of functions) {
    for (const [turn, input] of inputsOf(published).entries()) {
      turns[turn] ??= [];
      turns[turn]?.push({ index: published.index, program: published.fn, input });
    }
  }
  return turns.flat();
}

async function runInSandbox(calls: readonly SharedCall[]): Promise<readonly Outcome[]> {
  await using sandbox = createPythonSandbox();
  return await Promise.all(calls.map(({ program, input }) => sandbox.run(program, input)));
}

function describe(
  { version }: HostPython,
  calls: number,
  { agreed, exact, explained, open }: Agreement,
): readonly Row[] {
  const returned = agreed.filter(({ outcome }) => outcome.status === 'returned').length;
  const { byRounding, bySetOrder, byRefusal, left } = explained;
  const numbers = (judged: readonly JudgedCall[]): string =>
    judged.length === 0 ? 'none' : judged.map(({ call }) => call.index).join(', ');
  return [
    {
      what: `${calls} calls of them: python3 (${version}) comes to the same`,
      figure: portion(agreed.length, agreed.length + left.length),
      wanted: { text: '100 %', isReached: left.length === 0 },
    },
    {
      what: 'returned the same, to the last digit, raised the same',
      figure: `${returned}, ${exact}, ${agreed.length - returned}`,
    },
    {
      what: 'left out: `sum` rounds more before Python 3.12, which decides a tie (functions)',
      figure: numbers(byRounding),
    },
    {
      what: 'left out: go by the order of a set, which Python leaves open (functions)',
      figure: numbers(bySetOrder),
    },
    {
      what: 'left out: want a thread, or to write a file, which the sandbox refuses (functions)',
      figure: numbers(byRefusal),
    },
    { what: 'left out for another reason', figure: tally(open) },
    ...left.slice(0, examplesShown).map(describeExample),
  ];
}

function describeExample({ call, outcome, answer }: JudgedCall): Row {
  const here = outcome.status === 'returned' ? stringifyJson(outcome.value) : show(outcome);
  const there = answer.status === 'returned' ? answer.value : show(answer);
  return {
    what: `disagreement: function ${call.index} of ${cut(stringifyJson(call.input))}`,
    figure: `${cut(here)} ≠ ${cut(there)}`,
  };
}

function show(outcome: Outcome | HostAnswer): string {
  if (outcome.status !== 'threw') return outcome.status;
  const { name, message } = 'error' in outcome ? outcome.error : outcome;
  return `${name}: ${message}`;
}

function cut(text: string): string {
  return text.length > exampleLength ? `${text.slice(0, exampleLength)}…` : text;
}
