import {
  type Attack,
  outOfMemory,
  outputTooLarge,
  returns,
  stepLimit,
  throws,
  unserializable,
} from './attack.js';

export const floodingTheOutput: readonly Attack[] = [
  {
    name: 'prints without end',
    code: `def attack(canary):
    while True:
        print('flood' * 1000)`,
    accepts: [stepLimit],
  },
  {
    name: 'prints two thousand megabytes',
    code: `def attack(canary):
    line = 'x' * 5_000_000
    for _ in range(400):
        print(line)
    return 1`,
    accepts: [returns(1), outOfMemory],
  },
  {
    name: 'writes to the descriptors of the output',
    code: `import os
def attack(canary):
    for _ in range(1000):
        os.write(1, b'x' * 1_000_000)
        os.write(2, b'x' * 1_000_000)
    return 1`,
    accepts: [returns(1)],
  },
  {
    name: 'returns ten megabytes of text',
    code: `def attack(canary):
    return 'x' * 10_000_000`,
    accepts: [outputTooLarge],
  },
  {
    name: 'returns a number of ten million digits',
    code: `def attack(canary):
    return 1 << 33_000_000`,
    accepts: [outputTooLarge],
  },
  {
    name: 'returns one list ten million times',
    code: `def attack(canary):
    return [[1, 2, 3]] * 10_000_000`,
    accepts: [outputTooLarge, outOfMemory, stepLimit],
  },
  {
    name: 'returns lists that double at each level',
    code: `def attack(canary):
    value = ['x' * 1000]
    for _ in range(60):
        value = [value, value]
    return value`,
    accepts: [outputTooLarge, stepLimit],
  },
  {
    name: 'returns keys of a million letters',
    code: `def attack(canary):
    return {str(i) * 1_000_000: i for i in range(9)}`,
    accepts: [outputTooLarge],
  },
  {
    name: 'returns letters that take twelve characters each',
    code: `def attack(canary):
    return '\\U0001f600' * 200_000`,
    accepts: [outputTooLarge],
  },
  {
    name: 'returns a value that contains itself',
    code: `def attack(canary):
    value = {'list': []}
    value['list'].append(value)
    return value`,
    accepts: [unserializable],
  },
  {
    name: 'raises an error with a message of five megabytes',
    code: `def attack(canary):
    raise KeyError('x' * 5_000_000)`,
    accepts: [throws('KeyError'), outOfMemory],
  },
  {
    name: 'raises an error whose type has a name of a megabyte',
    code: `def attack(canary):
    raise type('E' * 1_000_000, (Exception,), {})('x')`,
    accepts: [throws()],
  },
  {
    name: 'raises ten thousand errors out of each other',
    code: `def attack(canary):
    error = None
    for i in range(10_000):
        new = ValueError(str(i))
        new.__cause__ = error
        error = new
    raise error`,
    accepts: [throws('ValueError', '9999')],
  },
  {
    name: 'raises a group of errors that nests a thousand times',
    code: `def attack(canary):
    error = ValueError('inner')
    for _ in range(1_000):
        error = ExceptionGroup('group', [error])
    raise error`,
    accepts: [throws('ExceptionGroup')],
  },
  {
    name: 'writes its output through streams that it has taken away',
    code: `import sys
def attack(canary):
    sys.stdout.close()
    sys.stdout = sys.__stdout__ = None
    return 1`,
    accepts: [returns(1)],
  },
];
