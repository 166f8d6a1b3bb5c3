import type { SampleConversation, SampleData } from '../sample/sample-data.js';
import { keyHelp, listenToKeys } from './browser-keys.js';
import { createConversationList } from './conversation-list.js';
import { conversationView } from './conversation-view.js';
import { element } from './element.js';
import type { Choice } from './filter.js';
import { isChosen } from './filter.js';
import { createFilterBar } from './filter-bar.js';
import { createSearchIndex } from './search-index.js';

/** The sample browser. */
export interface Browser {
  /** Shows what is chosen, and brings it into view. */
  show(this: void, choice: Partial<Choice>, query: string): void;
}

/** Builds the browser: filters above, the list beside the conversation that is read. */
export function createBrowser(root: HTMLElement, data: SampleData): Browser {
  const { conversations, texts } = data;
  const textOf = (number: number): string => texts[number] ?? '';
  let searchFor: ReturnType<typeof createSearchIndex> | undefined;

  const detail = element('article', {
    class: 'detail',
    tabindex: -1,
    'aria-label': 'Conversation',
  });
  const panes = element('div', { class: 'panes' });
  const back = element('button', { type: 'button', class: 'back' }, '← All conversations');
  const read = (): void => {
    panes.classList.add('reading');
    detail.focus({ preventScroll: true });
  };
  const leave = (): void => {
    panes.classList.remove('reading');
    list.root.focus({ preventScroll: true });
  };
  const list = createConversationList(
    (selected) => {
      detail.scrollTop = 0;
      detail.replaceChildren(
        back,
        ...(selected === undefined
          ? [element('p', { class: 'nothing' }, 'No conversation is like that.')]
          : conversationView(selected, textOf)),
      );
    },
    () => {
      if (list.selected === undefined) return;
      rememberPlace(list.selected);
      read();
    },
  );
  const update = (): void => {
    const { choice, query } = bar;
    searchFor ??= query.trim() === '' ? undefined : createSearchIndex(data);
    const isFound = query.trim() === '' ? () => true : searchFor?.(query);
    const shown = conversations.filter(
      (conversation) => isChosen(conversation, choice) && isFound?.(conversation),
    );
    list.show(shown);
    bar.tell(shown.length, conversations.length);
  };
  const bar = createFilterBar(conversations, update);
  // Before anybody searches, and after the page is there.
  setTimeout(() => {
    searchFor ??= createSearchIndex(data);
  });
  back.addEventListener('click', leave);

  panes.append(list.root, detail);
  root.replaceChildren(bar.root, panes, keyHelp());
  update();

  listenToKeys({ bar, list, detail, leave });
  const selectPlace = (): void => {
    const place = conversations.find((conversation) => location.hash === placeOf(conversation));
    if (place === undefined) return;
    if (!(isChosen(place, bar.choice) && bar.query === '')) bar.choose({}, '');
    list.select(place);
    root.scrollIntoView();
    read();
  };
  addEventListener('hashchange', selectPlace);
  selectPlace();
  return {
    show(choice, query) {
      bar.choose(choice, query);
      panes.classList.remove('reading');
      root.scrollIntoView();
      list.root.focus({ preventScroll: true });
    },
  };
}

function placeOf({ number }: SampleConversation): string {
  return `#conversation-${number}`;
}

/** Keeps the conversation in the address, so that it can be shared. */
function rememberPlace(conversation: SampleConversation): void {
  try {
    history.replaceState(null, '', placeOf(conversation));
  } catch {
    // Some places that show a page do not let it have an address.
  }
}
