import type { Conversation } from '../../core/conversation.js';
import { categoryOf } from '../numbers/report-numbers.js';
import { embeddedBytes } from './embedded-json.js';
import { encodeTurn, showValue } from './encode-turn.js';
import type { SampleConversation, TextNumber } from './sample-data.js';
import { shortenName, shortenText } from './shorten-text.js';
import type { TextPool } from './text-pool.js';

/** A conversation in the sample. */
export interface EncodedConversation {
  readonly data: SampleConversation;
  /** The shared texts that it holds. */
  readonly held: readonly TextNumber[];
  /** What it takes in the page, shared texts aside. */
  readonly bytes: number;
}

/** More turns than this are not shown. */
const mostTurns = 32;

/** Makes a conversation as the browser shows it, and holds its shared texts in the pool. */
export function encodeConversation(
  conversation: Conversation,
  number: number,
  pool: TextPool,
): EncodedConversation {
  const { task, prompt, turns, retryRequest, outcome } = conversation;
  const { id, direction, function: fn, pair } = task;
  const held: TextNumber[] = [];
  const hold = (text: string): TextNumber => {
    const textNumber = pool.hold(shortenText(text));
    held.push(textNumber);
    return textNumber;
  };
  const shared = [fn.code, fn.query, fn.ioDescription];
  const [given, wanted] =
    direction === 'output' ? [pair.input, pair.output] : [pair.output, pair.input];
  const data: SampleConversation = {
    number,
    taskId: id,
    direction,
    outcome,
    function: {
      entrypoint: shortenName(fn.entrypoint),
      language: fn.language,
      category: categoryOf(conversation),
      code: hold(fn.code),
      query: hold(fn.query),
      ioDescription: hold(fn.ioDescription),
    },
    given: showValue(given),
    wanted: showValue(wanted),
    operations: pair.operations,
    prompt: prompt.map(({ role, content }) => ({
      role,
      pieces: splitAround(content, shared).map(hold),
    })),
    turns: turns.slice(0, mostTurns).map((turn) => encodeTurn(task, turn)),
    retryRequest: hold(retryRequest),
  };
  return { data, held, bytes: embeddedBytes(data) + 1 };
}

/** Cuts a text before and after the parts that it shares with others. */
function splitAround(text: string, shared: readonly string[]): readonly string[] {
  let pieces: readonly string[] = [text];
  for (const part of shared.flatMap((whole) => [whole, whole.trim()])) {
    if (part === '') continue;
    pieces = pieces.flatMap((piece) => {
      const at = shared.includes(piece) ? -1 : piece.indexOf(part);
      return at < 0 ? [piece] : [piece.slice(0, at), part, piece.slice(at + part.length)];
    });
  }
  return pieces.filter((piece) => piece !== '');
}
