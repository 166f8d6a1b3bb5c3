type Side = 'north' | 'east' | 'south' | 'west';

interface Beam {
  row: number;
  column: number;
  down: number;
  right: number;
}

function enter(side: Side, index: number, height: number, width: number): Beam {
  switch (side) {
    case 'north':
      return { row: 0, column: index % width, down: 1, right: 0 };
    case 'south':
      return { row: height - 1, column: index % width, down: -1, right: 0 };
    case 'west':
      return { row: index % height, column: 0, down: 0, right: 1 };
    case 'east':
      return { row: index % height, column: width - 1, down: 0, right: -1 };
  }
}

function reflect(beam: Beam, mirror: string): void {
  const sign = mirror === 'N' ? 1 : -1;
  [beam.down, beam.right] = [sign * beam.right, sign * beam.down];
}

function trace(cells: string[][], beam: Beam, reach: number): string {
  for (let lit = 0; lit < reach; lit++) {
    const cell = cells[beam.row]?.[beam.column];
    if (cell === undefined) return `left at ${beam.row},${beam.column} after ${lit}`;
    if (cell === 'X') return `swallowed at ${beam.row},${beam.column} after ${lit}`;
    if (cell !== '.') {
      reflect(beam, cell);
      cells[beam.row][beam.column] = cell === 'N' ? 'Z' : 'N';
    }
    beam.row += beam.down;
    beam.column += beam.right;
  }
  return `faded before ${beam.row},${beam.column}`;
}

export function traceFlashes(rows: string[], side: Side, entries: number[], reach: number) {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => [...row.padEnd(width, '.')]);
  const flashes = entries.map((index) =>
    trace(cells, enter(side, index, cells.length, width), reach),
  );
  return { flashes, mirrors: cells.map((row) => row.join('')) };
}
