import { beforeEach, describe, expect, it } from 'vitest';
import { markedDescriptor } from '../../../src/python/imports/call-marks.js';
import { createFileCalls, type FileCalls } from '../../../src/python/imports/file-calls.js';
import { createFileTree } from '../../../src/python/imports/file-tree.js';
import { callImport, createFakeGuest, type FakeGuest } from './fake-guest.js';

const currentFolder = -100;
const [badDescriptor, invalid, isDirectory, tooManyFiles, notFound] = [8, 28, 31, 33, 44];
const [notDirectory, notTerminal, tooLarge, readOnly] = [54, 59, 68, 69];
const text = 'abcdefghijklmnopqrstuvwxyz';

let guest: FakeGuest;
let files: FileCalls;
let marks: number;
beforeEach(() => {
  guest = createFakeGuest();
  marks = 0;
  const tree = createFileTree([
    { path: '/lib/words', bytes: Buffer.from(text) },
    ...Array.from({ length: 30 }, (_, i) => ({ path: `/many/${i + 10}`, bytes: new Uint8Array() })),
  ]);
  files = createFileCalls(guest.reader, tree, () => marks++);
});
const call = (name: string, ...values: (number | bigint)[]): number =>
  callImport(files.imports, name, ...values) as number;
const open = (path: string, flags = 0, folder = currentFolder): number =>
  call('__syscall_openat', folder, guest.putText(8000, path), flags, 0);
const read = (descriptor: number, ...lengths: number[]): string | number => {
  const vectors = lengths.map((length, index) => [2000 + 100 * index, length] as const);
  const error = call('fd_read', descriptor, guest.putVectors(1000, vectors), lengths.length, 900);
  if (error !== 0) return error;
  let rest = guest.readNumber(900);
  const parts = vectors.map(([start, length]) => {
    const part = guest.readText(start, Math.min(length, rest));
    rest -= part.length;
    return part;
  });
  return parts.join('|');
};

describe('opening', () => {
  it('gives the lowest number that is free', () => {
    expect([open('/lib/words'), open('/lib'), open('lib/../lib//words')]).toEqual([3, 4, 5]);
    expect(call('fd_close', 4)).toBe(0);
    expect(open('/lib/words')).toBe(4);
  });

  it.each([0o1, 0o2, 0o100, 0o1000, 0o2000, 0o100 | 0o200 | 0o1])(
    'refuses to write, create, empty or append: flags %o',
    (flags) => {
      expect(open('/lib/words', flags)).toBe(-readOnly);
      expect(open('/new', flags)).toBe(-readOnly);
    },
  );

  it('finds no file of the host', () => {
    for (const path of [
      '/etc/passwd',
      '/proc/self/environ',
      '/dev/null',
      import.meta.filename,
      '',
    ]) {
      expect(open(path)).toBe(-notFound);
    }
  });

  it('knows no folder but the root to begin from', () => {
    expect(open('words', 0, open('/lib'))).toBe(-notFound);
    expect(open('/lib/words', 0, 77)).toBeGreaterThan(0);
  });

  it('tells files from folders', () => {
    expect(open('/lib/words', 0o200000)).toBe(-notDirectory);
    expect(open('/lib', 0o200000)).toBeGreaterThan(0);
  });

  it('has an end, and starts anew for the next call', () => {
    const opened = Array.from({ length: 300 }, () => open('/lib/words'));
    expect(opened.filter((number) => number > 0)).toHaveLength(256);
    expect(opened.at(-1)).toBe(-tooManyFiles);
    files.reset();
    expect(read(3, 1)).toBe(badDescriptor);
    expect(open('/lib/words')).toBe(3);
  });

  it('takes no path that is longer than the C library allows', () => {
    expect(open(`/${'./'.repeat(3000)}lib/words`)).toBe(-notFound);
  });
});

describe('reading', () => {
  it('goes on where it has ended, over several places, to the end', () => {
    const file = open('/lib/words');
    expect(read(file, 3, 4)).toBe('abc|defg');
    expect(read(file, 10, 100, 5)).toBe('hijklmnopq|rstuvwxyz|');
    expect(read(file, 10)).toBe('');
  });

  it('from a place does not move', () => {
    const file = open('/lib/words');
    const vectors = guest.putVectors(1000, [[2000, 4]]);
    expect(call('fd_pread', file, vectors, 1, 20n, 900)).toBe(0);
    expect(guest.readText(2000, guest.readNumber(900))).toBe('uvwx');
    expect(read(file, 2)).toBe('ab');
  });

  it('finds standard input at its end, and nothing behind other numbers', () => {
    expect(read(0, 10)).toBe('');
    expect([read(1, 10), read(3, 10), read(-1, 10)]).toEqual([8, 8, 8]);
    expect(call('fd_pread', 0, 1000, 1, 0n, 900)).toBe(badDescriptor);
  });

  it('says that a folder is none', () => {
    expect(read(open('/lib'), 10)).toBe(isDirectory);
  });

  it('never reads into the bytes of the tree', () => {
    const file = open('/lib/words');
    read(file, 5);
    guest.reader.bytes().fill(0);
    expect(call('fd_seek', file, 0n, 0, 900)).toBe(0);
    expect(read(file, 5)).toBe('abcde');
  });
});

