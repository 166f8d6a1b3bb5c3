interface Situation {
  minute: number;
  first: number;
  second: number;
}

function keyOf({ minute, first, second }: Situation): string {
  return `${minute}:${first}:${second}`;
}

function runOn({ minute, first, second }: Situation): Situation | undefined {
  const running = [first, second].filter((sand) => sand > 0);
  if (running.length === 0) return undefined;
  const wait = Math.min(...running);
  return {
    minute: minute + wait,
    first: Math.max(0, first - wait),
    second: Math.max(0, second - wait),
  };
}

export function measurableMoments(first: number, second: number, limit: number) {
  const start: Situation = { minute: 0, first, second };
  const seen = new Set([keyOf(start)]);
  const perMinute = new Map([[0, 1]]);
  const queue = [start];

  for (const now of queue) {
    const choices = [
      now,
      { ...now, first: first - now.first },
      { ...now, second: second - now.second },
    ];
    for (const choice of choices) {
      const next = runOn(choice);
      if (!next || next.minute > limit || seen.has(keyOf(next))) continue;
      seen.add(keyOf(next));
      perMinute.set(next.minute, (perMinute.get(next.minute) ?? 0) + 1);
      queue.push(next);
    }
  }

  const minutes = [...perMinute.keys()].sort((a, b) => a - b);
  const most = Math.max(...perMinute.values());
  return {
    moments: minutes.slice(1),
    situations: seen.size,
    busiest: Math.max(...minutes.filter((minute) => perMinute.get(minute) === most)),
  };
}
