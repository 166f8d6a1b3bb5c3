import type { JsonObject, Program, RunOptions } from '../../../src/index.js';

/** One call whose outcome may depend on nothing but itself. */
export interface DeterministicCall {
  readonly name: string;
  readonly program: Program;
  readonly input: JsonObject;
  readonly options: RunOptions;
}

/** Bounds that half of what does not end reaches in a moment. */
export const limits = { maxSteps: 300, memoryLimitBytes: 32 * 1024 * 1024 };

/** Kinds of programs: functions of a number and a seed, by what they do. */
const kinds: Readonly<Record<string, string>> = {
  loop: `let sum = 0; for (let i = 0; i < n * 9000; i++) sum = (sum * 31 + i) % 1000003; return sum;`,
  recursion: `const fib = (k) => (k < 2 ? k : fib(k - 1) + fib(k - 2)); return fib(12 + (n % 9));`,
  'deep recursion': `const dive = (k) => 1 + dive(k + 1); try { return dive(0); } catch (error) { return [error.name, error.message]; }`,
  depth: `let depth = 0; const dive = () => { depth++; dive(); }; try { dive(); } catch {} return depth;`,
  sort: `const a = Array.from({ length: n * 300 }, (_, i) => (i * 7919 + seed) % 10007); return a.sort((x, y) => x - y || 1).filter((_, i) => i % 97 === 0);`,
  'sort without order': `const a = Array.from({ length: n * 20 }, (_, i) => i); a.sort(() => Math.random() - 0.5); return a;`,
  'regular expression': `const text = 'ab1 cd22 ef333 '.repeat(n * 10); return [...text.matchAll(/(?<word>[a-z]+)(?<number>\\d+)/g)].reduce((s, { groups }) => s + +groups.number, 0);`,
  backtracking: `return /^(a+)+$/.test('a'.repeat(10 + n % 16) + 'b');`,
  text: `let text = ''; for (let i = 0; i < n * 400; i++) text += String.fromCharCode(97 + (i * i) % 26); return [text.length, text.slice(-20), text.split('a').length];`,
  unicode: `return [...'ßİǅ😀é'.repeat(n)].map((c) => c.normalize('NFD').toUpperCase()).join('').length;`,
  map: `const m = new Map(); for (let i = 0; i < n * 50; i++) { m.set((i * 31) % 101, i); if (i % 3 === 0) m.delete(i % 50); } return [...m];`,
  set: `const s = new Set(); for (const c of 'the quick brown fox'.repeat(n)) s.add(c); s.delete('q'); s.add('q'); return [...s].join('');`,
  keys: `const o = {}; for (let i = 0; i < n + 20; i++) { o['k' + ((i * 7) % 13)] = i; o[(i * 5) % 17] = i; } delete o.k3; o.k3 = 1; return [Object.keys(o), JSON.stringify(o)];`,
  floats: `let x = 0.1 * n; for (let i = 0; i < 500; i++) x = Math.sin(x) * 1.7 + Math.sqrt(Math.abs(x)) / 3 + Math.cbrt(i) * 1e-3; return [x, Math.exp(x), Math.pow(x, 1 / 3), Math.atan2(x, n), x.toFixed(7), x.toExponential(), Math.tanh(x), Math.hypot(x, n, 3)];`,
  bigint: `let f = 1n; for (let i = 1n; i <= BigInt(n * 20); i++) f *= i; return [String(f).length, String(f % 1000000007n), f.toString(16).slice(0, 20)];`,
  async: `const out = []; await Promise.all(Array.from({ length: n + 3 }, async (_, i) => { for (let k = 0; k < i % 4; k++) await null; out.push(i); })); return out;`,
  timers: `const out = []; await Promise.all([30, 10, 20, 10].map((ms, i) => new Promise((done) => setTimeout(() => { out.push([i, Date.now() % 1000]); done(); }, ms * n)))); return out;`,
  generator: `function* primes() { const found = []; for (let k = 2; ; k++) if (found.every((p) => k % p)) { found.push(k); yield k; } } const out = []; for (const p of primes()) { out.push(p); if (out.length > n * 12) break; } return out.at(-1);`,
  exceptions: `let caught = 0; for (let i = 0; i < n * 200; i++) { try { if (i % 3) throw new RangeError('r' + i); null.x; } catch (error) { caught += error.message.length; } finally { caught++; } } return caught;`,
  'an error thrown': `const check = (k) => { if (k <= 0) throw new RangeError('k is ' + k + ' for ' + n); return check(k - 1); }; return check(n);`,
  'no end': `let i = n; for (;;) i = (i * 3 + 1) % 1000;`,
  'no end of promises': `for (;;) await null;`,
  'memory in lists': `const all = []; for (;;) all.push(new Array(1000 * n).fill(n));`,
  'memory in texts': `let text = 'x'.repeat(n); for (;;) text += text;`,
  'memory caught': `const all = []; try { for (;;) all.push(new Uint8Array(1 << 20)); } catch (error) { return [all.length, error.name]; }`,
  randomness: `const counts = new Array(6).fill(0); for (let i = 0; i < n * 60; i++) counts[Math.floor(Math.random() * 6)]++; return counts;`,
  clock: `const d = new Date(); d.setMonth(n); d.setDate(31); return [Date.now(), d.toISOString(), String(d), d.getDay(), performance.now()];`,
  'not representable': `return { rows: [n, { deep: n % 2 ? undefined : new Map([[n, n]]) }] };`,
  'typed arrays': `const f = new Float32Array(n * 30).map((_, i) => i / 7); const view = new DataView(f.buffer); return [f.reduce((a, b) => a + b), view.getUint32(8), view.getUint32(8, true)];`,
  proxy: `const log = []; const p = new Proxy({ a: 1, b: 2 }, { ownKeys: (t) => (log.push('keys'), Reflect.ownKeys(t)), get: (t, k) => (log.push(String(k)), t[k]) }); for (let i = 0; i < n; i++) ({ ...p }); return log.length + JSON.stringify(p);`,
  'long result': `return 'x'.repeat(2 ** 16 * n * 4);`,
  classes: `class A { #x = n; static made = 0; constructor() { A.made++; } get x() { return this.#x; } } class B extends A { get x() { return super.x * 2; } } let sum = 0; for (let i = 0; i < 100 * n; i++) sum += new B().x; return [sum, A.made];`,
  destructuring: `let [a, b] = [n, seed]; for (let i = 0; i < n * 200; i++) { [a, b] = [b, (a + i) % 997]; ({ a, ...b } = { a, b }); b = b.b; } return { a, b };`,
  weak: `const w = new WeakMap(); let hits = 0; for (let i = 0; i < n * 300; i++) { const key = { i }; w.set(key, i); if (w.get(key) === i) hits++; } return hits;`,
  'local date': `return [new Date('2024-01-01T00:00').getTime(), Date.parse('Jan 1 2024'), new Date(2024, n % 12, 15, 12).getHours(), new Date(2024, 6, n).toString(), new Date(1e12 + n).toLocaleString(), new Date(0).getTimezoneOffset(), (1234.5 * n).toLocaleString(), ['b', 'a', 'Z', 'ä'].sort((x, y) => x.localeCompare(y)), 'I'.toLocaleLowerCase()];`,
};

const numbers = [1, 4, 9];

/** Does the work ten times over, so that it takes steps that can be counted. */
const repeated = (body: string): string => {
  const [begin, wait] = body.includes('await') ? ['async ', 'await '] : ['', ''];
  return `${begin}function work(n, seed) { ${body} }
${begin}function main(n, seed) { for (let i = 1; i < 10; i++) ${wait}work(n, seed); return ${wait}work(n, seed); }`;
};

/** About a hundred calls: every kind with every number. */
export const calls: readonly DeterministicCall[] = Object.entries(kinds).flatMap(([kind, body]) =>
  numbers.map((n, index) => ({
    name: `${kind}, ${n}`,
    program: {
      language: 'javascript',
      code: repeated(body),
      entrypoint: 'main',
      parameters: ['n', 'seed'],
    },
    input: { n, seed: index },
    options: { seed: index, nowMs: 1_700_000_000_000 + n },
  })),
);
