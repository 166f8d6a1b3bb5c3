import { outcomeTitles } from '../plots/plot-theme.js';
import type { SampleConversation } from '../sample/sample-data.js';
import { element } from './element.js';
import { symbolOf } from './turn-view.js';

/** A list of conversations, of which one is selected. */
export interface ConversationList {
  readonly root: HTMLElement;
  readonly selected: SampleConversation | undefined;
  /** Shows these, and selects the first unless the selected one is still there. */
  show(this: void, conversations: readonly SampleConversation[]): void;
  /** Moves the selection by a number of rows. */
  move(this: void, rows: number): void;
  select(this: void, conversation: SampleConversation): void;
}

/** The height of a row in pixels, as the style sheet has it. */
const rowHeight = 60;
/** Rows above and below those that are seen, so that scrolling does not show gaps. */
const spareRows = 8;

/**
 * Makes a list that only has the rows that are seen: thousands of conversations take no longer than
 * twenty.
 *
 * @param onSelect - Called when another conversation is selected, and with `undefined` when there is none.
 * @param onOpen - Called when the selected conversation is to be read.
 */
export function createConversationList(
  onSelect: (conversation: SampleConversation | undefined) => void,
  onOpen: () => void,
): ConversationList {
  const rows = element('div', { class: 'rows', role: 'presentation' });
  const root = element('div', {
    class: 'list',
    id: 'conversations',
    role: 'listbox',
    tabindex: 0,
    'aria-label': 'Conversations',
  });
  root.append(rows);
  let shown: readonly SampleConversation[] = [];
  let at = 0;
  let selected: SampleConversation | undefined;

  const draw = (): void => {
    const seen = Math.ceil(root.clientHeight / rowHeight);
    const first = Math.max(0, Math.floor(root.scrollTop / rowHeight) - spareRows);
    const last = Math.min(shown.length, first + seen + 2 * spareRows);
    rows.style.height = `${shown.length * rowHeight}px`;
    rows.replaceChildren(
      ...shown.slice(first, last).map((conversation, index) => {
        const place = first + index;
        const row = rowView(conversation, place, shown.length, place === at);
        row.style.top = `${place * rowHeight}px`;
        return row;
      }),
    );
    if (selected === undefined) root.removeAttribute('aria-activedescendant');
    else root.setAttribute('aria-activedescendant', `row-${at}`);
  };
  const reveal = (): void => {
    const top = at * rowHeight;
    const bottom = top + rowHeight - root.clientHeight;
    if (root.scrollTop > top) root.scrollTop = top;
    else if (root.scrollTop < bottom) root.scrollTop = bottom;
  };
  const selectAt = (place: number): void => {
    at = Math.max(0, Math.min(shown.length - 1, place));
    const before = selected;
    selected = shown[at];
    reveal();
    draw();
    if (selected !== before) onSelect(selected);
  };

  const jumps: Readonly<Record<string, () => number>> = {
    ArrowDown: () => at + 1,
    ArrowUp: () => at - 1,
    PageDown: () => at + Math.max(1, Math.floor(root.clientHeight / rowHeight) - 1),
    PageUp: () => at - Math.max(1, Math.floor(root.clientHeight / rowHeight) - 1),
    Home: () => 0,
    End: () => shown.length - 1,
  };
  root.addEventListener('scroll', draw, { passive: true });
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const jump = jumps[event.key];
    if (jump !== undefined) selectAt(jump());
    else if (event.key === 'Enter' || event.key === ' ') onOpen();
    else return;
    event.preventDefault();
  });
  root.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? event.target.closest('.item') : null;
    if (row === null) return;
    selectAt(Number(row.id.replace('row-', '')));
    onOpen();
  });
  new ResizeObserver(draw).observe(root);

  return {
    root,
    get selected() {
      return selected;
    },
    show(conversations) {
      shown = conversations;
      root.scrollTop = 0;
      const still = selected === undefined ? -1 : shown.indexOf(selected);
      selectAt(Math.max(0, still));
    },
    move: (distance) => selectAt(at + distance),
    select(conversation) {
      const place = shown.indexOf(conversation);
      if (place >= 0) selectAt(place);
    },
  };
}

function rowView(
  { number, function: fn, direction, outcome, turns }: SampleConversation,
  place: number,
  count: number,
  isSelected: boolean,
): HTMLElement {
  const marks = turns.map(({ status }) =>
    element('span', { class: `mark ${status}`, title: status }, symbolOf(status)),
  );
  return element(
    'div',
    {
      class: 'item',
      id: `row-${place}`,
      role: 'option',
      'aria-selected': String(isSelected),
      'aria-label': `${fn.entrypoint}, ${direction}, ${outcomeTitles[outcome]}, ${fn.category}, number ${number}`,
      'aria-setsize': count,
      'aria-posinset': place + 1,
    },
    element('span', { class: `stripe ${outcome}`, 'aria-hidden': 'true' }),
    element('span', { class: 'name' }, fn.entrypoint),
    element('span', { class: 'marks' }, marks),
    element('span', { class: 'note' }, `${direction} · ${fn.category}`),
    element('span', { class: 'number' }, `#${number}`),
  );
}
