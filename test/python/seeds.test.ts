import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/index.js';
import { openPython, returning } from './support/python-calls.js';

const { run, value } = openPython();
const seeds = [0, 1, 2, 3, 4, 5, 2 ** 31, 2 ** 32 - 1];
const bySeed = (code: string): Promise<JsonValue[]> =>
  Promise.all(seeds.map((seed) => value(code, {}, { seed })));
const differing = (values: readonly unknown[]): number =>
  new Set(values.map((each) => JSON.stringify(each))).size;

describe('the seed of a call', () => {
  it.each([
    ['random', '[random.random(), random.randint(1, 10 ** 9), random.choice(range(10 ** 6))]'],
    ['a shuffled list', 'random.sample(range(1000), 5)'],
    ['a generator without a seed of its own', 'random.Random().random()'],
    ['the random numbers of the system', '[random.SystemRandom().random(), os.urandom(8).hex()]'],
    ['secrets', '[secrets.token_hex(8), secrets.randbelow(10 ** 12)]'],
    ['uuid4', 'str(uuid.uuid4())'],
    ['uuid1', 'str(uuid.uuid1())'],
    ['names of temporary files', 'next(tempfile._get_candidate_names())'],
    ['the fraction of the clock', 'time.time_ns()'],
  ])('decides %s', async (_, expression) => {
    const code = returning(expression, 'import os, random, secrets, tempfile, time, uuid');
    const first = await bySeed(code);
    expect(differing(first)).toBe(seeds.length);
    expect(await bySeed(code)).toEqual(first);
  });

  it.each([
    [
      'a generator with a seed of its own',
      '[random.Random(5).random(), random.Random("a").random()]',
    ],
    ['what a program seeds itself', '[random.seed(42), random.random(), random.randint(1, 100)]'],
    [
      'sums, texts and lists',
      '[sum(range(10)), "ab" * 2, sorted("cab"), hash(12345), hash((1, 2))]',
    ],
    [
      'the order of dictionaries and of sets of numbers',
      '[list({"b": 1, "a": 2}), list({3, 1, 2})]',
    ],
    [
      'uuid3 and uuid5',
      '[str(uuid.uuid3(uuid.NAMESPACE_DNS, "a")), str(uuid.uuid5(uuid.NAMESPACE_DNS, "a"))]',
    ],
    ['digests', '[hashlib.sha256(b"a").hexdigest()[:8], zlib.crc32(b"a")]'],
    [
      'environment and arguments',
      '[os.getcwd(), sys.argv, os.environ.get("HOME"), os.environ.get("USER")]',
    ],
    [
      'what the machine is',
      '[sys.platform, os.name, platform.machine(), os.cpu_count(), sys.maxsize]',
    ],
  ])('changes nothing about %s', async (_, expression) => {
    const head = 'import hashlib, os, platform, random, sys, uuid, zlib';
    expect(differing(await bySeed(returning(expression, head)))).toBe(1);
  });

  it('gives the numbers of random.seed with that seed, as CPython does', async () => {
    const own = 'import random\ndef main(seed):\n    random.seed(seed)\n    return random.random()';
    for (const seed of seeds) {
      const drawn = await value(returning('random.random()', 'import random'), {}, { seed });
      expect(drawn).toBe(await value(own, { seed }));
    }
    const known = 'import random\nrandom.seed(42)\ndef main():\n    return random.random()';
    expect(await value(known)).toBe(0.6394267984578837);
  });

  it('decides by its parity how strings are hashed', async () => {
    const order = returning(
      '[list(set("abcdefghij")), hash("text"), hash(b"bytes"), list({"x", "yy", "zzz", ("t", 1)}).index("x")]',
    );
    const orders = await bySeed(order);
    const [even, odd] = orders;
    expect(even).not.toEqual(odd);
    expect(orders).toEqual(seeds.map((seed) => (seed % 2 === 0 ? even : odd)));
  });

  it('counts what depends on the order of strings alike each time', async () => {
    const code = `def main():
    words = {str(n) for n in range(2000)}
    return [word for word in words if hash(word) % 3 == 0][:20]`;
    for (const seed of [0, 1]) {
      const first = await run(code, {}, { seed, countOperations: true });
      expect(first.status).toBe('returned');
      expect(await run(code, {}, { seed, countOperations: true })).toEqual(first);
    }
  });
});

describe('the clock of a call', () => {
  const head = 'import calendar, datetime, time, zoneinfo';
  const nowMs = Date.UTC(2031, 1, 28, 23, 59, 58, 250);

  it.each([
    ['time.time_ns() // 10 ** 6', nowMs],
    ['round(time.time() * 1000)', nowMs],
    ['datetime.datetime.now().isoformat(timespec="milliseconds")', '2031-02-28T23:59:58.250'],
    ['datetime.datetime.now(datetime.UTC).hour', 23],
    ['datetime.date.today().isoformat()', '2031-02-28'],
    ['time.strftime("%Y-%m-%d %H:%M:%S %Z")', '2031-02-28 23:59:58 UTC'],
    [
      '[time.timezone, time.daylight, time.localtime().tm_gmtoff, time.tzname[0]]',
      [0, 0, 0, 'UTC'],
    ],
    ['list(time.localtime())[:8]', [2031, 2, 28, 23, 59, 58, 4, 59]],
    ['time.mktime((2024, 1, 1, 0, 0, 0, 0, 0, 0)) == calendar.timegm((2024, 1, 1, 0, 0, 0))', true],
    ['datetime.datetime.fromtimestamp(0).isoformat()', '1970-01-01T00:00:00'],
    ['time.ctime()', 'Fri Feb 28 23:59:58 2031'],
    ['time.monotonic() < 1 and time.perf_counter() < 1 and time.process_time() < 1', true],
  ])('shows the given time, in UTC: %s', async (expression, expected) => {
    expect(await value(returning(expression, head), {}, { nowMs })).toEqual(expected);
  });

  it('shows the first of January 2025 unless another time is given', async () => {
    const code = returning('datetime.datetime.now().isoformat(timespec="seconds")', head);
    expect(await value(code)).toBe('2025-01-01T00:00:00');
  });

  it.each([0, 1e12, 4e12])('shows %d milliseconds since 1970', async (at) => {
    const code = returning('time.time_ns() // 10 ** 6', head);
    expect(await value(code, {}, { nowMs: at })).toBe(at);
  });

  it('moves when it is read, so that waiting loops end', async () => {
    const code = `import time
def main():
    first = time.time_ns()
    second = time.time_ns()
    start, rounds = time.monotonic(), 0
    while time.monotonic() < start + 0.01:
        rounds += 1
    return [second > first, rounds > 1]`;
    expect(await value(code)).toEqual([true, true]);
  });

  it('moves on when a program sleeps, and nobody waits', async () => {
    const code = `import asyncio, datetime, time
def main(seconds):
    start, mark, early = time.time(), time.monotonic(), datetime.datetime.now()
    time.sleep(seconds)
    return [time.time() - start, time.monotonic() - mark, (datetime.datetime.now() - early).total_seconds()]`;
    const begun = performance.now();
    for (const seconds of [0.5, 3, 86_400]) {
      const moved = (await value(code, { seconds })) as number[];
      for (const each of moved) {
        expect(each).toBeGreaterThanOrEqual(seconds * 0.999);
        expect(each).toBeLessThan(seconds * 1.5 + 1);
      }
    }
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
