import type { AnswerKey, ExtractedAnswer } from '../core/answer.js';
import type { JsonValue } from '../core/json-value.js';
import { readBoxed } from './read-boxed.js';
import { readObject } from './read-object.js';
import { scanObjects } from './scan-objects.js';

/** Repairs that are tried before the search for an older readable object ends. */
const maximumRepairs = 8;

/**
 * Finds and reads the answer in a model's free text: the last object that carries `key`, in a
 * fenced block or bare, after `</think>`; else the content of the last `\boxed{}`. Objects that
 * are not quite JSON are repaired without changing the inside of a string, numbers are read
 * exactly. Takes time linear in the length of the text.
 *
 * @param text - What the model wrote.
 * @param key - The field that carries the answer.
 * @returns The value of the field, or why there is none. Never throws.
 */
export function extractAnswer(text: string, key: AnswerKey): ExtractedAnswer {
  const visible = text.slice(text.lastIndexOf('</think>') + 1);
  const scan = scanObjects(visible, key);
  const newest = scan.spans.at(-1);
  if (newest?.isCutOff) return { status: 'missing', reason: 'cut-off' };

  for (const span of scan.spans.slice(-maximumRepairs).reverse()) {
    const object = readObject(visible.slice(span.start, span.end));
    if (object !== undefined && Object.hasOwn(object, key)) {
      return { status: 'found', value: object[key] as JsonValue };
    }
  }
  const boxed = readBoxed(visible, key);
  if (boxed !== undefined) return { status: 'found', value: boxed };
  if (newest !== undefined || scan.sawBrokenKey) return { status: 'missing', reason: 'unreadable' };
  return { status: 'missing', reason: scan.sawOtherObject ? 'key-missing' : 'nothing-found' };
}
