import { element } from './element.js';
import { tokenizeCode } from './tokenize-code.js';

/** Shows code in colors, its lines numbered. */
export function codeView(code: string, language: string): HTMLElement {
  const lines: Node[][] = [[]];
  for (const [kind, text] of tokenizeCode(code.replace(/\n$/, ''), language)) {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (piece === '') continue;
      const node =
        kind === 'plain' ? document.createTextNode(piece) : element('span', { class: kind }, piece);
      lines.at(-1)?.push(node);
    }
  }
  const rows = lines.map((nodes) => element('span', { class: 'row' }, nodes, '\n'));
  return element('pre', { class: 'code', tabindex: 0 }, element('code', {}, rows));
}
