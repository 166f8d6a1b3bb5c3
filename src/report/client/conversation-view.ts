import { outcomeTitles } from '../plots/plot-theme.js';
import type { SampleConversation } from '../sample/sample-data.js';
import { codeView } from './code-view.js';
import { element, foldable } from './element.js';
import { feedbackView, promptView, turnView } from './turn-view.js';
import { counted, directionWords } from './words.js';

/** Shows a conversation: the problem, its code, and the chat about it. */
export function conversationView(
  conversation: SampleConversation,
  textOf: (number: number) => string,
): readonly HTMLElement[] {
  const { number, taskId, function: fn, direction, outcome, operations, turns } = conversation;
  const facts = [
    `conversation ${number}`,
    fn.category,
    operations !== undefined && counted(operations, 'operation'),
    `task ${taskId}`,
  ].filter((fact) => fact !== false);
  const head = element(
    'header',
    {},
    element(
      'h3',
      {},
      element('code', {}, fn.entrypoint),
      element('span', { class: 'badge direction' }, directionWords[direction]),
      element('span', { class: `badge ${outcome}` }, outcomeTitles[outcome]),
    ),
    element('p', { class: 'facts' }, facts.join(' · ')),
  );
  const chat = element(
    'ol',
    { class: 'chat', 'aria-label': 'Conversation' },
    promptView(conversation, textOf),
    turns.flatMap((turn, index) => {
      const isLast = index === turns.length - 1;
      const request = isLast ? undefined : textOf(conversation.retryRequest);
      const { feedback } = turn;
      return [
        turnView(turn, index + 1),
        ...(feedback === undefined ? [] : [feedbackView(feedback, request)]),
      ];
    }),
  );
  return [head, element('div', { class: 'columns' }, chat, problemView(conversation, textOf))];
}

function problemView(
  { function: fn, direction, given, wanted }: SampleConversation,
  textOf: (number: number) => string,
): HTMLElement {
  const isOutput = direction === 'output';
  const side = (title: string, value: string): HTMLElement =>
    element('div', {}, element('h4', {}, title), element('pre', { tabindex: 0 }, value));
  return element(
    'aside',
    { class: 'problem-pane', 'aria-label': 'Problem' },
    element('h4', {}, 'Problem'),
    element('p', { class: 'query' }, textOf(fn.query)),
    foldable(
      'What goes in and comes out',
      element('p', { class: 'query' }, textOf(fn.ioDescription)),
    ),
    side(isOutput ? 'Input, given' : 'Output, given', given),
    side(isOutput ? 'Output, to be found' : 'An input that gives it', wanted),
    element('h4', {}, `Code, ${fn.language}`),
    codeView(textOf(fn.code), fn.language),
  );
}
