import { element } from './element.js';
import type { Choice } from './filter.js';

/** What the keys act on. */
interface KeyTargets {
  readonly bar: {
    readonly root: HTMLElement;
    readonly search: HTMLInputElement;
    readonly choice: Choice;
    choose(choice: Partial<Choice>, query: string): void;
  };
  readonly list: { readonly root: HTMLElement; move(rows: number): void };
  readonly detail: HTMLElement;
  leave(): void;
}

/** `/` searches, j and k go through the list from anywhere, Escape leaves what one is in. */
export function listenToKeys({ bar, list, detail, leave }: KeyTargets): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === '/') {
      bar.root.scrollIntoView({ block: 'nearest' });
      bar.search.focus();
      bar.search.select();
    } else if (event.key === 'j') list.move(1);
    else if (event.key === 'k') list.move(-1);
    else return;
    event.preventDefault();
  });
  bar.search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && bar.search.value !== '') {
      event.preventDefault();
      bar.choose(bar.choice, '');
    } else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      list.root.focus({ preventScroll: true });
    }
  });
  detail.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

/** Tells which keys there are. */
export function keyHelp(): HTMLElement {
  const key = (name: string, what: string): HTMLElement =>
    element('span', {}, element('kbd', {}, name), ` ${what}`);
  return element(
    'p',
    { class: 'keys' },
    key('/', 'search'),
    key('↑ ↓', 'move in the list'),
    key('j k', 'move from anywhere'),
    key('Enter', 'read'),
    key('Esc', 'back'),
  );
}
