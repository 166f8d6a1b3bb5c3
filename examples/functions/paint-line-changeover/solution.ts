interface Batch {
  shade: number;
  litres: number;
  due: number;
}

interface Option {
  index: number;
  due: number;
  changeover: number;
  end: number;
  spare: number;
}

const URGENT_BELOW = 15;

function changeoverMinutes(from: number, to: number): number {
  return to >= from ? 2 * (to - from) : 5 * (from - to) + 6;
}

function smallest(options: Option[], key: 'spare' | 'changeover'): Option {
  return [...options].sort((a, b) => a[key] - b[key] || a.due - b.due || a.index - b.index)[0];
}

function choose(options: Option[]): Option {
  const urgent = options.filter(({ spare }) => spare >= 0 && spare < URGENT_BELOW);
  return urgent.length > 0 ? smallest(urgent, 'spare') : smallest(options, 'changeover');
}

export function sequenceBatches(batches: Batch[], firstShade: number) {
  const waiting = new Set(batches.keys());
  const order: number[] = [];
  const ends: number[] = [];
  let shade = firstShade;
  let now = 0;
  let lateness = 0;
  let flushes = 0;

  while (waiting.size > 0) {
    const options = [...waiting].map((index) => {
      const { shade: next, litres, due } = batches[index];
      const changeover = changeoverMinutes(shade, next);
      const end = now + changeover + Math.ceil(litres / 4);
      return { index, due, changeover, end, spare: due - end };
    });
    const { index, end, spare } = choose(options);
    if (batches[index].shade < shade) flushes++;
    lateness += Math.max(0, -spare);
    shade = batches[index].shade;
    now = end;
    waiting.delete(index);
    order.push(index + 1);
    ends.push(end);
  }
  return { order, ends, lateness, flushes };
}
