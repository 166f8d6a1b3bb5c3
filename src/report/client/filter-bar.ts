import { formatCount } from '../page/number-text.js';
import { outcomeTitles } from '../plots/plot-theme.js';
import type { SampleConversation } from '../sample/sample-data.js';
import { element } from './element.js';
import { anyChoice, type Choice, countValues, type Facet, facets } from './filter.js';
import { directionWords } from './words.js';

/** The controls that choose which conversations are shown. */
export interface FilterBar {
  readonly root: HTMLElement;
  readonly search: HTMLInputElement;
  readonly choice: Choice;
  readonly query: string;
  /** Chooses this and nothing else. */
  choose(this: void, choice: Partial<Choice>, query: string): void;
  /** Tells how many are shown. */
  tell(this: void, shown: number, all: number): void;
}

const titles: Readonly<Record<Facet, string>> = {
  direction: 'predicted side',
  outcome: 'outcome',
  status: 'verdict of a turn',
  category: 'category',
  turns: 'turns',
};

/** Makes the controls. */
export function createFilterBar(
  conversations: readonly SampleConversation[],
  onChange: () => void,
): FilterBar {
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search in everything',
    'aria-label': 'Search in everything',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const selects = facets.map((facet) => ({ facet, select: selectOf(conversations, facet) }));
  const reset = element('button', { type: 'button', class: 'reset' }, 'Reset');
  const status = element('output', { class: 'count', 'aria-live': 'polite' });
  const choose = (choice: Partial<Choice>, query: string): void => {
    search.value = query;
    for (const { facet, select } of selects) select.value = choice[facet] ?? '';
    onChange();
  };
  search.addEventListener('input', onChange);
  for (const { select } of selects) select.addEventListener('change', onChange);
  reset.addEventListener('click', () => choose({}, ''));
  const root = element(
    'form',
    { class: 'filters', role: 'search' },
    element('div', { class: 'search' }, search, element('kbd', { 'aria-hidden': 'true' }, '/')),
    selects.map(({ select }) => select),
    reset,
    status,
  );
  root.addEventListener('submit', (event) => event.preventDefault());
  return {
    root,
    search,
    get choice() {
      const chosen = selects.map(({ facet, select }) => [facet, select.value] as const);
      return { ...anyChoice, ...Object.fromEntries(chosen) };
    },
    get query() {
      return search.value;
    },
    choose,
    tell(shown, all) {
      status.textContent =
        shown === all
          ? `${formatCount(all)} conversations`
          : `${formatCount(shown)} of ${formatCount(all)}`;
      const isFiltered = search.value !== '' || selects.some(({ select }) => select.value !== '');
      reset.disabled = !isFiltered;
      for (const { select } of selects) select.classList.toggle('chosen', select.value !== '');
    },
  };
}

function selectOf(conversations: readonly SampleConversation[], facet: Facet): HTMLSelectElement {
  const values = [...countValues(conversations, facet)];
  if (facet === 'turns') values.sort(([a], [b]) => Number(a) - Number(b));
  return element(
    'select',
    { 'aria-label': titles[facet], 'data-facet': facet },
    element('option', { value: '' }, `any ${titles[facet]}`),
    values.map(([value, count]) =>
      element('option', { value }, `${wordFor(facet, value)} (${formatCount(count)})`),
    ),
  );
}

function wordFor(facet: Facet, value: string): string {
  const words: Readonly<Record<string, string>> =
    facet === 'outcome' ? outcomeTitles : facet === 'direction' ? directionWords : {};
  if (facet === 'turns') return `${value} ${value === '1' ? 'turn' : 'turns'}`;
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}
