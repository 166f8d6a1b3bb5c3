import { type Accepted, type Attack, outOfMemory, returns, stepLimit, throws } from './attack.js';

const eats = (
  name: string,
  body: string,
  accepts: readonly Accepted[] = [outOfMemory],
): Attack => ({
  name,
  code: `def attack(canary):
    ${body.trim()}`,
  accepts,
});

export const eatingMemory: readonly Attack[] = [
  eats('makes a list of two thousand million items', 'return len([0] * (2**31 - 1))'),
  eats('makes three thousand million bytes', 'return len(bytes(3 * 2**30))', [
    outOfMemory,
    throws('OverflowError'),
  ]),
  eats('makes a text of a thousand million letters', `return len('é' * 2**30)`),
  eats(
    'doubles a text without end',
    `text = 'x'
    while True:
        text = text * 2`,
  ),
  eats(
    'doubles a list without end',
    `items = [0]
    while True:
        items.extend(items)`,
  ),
  eats(
    'keeps pieces of bytes without end',
    `kept = []
    while True:
        kept.append(bytearray(1_000_000))`,
  ),
  eats(
    'catches the want of memory and goes on',
    `kept = []
    while True:
        try:
            while True:
                kept.append(bytearray(1_000_000))
        except MemoryError:
            pass`,
    [outOfMemory, stepLimit],
  ),
  eats(
    'gives the memory back, and is content',
    `kept = []
    try:
        while True:
            kept.append(bytearray(1_000_000))
    except MemoryError:
        count = len(kept)
        kept.clear()
        return count > 10`,
    [returns(true)],
  ),
  eats(
    'keeps small objects without end',
    `kept = []
    while True:
        kept.append([kept])`,
    [outOfMemory, stepLimit],
  ),
  eats(
    'keeps words in a dictionary without end',
    `kept = {}
    while True:
        kept[str(len(kept)) * 100] = len(kept)`,
  ),
  eats(
    'makes numbers larger and larger',
    `number = 3
    while True:
        number *= number`,
    [outOfMemory, stepLimit, throws('OverflowError')],
  ),
  eats('shifts a number out of all memory', `return (1 << 2**31) > 0`, [
    outOfMemory,
    throws('OverflowError'),
  ]),
  eats('formats a number with a width out of all memory', `return len(f'{1:2000000000}')`),
  eats('pads a text beyond all memory', `return len('x'.center(2**31 - 1))`),
  eats(
    'replaces every letter by a million letters',
    `return len(('a' * 100_000).replace('a', 'b' * 1_000_000))`,
    [outOfMemory, throws('OverflowError')],
  ),
  eats(
    'multiplies sets of things by each other',
    `import itertools
    return len(list(itertools.product(range(1000), repeat=4)))`,
  ),
  eats(
    'unpacks a bomb',
    `import zlib
    packed = zlib.compress(bytes(20_000_000))
    return len([zlib.decompress(packed) for _ in range(9)])`,
  ),
  eats(
    'compiles a program of a million parentheses and names',
    `return len(compile('[' + 'a,' * 3_000_000 + ']', 'x', 'eval').co_code)`,
    [outOfMemory, stepLimit],
  ),
  eats('raises an error whose text fills the memory', `raise ValueError('x' * 50_000_000)`, [
    outOfMemory,
    throws('ValueError'),
  ]),
  eats(
    'asks for random bytes beyond all memory',
    `import os
    return len(os.urandom(2**31 - 1))`,
    [outOfMemory, throws('OverflowError')],
  ),
  eats(
    'holds memory in cycles that only the collector frees',
    `while True:
        cycle = [bytearray(100_000)]
        cycle.append(cycle)`,
    [outOfMemory, stepLimit],
  ),
];
