import type { SampleConversation, SampleTurn } from '../sample/sample-data.js';
import { differenceView } from './difference-view.js';
import { type Child, element, foldable } from './element.js';
import { counted } from './words.js';

/** Shows an attempt and its verdict. */
export function turnView(turn: SampleTurn, number: number): HTMLElement {
  const { text, reasoning, modelId, outputTokens } = turn;
  return element(
    'li',
    { class: 'message assistant' },
    element(
      'p',
      { class: 'who' },
      element('strong', {}, `Turn ${number}`),
      ` ${modelId}`,
      outputTokens !== undefined && ` · ${counted(outputTokens, 'token')}`,
      element('span', { class: `badge ${turn.status}` }, `${symbolOf(turn.status)} ${turn.status}`),
    ),
    reasoning !== undefined &&
      foldable(`Reasoning · ${counted(reasoning.length, 'character')}`, bubble(reasoning)),
    bubble(text),
    verdictView(turn),
  );
}

/** Shows what the model was told after an attempt. */
export function feedbackView(feedback: string, request: string | undefined): HTMLElement {
  return element(
    'li',
    { class: 'message user' },
    element('p', { class: 'who' }, element('strong', {}, 'Feedback'), ' from running the code'),
    bubble(request === undefined ? feedback : `${feedback}\n\n${request}`),
  );
}

/** Shows the messages that the conversation began with, folded: they are long, and much of them is in the problem. */
export function promptView(
  { prompt }: SampleConversation,
  textOf: (number: number) => string,
): readonly HTMLElement[] {
  return prompt.map(({ role, pieces }) => {
    const text = pieces.map(textOf).join('');
    const title = `${role === 'system' ? 'System prompt' : 'Prompt'} · ${counted(text.length, 'character')}`;
    return element('li', { class: 'message user' }, foldable(title, bubble(text)));
  });
}

function bubble(text: string): HTMLElement {
  return element('div', { class: 'bubble' }, text.trim() === '' ? '(empty)' : text.trim());
}

function verdictView({ status, predicted, problems = [], difference }: SampleTurn): Child {
  const isShown = predicted !== undefined && status !== 'correct';
  if (!isShown && problems.length === 0 && difference === undefined) return undefined;
  return element(
    'div',
    { class: 'verdict' },
    problems.map((problem) => element('p', { class: 'problem' }, problem)),
    isShown &&
      element(
        'div',
        {},
        element('p', { class: 'key' }, 'predicted'),
        element('pre', { tabindex: 0 }, predicted),
      ),
    difference !== undefined && differenceView(difference),
  );
}

/** A sign beside the color, for those who do not see it. */
export function symbolOf(status: string): string {
  return status === 'correct' ? '✓' : status === 'unverifiable' ? '?' : '✗';
}
