import { fromCodeIO } from '../../../src/formats/from-codeio.js';
import type { RecoveredConversation } from '../../../src/formats/recovery/recovered-conversation.js';
import type { CodeIORow, Direction } from '../../../src/index.js';

/** What a row in the form of the published data is made of. */
export interface PublishedRow {
  readonly direction: Direction;
  /** The given side, as Python prints it. */
  readonly given: string;
  readonly code: string;
  /** Replies and what they were told, one turn or two. */
  readonly turns: readonly (readonly [reply: string, feedback: string])[];
}

const retry = 'Please redo it, in whatever words.';

/** Lays out a row as the published data does, in words of our own. */
export function publishedRow({ direction, given, code, turns }: PublishedRow): CodeIORow {
  const other = direction === 'output' ? 'input' : 'output';
  const prompt = [
    'You are given a question that these lines tell:',
    'What comes of it?',
    'The input and output requirements (told in some way):',
    'Input: as the code has it\nOutput: as the code has it',
    `Given the following ${other}:`,
    given,
    `Can you predict the ${direction}? Some words on how to answer.`,
    'Tip: Here is a reference code that may help.',
    code,
  ];
  const [first, second] = turns;
  const feedback = first?.[1] ?? '';
  return {
    prompt: prompt.join('\n\n'),
    turn_1: first?.[0] ?? '',
    feedback_1: second === undefined ? feedback : `${feedback}\n\n${retry}`,
    turn_2: second?.[0] ?? null,
    feedback_2: second?.[1] ?? null,
  };
}

export const rightOutput = 'Correct output!';
export const rightInput = 'Feasible input!';
export const wrongOutput = '[Mismatch] Your output, and the values in some words.';
export const wrongInput = '[Mismatch] Your input, and the values in some words.';

/** Reads a row that can be read. */
export function readRow(row: unknown): RecoveredConversation {
  const found = fromCodeIO(row);
  if (found.status !== 'recovered') throw new Error(found.problem);
  return found.conversation;
}
