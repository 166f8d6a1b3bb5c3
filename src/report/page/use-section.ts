import { type KnownSum, sumOver, type TokenUse, type TurnUse } from '../numbers/token-use.js';
import { type Html, html } from './html.js';
import { formatCount, formatMoney, formatShort } from './number-text.js';
import { table } from './table.js';

/** Writes what the replies of each turn took. */
export function useCard({ turns }: TokenUse, currency: string): Html {
  const [input, output, reasoning] = (
    ['inputTokens', 'outputTokens', 'reasoningTokens'] as const
  ).map((part) => sumOver(turns, (turn) => turn[part]));
  const cost = sumOver(turns, (turn) => turn.cost);
  const all = { input, output, reasoning, cost };
  const total = [
    'all',
    formatCount(turns.reduce((sum, { replies }) => sum + replies, 0)),
    ...[all.input, all.output, all.reasoning].map((sum) => sumText(sum)),
    meanText(all.output),
    all.cost.known === 0 ? '–' : formatMoney(all.cost.sum, currency),
  ];
  const rows = turns.map((turn) => [
    `turn ${turn.turn}`,
    formatCount(turn.replies),
    ...[turn.inputTokens, turn.outputTokens, turn.reasoningTokens].map((sum) => sumText(sum)),
    meanText(turn.outputTokens),
    turn.cost.known === 0 ? '–' : formatMoney(turn.cost.sum, currency),
  ]);
  const columns = [
    'turn',
    '#replies',
    '#input tokens',
    '#output tokens',
    '#of them reasoning',
    '#output a reply',
    '#cost',
  ];
  return html`<div class="card"><h3>Tokens and cost</h3><p>${noteOf(turns, cost)}</p>${table(columns, [...rows, total])}</div>
`;
}

function sumText(sum: KnownSum | undefined): string {
  return sum === undefined || sum.known === 0 ? '–' : formatShort(sum.sum);
}

function meanText(sum: KnownSum | undefined): string {
  return sum === undefined || sum.known === 0 ? '–' : formatShort(sum.sum / sum.known);
}

function noteOf(turns: readonly TurnUse[], cost: KnownSum & { readonly replies: number }): string {
  const output = sumOver(turns, ({ outputTokens }) => outputTokens);
  const tokens =
    output.known === 0
      ? 'The provider told no token counts.'
      : output.known < output.replies
        ? `The provider told the tokens of ${formatCount(output.known)} of ${formatCount(output.replies)} replies; sums are of those.`
        : 'Sums of what the provider told.';
  if (cost.known === 0) return `${tokens} Without prices and counts there is no cost.`;
  return cost.known < cost.replies
    ? `${tokens} The cost of ${formatCount(cost.replies - cost.known)} replies is unknown and not in the sum.`
    : `${tokens} Cost at the prices given, as if no reply had come from a cache.`;
}
