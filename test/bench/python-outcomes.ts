import {
  isEqual,
  type JsonObject,
  type Outcome,
  type Program,
  parseJson,
  stringifyJson,
} from 'codeio';
import type { HostAnswer, HostRequest } from './python-host.js';

/** A call that both make. */
export interface SharedCall {
  /** Number of the function in the file. */
  readonly index: number;
  readonly program: Program;
  readonly input: JsonObject;
}

/** The call as Python itself gets it. */
export function toRequest({ program, input }: SharedCall): Omit<HostRequest, 'seed'> {
  const { code, entrypoint } = program;
  return { code, entrypoint, input: stringifyJson(input) };
}

/** A call, and what became of it here and there. */
export interface JudgedCall {
  readonly call: SharedCall;
  readonly outcome: Outcome;
  readonly answer: HostAnswer;
}

/** How what the sandbox says compares with what Python itself says. */
export type Comparison =
  | { readonly status: 'equal'; readonly toTheLastDigit: boolean }
  | { readonly status: 'different' }
  /** One of them gave up: a limit was hit. */
  | { readonly status: 'open'; readonly reason: string };

/** Compares outcomes: values as answers are compared, failures by the error's name. */
export function compareOutcomes(sandbox: Outcome, host: HostAnswer): Comparison {
  if (sandbox.status === 'threw' && sandbox.error.missingModule !== undefined) {
    return { status: 'open', reason: `no ${sandbox.error.missingModule} in the sandbox` };
  }
  if (host.status === 'ended') return { status: 'open', reason: 'ended in python3' };
  if (sandbox.status === 'returned' && host.status === 'returned') {
    const expected = parseJson(host.value);
    if (!isEqual(sandbox.value, expected)) return { status: 'different' };
    const toTheLastDigit = isEqual(sandbox.value, expected, { mode: 'strict' });
    return { status: 'equal', toTheLastDigit };
  }
  if (nameOutcome(sandbox) === nameAnswer(host)) return { status: 'equal', toTheLastDigit: true };
  const isKnown = ['returned', 'threw', 'unserializable'].includes(sandbox.status);
  if (!isKnown) return { status: 'open', reason: `${sandbox.status} in the sandbox` };
  return { status: 'different' };
}

/** Whether two answers are the same. */
export function isSameAnswer(a: HostAnswer, b: HostAnswer): boolean {
  if (a.status === 'returned' && b.status === 'returned') {
    return isEqual(parseJson(a.value), parseJson(b.value), { mode: 'strict' });
  }
  return nameAnswer(a) === nameAnswer(b);
}

function nameOutcome(outcome: Outcome): string {
  return outcome.status === 'threw' ? outcome.error.name : outcome.status;
}

function nameAnswer(answer: HostAnswer): string {
  return answer.status === 'threw' ? answer.name : answer.status;
}
