import type { Difference, DifferenceLine, DifferencePart } from '../sample/sample-data.js';
import { type Child, element } from './element.js';
import { counted } from './words.js';

/** Shows what is different between an answer and the right one. */
export function differenceView({ of, lines }: Difference): HTMLElement {
  const [wrong, right] =
    of === 'predicted'
      ? ['predicted', 'what the code returns']
      : ['what the code returns for the predicted input', 'wanted'];
  return element(
    'div',
    { class: 'difference' },
    element('p', { class: 'key' }, element('del', {}, wrong), element('ins', {}, right)),
    element('pre', { tabindex: 0 }, lines.map(lineView)),
  );
}

function lineView(line: DifferenceLine): Child {
  if ('leftOut' in line) {
    return element('span', { class: 'row left-out' }, `⋯ ${counted(line.leftOut, 'line')} more\n`);
  }
  const marks = new Set(line.parts.map(([mark]) => mark));
  const kind = !marks.has('-') && !marks.has('+') ? 'same' : 'changed';
  return element(
    'span',
    { class: `row ${kind}` },
    '  '.repeat(line.indent),
    line.parts.map(partView),
    '\n',
  );
}

function partView([mark, text]: DifferencePart): Child {
  if (mark === '=') return text;
  return element(mark === '-' ? 'del' : 'ins', {}, text);
}
