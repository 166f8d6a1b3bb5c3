import {
  type Conversation,
  type Direction,
  defaultRetryRequest,
  type Prediction,
  type Turn,
  type Verdict,
  type VerdictStatus,
} from '../../../src/index.js';
import { taxTask } from '../../support/fixtures.js';

/** What an attempt is made of; its texts name the turn, so that tests can tell them apart. */
export interface Attempt {
  readonly status: VerdictStatus;
  readonly text?: string;
  readonly feedback?: string;
  readonly reasoning?: string;
}

/** Makes the conversation that these attempts at the tax task lead to. */
export function conversationOf(
  attempts: readonly (Attempt | VerdictStatus)[],
  options: { readonly direction?: Direction; readonly sample?: number } = {},
): Conversation {
  const { direction = 'output', sample = 0 } = options;
  const turns = attempts.map((attempt, index) => {
    const fields = typeof attempt === 'string' ? { status: attempt } : attempt;
    return turnOf(fields, index + 1, sample);
  });
  const last = turns.at(-1)?.verdict.status;
  const outcome =
    last === 'correct'
      ? turns.length === 1
        ? 'correct'
        : 'revised'
      : last === 'unverifiable'
        ? 'unverifiable'
        : 'unsolved';
  const prompt = [
    { role: 'system', content: 'Think.' },
    { role: 'user', content: `What is the ${direction}?` },
  ] as const;
  return { task: taxTask(direction), prompt, turns, retryRequest: defaultRetryRequest, outcome };
}

/** Right at once; right after feedback; wrong twice; not verifiable. */
export const right: Conversation = conversationOf(['correct']);
export const revised: Conversation = conversationOf(['mismatch', 'correct']);
export const unsolved: Conversation = conversationOf(['mismatch', 'no-answer']);
export const unverifiable: Conversation = conversationOf(['mismatch', 'unverifiable']);

function turnOf(attempt: Attempt, number: number, sample: number): Turn {
  const { status, reasoning } = attempt;
  const text = attempt.text ?? `Answer ${number} of sample ${sample}: {"output": ${number}}`;
  const prediction: Prediction = {
    text,
    reasoning,
    provider: 'simulated',
    modelId: 'tiny',
    finishReason: 'stop',
    usage: { inputTokens: 40, outputTokens: 12, totalTokens: 52 },
    sampling: { temperature: 0.7 },
    sample,
    answer:
      status === 'no-answer'
        ? { status: 'missing', reason: 'nothing-found' }
        : { status: 'found', value: number },
  };
  const verdict = verdictOf(status, number);
  if (status === 'unverifiable') return { prediction, verdict };
  const feedback = attempt.feedback ?? (status === 'correct' ? 'Right.' : `Wrong: ${number}.`);
  return { prediction, verdict, feedback };
}

function verdictOf(status: VerdictStatus, predicted: number): Verdict {
  switch (status) {
    case 'correct':
    case 'mismatch':
      return { status, predicted };
    case 'no-answer':
      return { status, reason: 'nothing-found' };
    case 'invalid-input':
      return { status, predicted, problems: ['the variable `net` is missing'] };
    case 'runtime-error':
      return {
        status,
        predicted: { net: -1, rate: predicted },
        error: { name: 'RangeError', message: 'negative price', line: 2 },
      };
    case 'step-limit':
    case 'out-of-memory':
      return { status, predicted: { net: predicted, rate: 1 } };
    case 'unverifiable':
      return { status, reason: 'sandbox-lost', detail: 'the thread did not answer' };
  }
}
