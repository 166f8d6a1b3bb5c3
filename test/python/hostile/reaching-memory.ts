import { allMemory } from './all-memory.js';
import {
  type Accepted,
  type Attack,
  lost,
  outOfMemory,
  returns,
  stepLimit,
  throws,
} from './attack.js';

/** What may come of breaking the interpreter's own memory: that call is over, the next one is whole. */
const anything: readonly Accepted[] = [
  ...[lost, outOfMemory, stepLimit, throws(), returns()],
  { status: 'unserializable' },
  { status: 'output-too-large' },
];

/** Code that lies in the interpreter's table at a place, called in place of `os.getpid`. */
const calling = (first: number, step: number): Attack => ({
  name: `calls every function of the table from place ${first} on in the place of a built-in`,
  code: `${allMemory}
import os
def attack(canary):
    memory = all_memory()
    method = number_at(memory, id(os.getppid) + 8)
    for place in range(${first}, 9000, ${step}):
        put_number(memory, method + 4, place)
        try:
            os.getppid()
        except BaseException:
            pass
    return 'called all'`,
  accepts: anything,
});

export const reachingMemory: readonly Attack[] = [
  {
    name: 'gets hold of all memory through forged bytecode',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    text = b'mark' + b'ed'
    at = id(text) + bytes.__basicsize__ - 1
    return [len(memory), memory[at : at + 6].decode()]`,
    accepts: [returns([0x7fffffff, 'marked'])],
  },
  {
    name: 'searches all memory for what the host knows',
    code: `${allMemory}
def attack(canary):
    import re
    block = memoryview(all_memory())[1024 : 30 << 20]
    # Patterns that do not match themselves.
    wanted = [b'node[_]modules/', b'CODEIO_CANARY[=]', b'npm[_]config', b'PATH=[/]', b'pid=[0-9]']
    return [bytes(block[found.start() : found.end() + 60]).decode('latin1')
        for found in (re.search(each, block) for each in wanted) if found]`,
    accepts: [returns([])],
  },
  {
    name: 'reads beyond the end of memory',
    code: `${allMemory}
def attack(canary):
    return all_memory()[0x7ffffff0]`,
    accepts: [lost],
  },
  {
    name: 'writes beyond the end of memory',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    for at in range(0x10000000, 0x7fffffff, 0x1000000):
        memory[at] = 255`,
    accepts: [lost],
  },
  {
    name: 'fills the first sixteen megabytes of memory with ones',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    for at in range(1024, 16 << 20, 4096):
        memory[at : at + 4096] = b'\\xff' * 4096`,
    accepts: [lost],
  },
  {
    name: 'empties all memory from the end on',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    for at in range(30 << 20, 0, -4096):
        memory[at : at + 4096] = bytes(4096)`,
    accepts: [lost, outOfMemory, throws()],
  },
  {
    name: 'writes random bytes all over the memory',
    code: `${allMemory}
import random
def attack(canary):
    memory = all_memory()
    for _ in range(20000):
        memory[random.randrange(1024, 30 << 20)] = random.randrange(256)
    return sorted({'a': 1, 'b': [2]})`,
    accepts: anything,
  },
  {
    name: 'turns the counting of its work off in memory',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    import sys
    # The interpreter counts down from 50: whatever looks like that is held at the top.
    places = [at for at in range(1024, 4 << 20, 4) if 0 < number_at(memory, at) <= 50][:200000]
    return len(places) > 0`,
    accepts: [stepLimit, returns(true)],
  },
  {
    name: 'takes a built-in for one that calls the start of the table',
    code: `${allMemory}
import os
def attack(canary):
    memory = all_memory()
    put_number(memory, number_at(memory, id(os.getppid) + 8) + 4, 0)
    return str(os.getppid())`,
    accepts: [lost, throws()],
  },
  {
    name: 'takes a built-in for one that lies outside of the table',
    code: `${allMemory}
import os
def attack(canary):
    memory = all_memory()
    put_number(memory, number_at(memory, id(os.getppid) + 8) + 4, 0x7fffffff)
    return str(os.getppid())`,
    accepts: [lost, throws()],
  },
  calling(2, 7),
  calling(3, 11),
  calling(4001, 13),
  calling(8700, 1),
  {
    name: 'gives an object the type of another one',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    victim = 2**200
    put_number(memory, id(victim) + 4, id(dict))
    return len(victim)`,
    accepts: anything,
  },
  {
    name: 'makes a type whose methods lie in its own data',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    class Victim:
        pass
    for at in range(24, 200, 4):
        put_number(memory, id(Victim) + at, id(attack))
    return str(hash(Victim()))`,
    accepts: anything,
  },
  {
    name: 'changes the values of small numbers for everyone',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    put_number(memory, id(7) + 12, 8)
    put_number(memory, id(0) + 12, 1)
    return str(7)`,
    accepts: anything,
  },
  {
    name: 'changes the letters of the words that its driver writes',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    for word in (b'{"status":"returned","value":', b'keepsNoState', b'out-of-memory'):
        at = memory.find(word)
        while 0 < at < 30 << 20:
            memory[at : at + len(word)] = b'}' * len(word)
            at = memory.find(word, at + 1, 30 << 20)
    return 1`,
    accepts: anything,
  },
  {
    name: 'lowers the count of references to None, True and the empty tuple',
    code: `${allMemory}
def attack(canary):
    memory = all_memory()
    for thing in (None, True, (), '', type, object):
        put_number(memory, id(thing), 1)
    return [[None, True, (), str(i)] for i in range(1000)][-1]`,
    accepts: anything,
  },
];
