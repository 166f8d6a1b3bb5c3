import { type KnownSum, sumOver, type TokenUse, type TurnUse } from '../numbers/token-use.js';
import { type Html, html } from './html.js';
import { formatCount, formatMoney, formatShort } from './number-text.js';
import { table } from './table.js';

/** What is told about a turn: a column and its text. */
interface UseColumn {
  readonly title: string;
  readonly isKnown: boolean;
  text(turn: Omit<TurnUse, 'turn'>): string;
}

/** Writes what the replies of each turn took, as far as it is known. */
export function useCard({ turns }: TokenUse, currency: string): Html {
  const all = total(turns);
  const columns: readonly UseColumn[] = [
    column('replies', ({ replies }) => formatCount(replies)),
    column('characters each', (turn) => formatShort(turn.characters / Math.max(1, turn.replies))),
    known('tokens in', all.inputTokens, ({ inputTokens }) => formatShort(inputTokens.sum)),
    known('tokens out', all.outputTokens, ({ outputTokens }) => formatShort(outputTokens.sum)),
    known('reasoning', all.reasoningTokens, (turn) => formatShort(turn.reasoningTokens.sum)),
    known('out each', all.outputTokens, ({ outputTokens: { sum, known } }) =>
      known === 0 ? '–' : formatShort(sum / known),
    ),
    known('cost', all.cost, ({ cost }) => formatMoney(cost.sum, currency)),
  ];
  const told = columns.filter(({ isKnown }) => isKnown);
  const rows = [
    ...turns.map((turn) => [`turn ${turn.turn}`, ...told.map(({ text }) => text(turn))]),
    ['all turns', ...told.map(({ text }) => text(all))],
  ];
  return html`<div class="card"><h3>What replies took</h3><p>${noteOf(all)}</p>${table(['', ...told.map(({ title }) => `#${title}`)], rows)}</div>
`;
}

function column(title: string, text: UseColumn['text']): UseColumn {
  return { title, isKnown: true, text };
}

function known(title: string, sum: KnownSum, text: UseColumn['text']): UseColumn {
  return { title, isKnown: sum.known > 0, text };
}

function total(turns: readonly TurnUse[]): Omit<TurnUse, 'turn'> {
  return {
    replies: turns.reduce((sum, { replies }) => sum + replies, 0),
    characters: turns.reduce((sum, { characters }) => sum + characters, 0),
    inputTokens: sumOver(turns, ({ inputTokens }) => inputTokens),
    outputTokens: sumOver(turns, ({ outputTokens }) => outputTokens),
    reasoningTokens: sumOver(turns, ({ reasoningTokens }) => reasoningTokens),
    cost: sumOver(turns, ({ cost }) => cost),
  };
}

function noteOf({ replies, outputTokens, cost }: Omit<TurnUse, 'turn'>): string {
  const tokens =
    outputTokens.known === 0
      ? 'The provider told no token counts.'
      : outputTokens.known < replies
        ? `The provider told the tokens of ${formatCount(outputTokens.known)} of ${formatCount(replies)} replies; sums are of those.`
        : 'Tokens as the provider told them.';
  if (cost.known === 0) return `${tokens} A cost takes them and prices.`;
  return cost.known < replies
    ? `${tokens} The cost of ${formatCount(replies - cost.known)} replies is unknown and not in the sum.`
    : `${tokens} Cost at the prices given, as if no reply had come from a cache.`;
}