describe('seeking', () => {
  it.each([
    [5n, 0, 5],
    [-6n, 2, 20],
    [0n, 2, 26],
    [1000n, 0, 1000],
    [2n, 1, 2],
  ])('by %i from %i comes to %i', (offset, whence, place) => {
    const file = open('/lib/words');
    expect(call('fd_seek', file, offset, whence, 900)).toBe(0);
    expect(guest.readNumber(900)).toBe(place);
    expect(read(file, 3)).toBe(text.slice(place, place + 3));
  });

  it.each([
    [-1n, 0],
    [-27n, 2],
    [0n, 3],
    [0n, -1],
  ])('by %i from %i is refused', (offset, whence) => {
    expect(call('fd_seek', open('/lib/words'), offset, whence, 900)).toBe(invalid);
  });

  it('needs an open file', () => {
    expect(call('fd_seek', 0, 0n, 0, 900)).toBe(badDescriptor);
  });
});

describe('the status', () => {
  const status = (): object => ({
    mode: guest.reader.view().getUint32(1004, true).toString(8),
    size: guest.readNumber(1024),
  });

  it.each(['__syscall_stat64', '__syscall_lstat64'])('by %s has kind and size', (name) => {
    expect(call(name, guest.putText(0, '/lib/words'), 1000)).toBe(0);
    expect(status()).toEqual({ mode: '100444', size: 26 });
    expect(call(name, guest.putText(0, '/lib'), 1000)).toBe(0);
    expect(status()).toEqual({ mode: '40555', size: 0 });
    expect(call(name, guest.putText(0, '/etc/passwd'), 1000)).toBe(-notFound);
  });

  it('of descriptors is the same, by both names', () => {
    const file = open('/lib/words');
    expect(call('__syscall_fstat64', file, 1000)).toBe(0);
    expect(status()).toEqual({ mode: '100444', size: 26 });
    guest.putText(0, '');
    expect(call('__syscall_newfstatat', file, 0, 1000, 0x1000)).toBe(0);
    expect(status()).toEqual({ mode: '100444', size: 26 });
    expect(call('__syscall_newfstatat', file, 0, 1000, 0)).toBe(-notFound);
    expect(call('__syscall_newfstatat', currentFolder, guest.putText(0, 'lib'), 1000, 0)).toBe(0);
    expect(call('__syscall_fstat64', 99, 1000)).toBe(-badDescriptor);
  });

  it('of the three streams is that of a device', () => {
    for (const descriptor of [0, 1, 2]) {
      expect(call('__syscall_fstat64', descriptor, 1000)).toBe(0);
      expect(status()).toEqual({ mode: '20666', size: 0 });
    }
  });

  it('of an open thing says of which kind it is', () => {
    const kinds = [1, open('/lib'), open('/lib/words')].map((descriptor) => {
      expect(call('fd_fdstat_get', descriptor, 1000)).toBe(0);
      return guest.reader.bytes()[1000];
    });
    expect(kinds).toEqual([2, 3, 4]);
    expect(call('fd_fdstat_get', 50, 1000)).toBe(badDescriptor);
  });
});

describe('folders', () => {
  const list = (descriptor: number, size: number): string[] | number => {
    const length = call('__syscall_getdents64', descriptor, 10_000, size);
    if (length < 0) return length;
    return Array.from({ length: length / 280 }, (_, index) => {
      return guest.readText(10_000 + 280 * index + 19, 20).split('\0')[0] ?? '';
    });
  };

  it('are listed in pieces that fit, each name once', () => {
    const folder = open('/many');
    const names: string[] = [];
    for (;;) {
      const piece = list(folder, 1000) as string[];
      if (piece.length === 0) break;
      expect(piece.length).toBeLessThanOrEqual(3);
      names.push(...piece);
    }
    expect(names).toEqual(['.', '..', ...Array.from({ length: 30 }, (_, i) => String(i + 10))]);
  });

  it('have no names for who has no room, for files and for what is not open', () => {
    expect(list(open('/many'), 279)).toEqual([]);
    expect(list(open('/lib/words'), 1000)).toBe(-notDirectory);
    expect(list(77, 1000)).toBe(-badDescriptor);
  });

  it('are left for none: the current one is the root', () => {
    expect(call('__syscall_getcwd', 500, 100)).toBe(2);
    expect(guest.readText(500, 2)).toBe('/\0');
    expect(call('__syscall_getcwd', 500, 1)).toBe(-tooLarge);
  });
});

describe('output', () => {
  it('counts as written and goes nowhere', () => {
    const vectors = guest.putVectors(1000, [
      [2000, 5],
      [3000, 7],
    ]);
    for (const descriptor of [1, 2]) {
      expect(call('fd_write', descriptor, vectors, 2, 900)).toBe(0);
      expect(guest.readNumber(900)).toBe(12);
    }
  });

  it('has no other way', () => {
    const vectors = guest.putVectors(1000, [[2000, 5]]);
    for (const descriptor of [0, open('/lib/words'), 99]) {
      expect(call('fd_write', descriptor, vectors, 1, 900)).toBe(badDescriptor);
    }
  });

  it('is no terminal', () => {
    expect(call('__syscall_ioctl', 1, 0x5413, 0)).toBe(-notTerminal);
    expect(call('__syscall_fcntl64', 1, 3, 0)).toBe(0);
  });
});

it('a mark of the driver is a question about what nobody has opened', () => {
  expect(call('fd_fdstat_get', 3, 1000)).toBe(badDescriptor);
  expect(marks).toBe(0);
  expect(call('fd_fdstat_get', markedDescriptor, 1000)).toBe(badDescriptor);
  expect(marks).toBe(1);
});

describe('closing', () => {
  it('leaves the three streams open', () => {
    for (const descriptor of [0, 1, 2]) expect(call('fd_close', descriptor)).toBe(0);
    expect(call('__syscall_fstat64', 1, 1000)).toBe(0);
  });

  it('is done once', () => {
    const file = open('/lib/words');
    expect(call('fd_close', file)).toBe(0);
    expect(call('fd_close', file)).toBe(badDescriptor);
  });
});
