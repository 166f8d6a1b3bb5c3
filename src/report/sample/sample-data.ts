import type { ConversationOutcome } from '../../core/conversation.js';
import type { Direction } from '../../core/task.js';
import type { VerdictStatus } from '../../core/verdict.js';

/** The number of a text that many conversations share, such as the code of a function. */
export type TextNumber = number;

/** What the page's script is given: plain JSON, written by us, with text of others in it. */
export interface SampleData {
  /** Shared texts by their number. */
  readonly texts: { readonly [number: TextNumber]: string };
  readonly conversations: readonly SampleConversation[];
}

/** A conversation as the browser shows it. Values are JSON texts, laid out for reading. */
export interface SampleConversation {
  /** Its place in the dataset, counted from 1. */
  readonly number: number;
  readonly taskId: string;
  readonly direction: Direction;
  readonly outcome: ConversationOutcome;
  readonly function: SampleFunction;
  /** The side of the pair that the model was given. */
  readonly given: string;
  /** The side that it had to find: the recorded one, which for an input may be one of many. */
  readonly wanted: string;
  readonly operations?: number | undefined;
  readonly prompt: readonly SampleMessage[];
  readonly turns: readonly SampleTurn[];
  readonly retryRequest: TextNumber;
}

/** A function, its long texts by their numbers. */
interface SampleFunction {
  readonly entrypoint: string;
  readonly language: string;
  readonly category: string;
  readonly code: TextNumber;
  readonly query: TextNumber;
  readonly ioDescription: TextNumber;
}

/** A message in pieces, to be read one after the other. */
interface SampleMessage {
  readonly role: string;
  readonly pieces: readonly TextNumber[];
}

/** An attempt. */
export interface SampleTurn {
  readonly text: string;
  readonly reasoning?: string | undefined;
  readonly modelId: string;
  readonly outputTokens?: number | undefined;
  readonly status: VerdictStatus;
  /** The answer, where one was found and is not part of the difference. */
  readonly predicted?: string | undefined;
  /** What was wrong, in words, one sentence each. */
  readonly problems?: readonly string[] | undefined;
  /** What is different between the answer and the right one, or between what the code made of it and the wanted output. */
  readonly difference?: Difference | undefined;
  readonly feedback?: string | undefined;
}

/** Two values side by side. */
export interface Difference {
  /** What was compared: the predicted output, or what the code returned for the predicted input. */
  readonly of: 'predicted' | 'computed';
  readonly lines: readonly DifferenceLine[];
}

/** A line of a difference, or a number of lines that are left out. */
export type DifferenceLine =
  | { readonly indent: number; readonly parts: readonly DifferencePart[] }
  | { readonly leftOut: number };

/** A piece of a line: in both values, only in what was predicted, or only in what is right. */
export type DifferencePart = readonly [mark: '=' | '-' | '+', text: string];
