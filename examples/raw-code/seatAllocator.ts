import { EventEmitter } from 'node:events';

export interface Group {
  id: string;
  size: number;
  wheelchair?: boolean;
  /** groups that must not be directly next to / in front of each other (school classes...) */
  enemies?: string[];
  maxRow?: number;
}

type Seat = string | null;

// TODO: ask the theatre for the real plan
const PLAN = ['_##########_', '############', '############', '_####__####_', '############'];

export class SeatAllocator extends EventEmitter {
  private rows: (Seat | undefined)[][]; // undefined = no seat there
  private placed = new Map<string, { row: number; from: number; size: number }>();
  public log: string[] = [];

  constructor(plan: string[] = PLAN) {
    super();
    this.rows = plan.map((r) => [...r].map((c) => (c === '#' ? null : undefined)));
  }

  private neighbours(row: number, from: number, size: number): Set<string> {
    const s = new Set<string>();
    const look = (r: number, c: number) => {
      const v = this.rows[r]?.[c];
      if (v) s.add(v);
    };
    look(row, from - 1);
    look(row, from + size);
    for (let c = from; c < from + size; c++) {
      look(row - 1, c);
      look(row + 1, c);
    }
    return s;
  }

  private score(g: Group, row: number, from: number): number | null {
    const r = this.rows[row]!;
    for (let c = from; c < from + g.size; c++) if (r[c] !== null) return null;
    if (g.maxRow !== undefined && row > g.maxRow) return null;
    // wheelchairs: need the edge of a row
    if (g.wheelchair && r[from - 1] !== undefined && r[from + g.size] !== undefined) return null;
    for (const n of this.neighbours(row, from, g.size)) if (g.enemies?.includes(n)) return null;
    const mid = (r.length - 1) / 2;
    let p = Math.abs(from + (g.size - 1) / 2 - mid) * 2 + Math.abs(row - 1) * 3;
    // never leave a single seat alone
    const lonely = (c: number, dir: number) => r[c] === null && r[c + dir] !== null;
    if (lonely(from - 1, -1)) p += 10;
    if (lonely(from + g.size, 1)) p += 10;
    return p;
  }

  async place(g: Group): Promise<boolean> {
    await Promise.resolve(); // used to be a db lookup
    let best: [number, number, number] | null = null;
    for (let row = 0; row < this.rows.length; row++) {
      for (let c = 0; c + g.size <= this.rows[row]!.length; c++) {
        const p = this.score(g, row, c);
        if (p !== null && (best === null || p < best[0])) best = [p, row, c];
      }
    }
    if (!best) {
      this.log.push(`no room for ${g.id}`);
      this.emit('rejected', g);
      return false;
    }
    const [p, row, from] = best;
    for (let c = from; c < from + g.size; c++) this.rows[row]![c] = g.id;
    this.placed.set(g.id, { row, from, size: g.size });
    this.log.push(`${g.id} row ${row + 1} seat ${from + 1} (${p})`);
    this.emit('placed', g, row, from);
    return true;
  }

  async cancel(id: string): Promise<void> {
    const x = this.placed.get(id);
    if (!x) throw new Error('unknown group ' + id);
    this.rows[x.row]!.fill(null, x.from, x.from + x.size);
    this.placed.delete(id);
    this.emit('cancelled', id);
  }

  print(): string {
    return this.rows.map((r) => r.map((s) => (s === undefined ? ' ' : s === null ? '.' : s[0])).join('')).join('\n');
  }
}

export async function seatAll(groups: Group[]): Promise<SeatAllocator> {
  const a = new SeatAllocator();
  // big ones first, wheelchairs before everybody
  groups.sort((x, y) => Number(!!y.wheelchair) - Number(!!x.wheelchair) || y.size - x.size);
  for (const g of groups) await a.place(g);
  return a;
}

export const seatAllUnsorted = async (groups: Group[]) => {
  const a = new SeatAllocator();
  const r = await Promise.all(groups.map((g) => a.place(g)));
  return { ok: r.filter(Boolean).length, plan: a.print() };
};

export default seatAll;
