import { describe, expect, it } from 'vitest';
import { openPython, returning } from './support/python-calls.js';

const { error, run, value } = openPython();

/** What the published checker puts before each program, NumPy and its like aside. */
const publishedPrefix = `from string import *
from re import *
from datetime import *
from collections import *
from heapq import *
from bisect import *
from copy import *
from math import *
from random import *
from statistics import *
from itertools import *
from functools import *
from operator import *
from io import *
from sys import *
from json import *
from builtins import *
from typing import *
import string
import re
import datetime
import collections
import heapq
import bisect
import copy
import math
import random
import statistics
import itertools
import functools
import operator
import io
import sys
import json
sys.setrecursionlimit(6 * 10 ** 5)
`;

describe('the standard library', () => {
  it('is there as published programs import it', async () => {
    const code = `${publishedPrefix}
def main_solution(words: List[str], n: int) -> Dict[str, Any]:
    counts = Counter(words)
    heap = [-count for count in counts.values()]
    heapify(heap)
    return {'largest': -heappop(heap), 'place': bisect_left([1, 3, 5], n), 'sum': reduce(add, range(n)), 'pairs': list(combinations('abc', 2)), 'root': sqrt(n), 'mean': mean([1, 2]), 'json': dumps({'a': n}), 'found': re.findall(r'\\d', 'a1b2')}`;
    const input = { words: ['a', 'b', 'a'], n: 4 };
    expect(await value(code, input, { entrypoint: 'main_solution' })).toEqual({
      largest: 2,
      place: 2,
      sum: 6,
      pairs: [
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'c'],
      ],
      root: expect.objectContaining({ text: '2.0' }) as unknown,
      mean: 1.5,
      json: '{"a": 4}',
      found: ['1', '2'],
    });
  });

  it.each([
    'abc argparse array ast asyncio base64 binascii bisect builtins bz2',
    'calendar cmath cmd code codecs collections collections.abc colorsys concurrent.futures configparser',
    'contextlib contextvars copy csv dataclasses datetime decimal difflib dis email.message',
    'enum fnmatch fractions functools gc getpass glob graphlib gzip hashlib',
    'heapq hmac html html.parser http.client importlib inspect io ipaddress itertools',
    'json keyword linecache locale logging lzma math mimetypes multiprocessing numbers',
    'operator os os.path pathlib pickle pickletools pkgutil platform plistlib pprint',
    'queue quopri random re reprlib sched secrets select selectors shelve',
    'shlex shutil signal socket sqlite3 statistics string stringprep struct subprocess',
    'symtable sys tarfile tempfile textwrap threading time timeit token tokenize',
    'tomllib trace traceback tracemalloc types typing unicodedata unittest urllib.parse uuid',
    'warnings wave weakref xml.etree.ElementTree zipfile zipimport zlib zoneinfo _thread __future__',
  ])('has %s', async (names) => {
    const imports = names.split(' ').map((name) => `    import ${name}`);
    expect(await run(`def main():\n${imports.join('\n')}\n    return 1`)).toMatchObject({
      status: 'returned',
      value: 1,
    });
  });

  it.each([
    ['decimal', 'str(decimal.Decimal(1) / 7)', '0.1428571428571428571428571429'],
    ['fractions', 'str(fractions.Fraction(1, 3) + fractions.Fraction(1, 6))', '1/2'],
    [
      'statistics',
      '[statistics.median([1, 3, 2]), statistics.stdev([1, 2, 3, 4])]',
      [2, 1.2909944487358056],
    ],
    ['heapq', 'heapq.nsmallest(2, [3, 1, 2])', [1, 2]],
    [
      'itertools',
      '[list(itertools.batched("abc", 2)), len(list(itertools.permutations(range(5))))]',
      [[['a', 'b'], ['c']], 120],
    ],
    [
      'collections',
      '[dict(collections.ChainMap({"a": 1}, {"b": 2})), list(collections.deque([1, 2, 3], maxlen=2))]',
      [{ a: 1, b: 2 }, [2, 3]],
    ],
    ['re', 're.sub(r"(?P<x>\\w)(?=\\d)", lambda m: m["x"].upper(), "a1 b c2")', 'A1 b C2'],
    [
      'datetime',
      'str(datetime.datetime(2024, 2, 29) + datetime.timedelta(days=366))',
      '2025-03-01 00:00:00',
    ],
    [
      'hashlib',
      '[hashlib.md5(b"a").hexdigest()[:6], hashlib.sha3_256(b"a").hexdigest()[:6], hashlib.blake2b(b"a").hexdigest()[:6]]',
      ['0cc175', '80084b', '333fcb'],
    ],
    [
      'json',
      'json.dumps({"é": [1.0, None]}, indent=1, sort_keys=True)',
      '{\n "\\u00e9": [\n  1.0,\n  null\n ]\n}',
    ],
    ['string', 'string.Template("$a-$b").substitute(a=1, b=2)', '1-2'],
    ['textwrap', 'textwrap.fill("aaa bbb ccc", 7)', 'aaa bbb\nccc'],
    ['zlib', 'zlib.decompress(zlib.compress(b"abc" * 100))[:4].decode()', 'abca'],
    ['base64', 'base64.b64encode(b"\\x00\\xff").decode()', 'AP8='],
    ['struct', 'struct.unpack("<hI", struct.pack("<hI", -2, 7))', [-2, 7]],
    [
      'unicodedata',
      '[unicodedata.name("é"), unicodedata.normalize("NFD", "é") == "é"]',
      ['LATIN SMALL LETTER E WITH ACUTE', false],
    ],
    ['ast', 'ast.literal_eval("{1: (2, [3])}")[1]', [2, [3]]],
    ['csv', 'list(csv.reader(["a,\\"b,c\\""]))', [['a', 'b,c']]],
    ['calendar', 'calendar.monthrange(2024, 2)', [3, 29]],
    [
      'ipaddress',
      '[str(each) for each in ipaddress.ip_network("10.0.0.0/30").hosts()]',
      ['10.0.0.1', '10.0.0.2'],
    ],
    ['graphlib', 'list(graphlib.TopologicalSorter({"b": ["a"]}).static_order())', ['a', 'b']],
    ['difflib', 'difflib.get_close_matches("appel", ["ape", "apple"])', ['apple', 'ape']],
    ['bisect', 'bisect.bisect([1, 2, 2, 3], 2)', 3],
    ['cmath', 'abs(cmath.exp(1j * cmath.pi) + 1) < 1e-12', true],
    ['urllib.parse', 'urllib.parse.quote("a b/ü")', 'a%20b/%C3%BC'],
    ['array', 'array.array("i", [1, 2]).tolist()', [1, 2]],
    ['timeit', 'timeit.timeit("1", number=2) > 0', true],
    ['io', 'io.StringIO("a\\nb").readlines()', ['a\n', 'b']],
    ['inspect', 'list(inspect.signature(lambda a, *b: 0).parameters)', ['a', 'b']],
    ['xml.etree.ElementTree', 'xml.etree.ElementTree.fromstring("<a b=\\"1\\"/>").get("b")', '1'],
    ['sqlite3', 'sqlite3.connect(":memory:").execute("select 1 + 1").fetchone()', [2]],
    ['tomllib', 'tomllib.loads("a = [1]")', { a: [1] }],
    ['pathlib', 'str(pathlib.PurePath("a") / "b.txt")', 'a/b.txt'],
    ['zoneinfo', 'isinstance(zoneinfo.available_timezones(), set)', true],
    ['asyncio', 'hasattr(asyncio, "gather")', true],
  ])('works: %s', async (module, expression, expected) => {
    expect(await value(returning(expression, `import ${module}`))).toEqual(expected);
  });

  it.each([
    ['threads', 'import threading\ndef main():\n    threading.Thread(target=print).start()'],
    ['processes', 'import multiprocessing\ndef main():\n    multiprocessing.Pool(2)'],
    [
      'executors',
      'from concurrent.futures import ThreadPoolExecutor\ndef main():\n    ThreadPoolExecutor().submit(print)',
    ],
    ['commands', 'import subprocess\ndef main():\n    subprocess.run(["ls"])'],
    ['files', 'def main():\n    open("/tmp/a", "w")'],
  ])('says that there are no %s', async (_, code) => {
    const { name, line } = await error(code);
    expect(['RuntimeError', 'PermissionError', 'OSError']).toContain(name);
    expect(line).toBeGreaterThan(0);
  });
});
