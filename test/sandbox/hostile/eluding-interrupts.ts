import { type HostileProgram, lost } from './hostile-program.js';

/** A built-in that goes on for hours inside one operation of the interpreter. */
const stuck = (name: string, code: string): HostileProgram => ({
  name,
  code,
  expected: lost,
  uninterruptible: true,
});

const hugeList = '{ length: 2 ** 53 - 1 }';

export const eludingInterrupts: readonly HostileProgram[] = [
  stuck(
    'searches an array-like of 2^53 with indexOf',
    `const main = () => Array.prototype.indexOf.call(${hugeList}, 1);`,
  ),
  stuck(
    'searches an array-like of 2^53 with lastIndexOf',
    `const main = () => Array.prototype.lastIndexOf.call(${hugeList}, 1);`,
  ),
  stuck(
    'searches an array-like of 2^53 with includes',
    `const main = () => Array.prototype.includes.call(${hugeList}, 1);`,
  ),
  stuck(
    'reverses an array-like of 2^53',
    `const main = () => Array.prototype.reverse.call(${hugeList}).length;`,
  ),
  stuck(
    'moves the ends of an array-like of 2^53 with copyWithin',
    `const main = () => Array.prototype.copyWithin.call(${hugeList}, 1, 0).length;`,
  ),
  stuck(
    'shifts an array-like of 2^53',
    `const main = () => Array.prototype.shift.call(${hugeList});`,
  ),
  stuck(
    'pushes in front of an array-like',
    `const main = () => Array.prototype.unshift.call({ length: 2 ** 53 - 2 }, 1);`,
  ),
  stuck(
    'splices an array-like of 2^53',
    `const main = () => Array.prototype.splice.call(${hugeList}, 0, 1).length;`,
  ),
  stuck(
    'walks the holes of an array-like with forEach',
    `const main = () => Array.prototype.forEach.call(${hugeList}, () => 1);`,
  ),
  stuck(
    'flattens the holes of an array of 2^32',
    `const main = () => { const a = []; a.length = 2 ** 32 - 1; return a.flat().length; };`,
  ),
  stuck(
    'sorts the holes of an array of 2^32',
    `const main = () => { const a = []; a.length = 2 ** 32 - 1; return a.sort().length; };`,
  ),
  stuck(
    'joins 2^31 holes with nothing between them',
    `const main = () => new Array(2 ** 31).join('').length;`,
  ),
  stuck(
    'concatenates arrays of 2^32 holes',
    `const main = () => { const a = []; a.length = 2 ** 32 - 1; return [].concat(a).length; };`,
  ),
  // No single operation takes long here, but ten thousand of them come between two interrupts.
  stuck(
    'splits a long text over and over',
    `function main() { for (;;) 'x'.repeat(1e5).split(''); }`,
  ),
  stuck(
    'searches a long text over and over',
    `function main() { const text = 'x'.repeat(1e7); for (;;) text.lastIndexOf('xy'); }`,
  ),
];
