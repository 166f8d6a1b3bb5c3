import type { Direction } from '../../core/task.js';
import { directions } from '../../core/task.js';
import type { PromptTemplate } from '../../prompts/prompt-template.js';
import { promptTemplates } from '../../prompts/prompt-templates.js';
import { readTemplate } from './read-template.js';

/** What a prompt says about its task, as far as it can be told apart. */
export interface PromptParts {
  /** The problem statement. */
  readonly query?: string | undefined;
  /** What goes in and what comes out, in words. */
  readonly ioDescription?: string | undefined;
  /** The given side as the prompt shows it: JSON, or in published rows what Python printed. */
  readonly given?: string | undefined;
  readonly code?: string | undefined;
  readonly language?: string | undefined;
  readonly entrypoint?: string | undefined;
}

/** A prompt that was read. */
export interface ReadPrompt {
  /** Whether it is a prompt of the published data. */
  readonly isPublished: boolean;
  readonly direction: Direction;
  readonly parts: PromptParts;
}

/**
 * Reads a prompt of `buildPrompt` or of the published CodeI/O data (`hkust-nlp/CodeIO`,
 * `src/codeio_utils.py`).
 *
 * @param template - The template it was made from, when it is none of `promptTemplates`.
 * @returns Undefined when it is of neither form.
 */
export function readPrompt(prompt: string, template?: PromptTemplate): ReadPrompt | undefined {
  const published = readPublishedPrompt(prompt);
  if (published !== undefined && template === undefined) return published;
  const { query, ...others } = promptTemplates;
  // The template without code comes last: its end is open, so that it reads more than its own.
  for (const candidate of [...(template ? [template] : []), ...Object.values(others), query]) {
    for (const direction of directions) {
      const { system } = candidate;
      const text =
        system === undefined ? candidate[direction] : `${system}\n\n${candidate[direction]}`;
      const values = readTemplate(text, prompt);
      if (values === undefined) continue;
      const { query, ioDescription, code, language, entrypoint, input, output } = values;
      const given = direction === 'output' ? input : output;
      const parts = { query, ioDescription, given, code, language, entrypoint };
      return { isPublished: false, direction, parts };
    }
  }
  return published;
}

const opening = /^You are given a question that [^\n]*\n\n/;
const requirements = /\n\nThe input and output requirements [^\n]*\n\n/;
const givenSide = /\n\nGiven the following (input|output):\n\n/g;
const request = '\n\nCan you predict ';
const hint = /\n\nTip: Here is a reference code [^\n]*\n\n/;

function readPublishedPrompt(prompt: string): ReadPrompt | undefined {
  const start = opening.exec(prompt);
  if (start === null) return undefined;
  const text = prompt.slice(start[0].length);
  const tip = hint.exec(text);
  const task = tip === null ? text : text.slice(0, tip.index);
  const asked = task.lastIndexOf(request);
  // The description may hold such a line, too.
  const side = [...task.slice(0, Math.max(asked, 0)).matchAll(givenSide)].at(-1);
  const described = requirements.exec(task);
  if (side === undefined || described === null || described.index > side.index) return undefined;
  const parts: PromptParts = {
    query: task.slice(0, described.index),
    ioDescription: task.slice(described.index + described[0].length, side.index),
    given: task.slice(side.index + side[0].length, asked),
    ...(tip === null ? {} : { code: text.slice(tip.index + tip[0].length), language: 'python' }),
  };
  const direction = side[1] === 'input' ? 'output' : 'input';
  return { isPublished: true, direction, parts };
}
