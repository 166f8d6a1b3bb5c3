import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entrypoint, findEntrypoint } from '../../src/analysis/find-entrypoint.js';
import { parseProgram } from '../../src/analysis/parse-program.js';
import { createInProcessSandbox, type Outcome, type Sandbox } from '../../src/index.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createInProcessSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

function find(code: string, entrypoint: string): Entrypoint {
  const program = parseProgram(code, 'javascript');
  if (program.status === 'failed') throw new Error(program.problem);
  return findEntrypoint(program, entrypoint);
}

function run(code: string, entrypoint: string): Promise<Outcome> {
  return sandbox.run({ language: 'javascript', code, entrypoint }, { n: 1 });
}

describe('findEntrypoint', () => {
  it.each([
    ['function main(n) { return 1 }', 'main'],
    ['const main = (n) => 1', 'main'],
    ['let main; main = function (n) { return 1 }', 'main'],
    ['var main = function named(n) { return 1 }', 'main'],
    ['async function main(n) { return 1 }', 'main'],
    ['main = (n) => 1', 'main'],
    ['globalThis.main = (n) => 1', 'main'],
    ['function main() {} function main(n) { return 1 }', 'main'],
    ['const other = (n) => 1; const main = other', 'main'],
    ['export function main(n) { return 1 }', 'main'],
    ['export const main = (n) => 1', 'main'],
    ['export default function main(n) { return 1 }', 'main'],
    ['export default (n) => 1', 'default'],
    ['const f = (n) => 1; export { f as main }', 'main'],
    ["const f = (n) => 1; export { f as 'main' }", 'main'],
    ['const main = (n) => 1; export default main', 'main'],
    ['const f = (n) => 1; module.exports = { main: f }', 'main'],
    ['module.exports = { main(n) { return 1 } }', 'main'],
    ['const main = (n) => 1; module.exports = { main }', 'main'],
    ["module.exports['main'] = (n) => 1", 'main'],
    ['exports.main = (n) => 1', 'main'],
    ['exports = module.exports = { main: (n) => 1 }', 'main'],
    ['module.exports = (n) => 1', 'main'],
    ['const f = (n) => 1; module.exports = f', 'main'],
    ['class Solver { static solve(n) { return 1 } }', 'Solver.solve'],
    ['class Solver { static solve = (n) => 1 }', 'Solver.solve'],
    ['const Solver = class { static solve(n) { return 1 } }', 'Solver.solve'],
    ['export class Solver { static solve(n) { return 1 } }', 'Solver.solve'],
    ['const solver = { solve(n) { return 1 } }', 'solver.solve'],
    ["const solver = { 'solve': (n) => 1 }", 'solver.solve'],
    ['const deep = { er: { solve: (n) => 1 } }', 'deep.er.solve'],
    ['const solver = {}; solver.solve = (n) => 1', 'solver.solve'],
    ['function Solver() {} Solver.solve = (n) => 1', 'Solver.solve'],
    ['module.exports = class { static solve(n) { return 1 } }', 'Solver.solve'],
    ['const a = { f: (n) => 1 }; const main = a.f', 'main'],
  ])('finds the function that the sandbox calls: %s', async (code, entrypoint) => {
    const found = find(code, entrypoint);
    expect(found).toMatchObject({ status: 'found', line: 1, parameters: [{ name: 'n' }] });
    expect(await run(code, entrypoint)).toMatchObject({ status: 'returned', value: 1 });
  });

  it.each([
    ['const other = (n) => 1', 'main'],
    ['', 'main'],
    ['// function main() {}', 'main'],
    ['function outer() { function main() {} }', 'main'],
    ['let main', 'main'],
    ['export default (n) => 1', 'main'],
    ['const main = 1; export { main as other }', 'absent'],
    ['module.exports = { other: 1 }', 'main'],
    ['exports.other = 1', 'main'],
    ['class Solver { solve(n) { return 1 } }', 'Solver.solve'],
    ['const solver = { other: 1 }', 'solver.solve'],
    ['const main = 1', ''],
    ['const main = 1', '__proto__'],
  ])('misses a function that the sandbox misses, too: %s', async (code, entrypoint) => {
    expect(find(code, entrypoint)).toEqual({ status: 'missing' });
    if (entrypoint === '') return;
    expect(await run(code, entrypoint)).toMatchObject({
      status: 'threw',
      error: { name: 'ReferenceError' },
    });
  });

  it.each([
    ['const main = 1', 'a constant', 'ReferenceError'],
    ['const main = [1]', 'an array', 'ReferenceError'],
    ['const main = { solve: (n) => 1 }', 'an object', 'ReferenceError'],
    ['class main {}', 'a class', 'TypeError'],
  ])('tells what is no function: %s', async (code, what, name) => {
    expect(find(code, 'main')).toEqual({ status: 'not-a-function', what, line: 1 });
    expect(await run(code, 'main')).toMatchObject({ status: 'threw', error: { name } });
  });

  it.each([
    ['const compose = (f) => f; const main = compose((n) => 1)', 'main'],
    ['const { main } = { main: (n) => 1 }', 'main'],
    ['let main = (n) => 1; main = (n) => 2', 'main'],
    ['function main(n) { return 1 } main = ((f) => f)(main)', 'main'],
    ['const all = { main: (n) => 1 }; const solver = { ...all }', 'solver.main'],
    ["const key = 'main'; const solver = { [key]: (n) => 1 }", 'solver.main'],
    ['class Base { static solve(n) { return 1 } } class Solver extends Base {}', 'Solver.solve'],
    ['class Solver { static { this.solve = (n) => 1 } }', 'Solver.solve'],
    ['class Solver { solve(n) { return 1 } } const solver = new Solver()', 'solver.solve'],
    ['const solver = { get solve() { return (n) => 1 } }', 'solver.solve'],
    ['Object.assign(exports, { main: (n) => 1 })', 'main'],
    ['module.exports = (() => ({ main: (n) => 1 }))()', 'main'],
  ])('says that it cannot follow what the sandbox finds: %s', async (code, entrypoint) => {
    expect(find(code, entrypoint)).toEqual({ status: 'opaque' });
    expect(await run(code, entrypoint)).toMatchObject({ status: 'returned' });
  });

  it('cannot follow what is imported', () => {
    expect(find("import { main } from 'x'", 'main').status).toBe('opaque');
    expect(find("export { main } from 'x'", 'main').status).toBe('opaque');
    expect(find("export * from 'x'", 'main').status).toBe('opaque');
    expect(find("export * as main from 'x'", 'main').status).toBe('opaque');
    expect(find("export * as other from 'x'", 'main').status).toBe('missing');
  });

  it('comes to an end where values are defined by each other', () => {
    expect(find('var main = other; var other = main;', 'main').status).toBe('opaque');
  });
});
