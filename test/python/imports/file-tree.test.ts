import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFileTree, plainPath } from '../../../src/python/imports/file-tree.js';

const bytes = new Uint8Array([1, 2, 3]);
const tree = createFileTree([
  { path: '/lib/python/site/b.py', bytes },
  { path: '/lib/python/site/a.py', bytes },
  { path: '/lib/zip', bytes },
]);

describe('the tree of files', () => {
  it('finds files by their whole path', () => {
    expect(tree.find('/lib/zip')).toMatchObject({ kind: 'file', bytes });
  });

  it('has the folders that the paths speak of, with their names in order', () => {
    expect(tree.find('/')).toMatchObject({ kind: 'folder', names: ['lib'] });
    expect(tree.find('/lib')).toMatchObject({ kind: 'folder', names: ['python', 'zip'] });
    expect(tree.find('/lib/python/site')).toMatchObject({ names: ['a.py', 'b.py'] });
  });

  it('numbers all things differently', () => {
    const paths = [
      '/',
      '/lib',
      '/lib/python',
      '/lib/python/site',
      '/lib/zip',
      '/lib/python/site/a.py',
    ];
    expect(new Set(paths.map((path) => tree.find(path)?.number)).size).toBe(paths.length);
  });

  it.each(['/etc/passwd', '/lib/', 'lib', '', '/lib/zip/x', '/__proto__', '/constructor', '..'])(
    'has nothing under %j',
    (path) => {
      expect(tree.find(path)).toBeUndefined();
    },
  );

  it('has a root even without files', () => {
    expect(createFileTree([]).find('/')).toMatchObject({ kind: 'folder', names: [] });
  });
});

describe('a plain path', () => {
  it.each([
    ['/a/./b//c/', '/a/b/c'],
    ['/a/../b', '/b'],
    ['/../../etc/passwd', '/etc/passwd'],
    ['x', '/home/x'],
    ['../x', '/x'],
    ['../../../x', '/x'],
    ['.', '/home'],
    ['/', '/'],
  ])('of %j is %j', (path, plain) => {
    expect(plainPath(path, '/home')).toBe(plain);
  });

  it('never leaves the root, and stays as it is when it is made plain again', () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'b', '...', ' ');
    fc.assert(
      fc.property(fc.array(part), fc.boolean(), (parts, isAbsolute) => {
        const path = plainPath(`${isAbsolute ? '/' : ''}${parts.join('/')}`, '/home');
        expect(path).toMatch(/^\//);
        expect(path.split('/')).not.toContain('..');
        expect(plainPath(path, '/other')).toBe(path);
      }),
    );
  });
});
