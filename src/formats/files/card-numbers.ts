import { directions } from '../../core/task.js';
import { solveRate } from '../../curation/solve-rate.js';
import type { DatasetFacts } from './dataset-facts.js';
import { formatCount, formatShare, markdownTable } from './markdown.js';

/** Writes how conversations came out: by direction, by turn, by judgement. */
export function cardNumbers(facts: DatasetFacts): string {
  return [
    '## Numbers',
    `${formatCount(facts.conversations)} conversations about ${formatCount(facts.tasks)} tasks made from ${formatCount(facts.functions)} functions. These are the conversations that came in, before any format left some out.`,
    outcomeTable(facts),
    '### Accuracy',
    'Every answer was judged by running the code. Shares have Wilson intervals at 95 %, which take answers as independent. An answer that could not be verified counts neither as right nor as wrong.',
    accuracyTable(facts),
    '### Judgements',
    statusTable(facts),
  ].join('\n\n');
}

function outcomeTable({ directions: byDirection }: DatasetFacts): string {
  return markdownTable(
    [
      'predicted side',
      'conversations',
      'right at once',
      'right after feedback',
      'still wrong',
      'not verifiable',
    ],
    directions.map((direction) => {
      const { conversations, outcomes } = byDirection[direction];
      const { correct, revised, unsolved, unverifiable } = outcomes;
      return [
        direction,
        ...[conversations, correct, revised, unsolved, unverifiable].map(formatCount),
      ];
    }),
  );
}

function accuracyTable({ directions: byDirection }: DatasetFacts): string {
  return markdownTable(
    ['predicted side', 'turn', 'answers', 'right', 'share right', 'solved by then'],
    directions.flatMap((direction) =>
      byDirection[direction].turns.map((turn, index) => [
        direction,
        String(index + 1),
        formatCount(turn.judged),
        formatCount(turn.right),
        formatRate(turn.right, turn.judged),
        formatRate(turn.solved, turn.conversations),
      ]),
    ),
  );
}

function statusTable({ directions: byDirection }: DatasetFacts): string {
  const rows = directions.flatMap((direction) =>
    byDirection[direction].turns.flatMap(({ statuses }, index) =>
      Object.entries(statuses)
        .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
        .map(([status, count]) => [direction, String(index + 1), status, formatCount(count)]),
    ),
  );
  return markdownTable(['predicted side', 'turn', 'judgement', 'answers'], rows);
}

function formatRate(part: number, whole: number): string {
  const { rate, interval } = solveRate(part, whole);
  if (rate === undefined) return 'none judged';
  return `${formatShare(rate)} (${formatShare(interval.low)} to ${formatShare(interval.high)})`;
}
