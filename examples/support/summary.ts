import type { Conversation, Direction } from 'codeio';

const columns = ['output', 'input', 'all'] as const;

/** Lays out how a dataset came out: right at once, after revision, still wrong; and by status. */
export function formatSummary(conversations: readonly Conversation[]): string {
  const rows: [string, (conversation: Conversation) => boolean][] = [
    ['tasks', () => true],
    ['right on turn 1', ({ outcome }) => outcome === 'correct'],
    ['right after revision', ({ outcome }) => outcome === 'revised'],
    ['still wrong', ({ outcome }) => outcome === 'unsolved'],
    ['not verifiable', ({ outcome }) => outcome === 'unverifiable'],
  ];
  const count = (
    column: Direction | 'all',
    test: (conversation: Conversation) => boolean,
  ): number =>
    conversations.filter(
      (conversation) =>
        (column === 'all' || conversation.task.direction === column) && test(conversation),
    ).length;

  const head = `${'predicted side'.padEnd(24)}${columns.map((name) => name.padStart(9)).join('')}`;
  const body = rows.map(([label, test]) => {
    const cells = columns.map((column) => {
      const number = count(column, test);
      const share =
        label === 'tasks'
          ? ''
          : percent(
              number,
              count(column, () => true),
            );
      return `${number}${share}`.padStart(9);
    });
    return label.padEnd(24) + cells.join('');
  });
  return [head, ...body, '', ...formatStatuses(conversations)].join('\n');
}

function formatStatuses(conversations: readonly Conversation[]): string[] {
  const turns = Math.max(...conversations.map((conversation) => conversation.turns.length));
  const lines = Array.from({ length: turns }, (_, turn) => {
    const counts = new Map<string, number>();
    for (const conversation of conversations) {
      const status = conversation.turns[turn]?.verdict.status;
      if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    const parts = [...counts].sort(([, a], [, b]) => b - a).map(([name, n]) => `${name} ${n}`);
    return `${`verdicts on turn ${turn + 1}`.padEnd(24)} ${parts.join(', ')}`;
  });
  return lines;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : ` ${Math.round((100 * part) / whole)}%`;
}
