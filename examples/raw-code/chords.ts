/* chord sheet -> find the capo position with the easiest grips */
const NOTES = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'];
const FLAT: Record<string, string> = { Db: 'C#', Eb: 'D#', Gb: 'F#', Ab: 'G#', Bb: 'A#', Cb: 'B', Fb: 'E' };
const EASY: { [k: string]: number } = {
  C: 1, D: 1, E: 1, G: 1, A: 1, Am: 1, Em: 1, Dm: 1, D7: 1, E7: 1, A7: 1, G7: 2, C7: 2, B7: 2, F: 4, Bm: 5,
};

type Chord = { root: number; rest: string; bass: number | null };
type Token = { kind: 'chord'; chord: Chord } | { kind: 'text'; text: string };

export class ChordSheetParser {
  private pos = 0;
  private line = 0;
  tokens: Token[][] = [];
  errors: string[] = [];
  key: string | null = null;

  constructor(private src: string) {}

  parse(): this {
    for (const l of this.src.split('\n')) {
      this.line++;
      this.pos = 0;
      try {
        const m = /^\{(\w+):\s*(.*)\}$/.exec(l.trim());
        if (m) {
          if (m[1] === 'key') this.key = m[2];
          else console.warn('ignored directive ' + m[1]);
          continue;
        }
        this.tokens.push(this.parseLine(l));
      } catch (e) {
        this.errors.push(`${this.line}:${this.pos + 1} ${(e as Error).message}`);
        this.tokens.push([{ kind: 'text', text: l }]);
      }
    }
    return this;
  }

  private parseLine(l: string): Token[] {
    const out: Token[] = [];
    let buf = '';
    while (this.pos < l.length) {
      const c = l[this.pos];
      if (c === '[') {
        const end = l.indexOf(']', this.pos);
        if (end < 0) throw new Error('missing ]');
        if (buf) out.push({ kind: 'text', text: buf });
        buf = '';
        out.push({ kind: 'chord', chord: this.parseChord(l.slice(this.pos + 1, end)) });
        this.pos = end + 1;
      } else {
        buf += c;
        this.pos++;
      }
    }
    if (buf) out.push({ kind: 'text', text: buf });
    return out;
  }

  private parseChord(s: string): Chord {
    const m = /^([A-G][#b]?)([^/]*)(?:\/([A-G][#b]?))?$/.exec(s);
    if (!m) throw new Error(`not a chord: ${s}`);
    return { root: this.note(m[1]), rest: m[2] ?? '', bass: m[3] ? this.note(m[3]) : null };
  }

  private note(n: string): number {
    const i = NOTES.indexOf(FLAT[n] || n);
    if (i < 0) throw new Error('E#/B# not supported ' + n);
    return i;
  }
}

function name(c: Chord, down: number): string {
  const t = (n: number) => NOTES[(n - down + 24) % 12];
  return t(c.root) + c.rest + (c.bass === null ? '' : '/' + t(c.bass));
}

function cost(n: string): number {
  const [main, bass] = n.split('/');
  const plain = main.replace(/(sus[24]|add9|maj7|6)$/, '');
  let k = EASY[plain] ?? (plain.includes('#') ? 8 : 6);
  if (plain !== main) k += 1;
  if (bass) k += 1;
  return k;
}

// let cache: any = {};

export function bestCapo(src: string, maxCapo = 7) {
  const p = new ChordSheetParser(src).parse();
  const all = p.tokens.flat().flatMap((t) => (t.kind === 'chord' ? [t.chord] : []));
  let best = { capo: 0, total: Infinity };
  for (let capo = 0; capo <= maxCapo; capo++) {
    let total = capo > 4 ? (capo - 4) * 2 : 0; // sounds thin up there
    let prev = '';
    for (const c of all) {
      const n = name(c, capo);
      if (n !== prev) total += cost(n);
      prev = n;
    }
    console.log(`capo ${capo}: ${total}`);
    if (total < best.total) best = { capo, total };
  }
  const sheet = p.tokens.map((l) => l.map((t) => (t.kind === 'text' ? t.text : `[${name(t.chord, best.capo)}]`)).join(''));
  return { ...best, sheet: sheet.join('\n'), errors: p.errors };
}
