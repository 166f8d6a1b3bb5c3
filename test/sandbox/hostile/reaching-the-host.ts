import { type HostileProgram, refused, returns, throws } from './hostile-program.js';

export const reachingTheHost: readonly HostileProgram[] = [
  {
    name: 'asks for what Node.js, browsers and the QuickJS shell offer',
    code: `function main() {
  const names = ['process', '__dirname', '__filename', 'global',
    'window', 'self', 'document', 'navigator', 'location', 'Deno', 'Bun', 'std', 'os', 'bjson',
    'scriptArgs', '__loadScript', 'print', 'gc', 'load', 'read', 'quit', 'Worker', 'postMessage',
    'importScripts', 'XMLHttpRequest', 'WebSocket', 'indexedDB'];
  return names.filter((name) => typeof globalThis[name] !== 'undefined' || name in globalThis);
}`,
    expected: returns([]),
  },
  {
    name: 'requires a module of Node.js',
    code: `function main() { return require('fs').readFileSync('/etc/passwd', 'utf8'); }`,
    expected: throws('ReferenceError', 'require is not available in the sandbox', 1),
  },
  {
    name: 'fetches a URL',
    code: `async function main() { return (await fetch('http://127.0.0.1/')).status; }`,
    expected: throws('ReferenceError', 'fetch is not available in the sandbox', 1),
  },
  {
    name: 'gets the global object from the Function constructor',
    code: `function main() {
  const root = Function('return this')();
  return [root === globalThis, typeof root.process, typeof root.require === typeof require];
}`,
    expected: returns([true, 'undefined', true]),
  },
  ...[
    ['AsyncFunction', 'async function () {}', 'return typeof process'],
    ['GeneratorFunction', 'function* () {}', 'yield typeof process'],
    ['AsyncGeneratorFunction', 'async function* () {}', 'yield typeof process'],
  ].map(
    ([maker, literal, body]): HostileProgram => ({
      name: `builds code with the ${maker} constructor`,
      code: `async function main() {
  const made = (${literal}).constructor(${JSON.stringify(body)})();
  const result = await (made.next ? made.next() : made);
  return result.value ?? result;
}`,
      expected: returns('undefined'),
    }),
  ),
  {
    name: 'climbs from its input to the constructor of functions',
    code: `const main = (input) => input.list.constructor.constructor('return process.env')();`,
    input: { list: [] },
    expected: throws('ReferenceError'),
  },
  {
    name: 'climbs from the console to the constructor of functions',
    code: `function main() {
  const make = console.log.constructor;
  return [make === Function, make('return typeof process')()];
}`,
    expected: returns([true, 'undefined']),
  },
  {
    name: 'evaluates code indirectly to leave its scope',
    code: `function main() {
  const invoke = 'mine';
  const names = ['invoke', 'finish', 'fail', 'configure', 'register', 'outcome', 'entry'];
  return names.map((name) => (0, eval)('typeof ' + name));
}`,
    expected: returns(Array.from({ length: 7 }, () => 'undefined')),
  },
  {
    name: 'imports node:fs when it is called',
    code: `async function main() { return Object.keys(await import('node:fs')); }`,
    expected: throws('ReferenceError'),
  },
  {
    name: 'imports from everywhere when it is called',
    code: `async function main() {
  const places = ['fs', 'std', 'os', 'qjs:std', './x.js', '/etc/passwd', '../../package.json',
    'file:///etc/passwd', 'data:text/javascript,export default 1', 'http://127.0.0.1/x.js', '', 'sandbox.js'];
  const seen = [];
  for (const place of places) await import(place).then(() => seen.push(place), () => {});
  return seen;
}`,
    expected: returns([]),
  },
  {
    name: 'imports with a specifier whose toString throws',
    code: `async function main() { await import({ toString() { throw new RangeError('no'); } }); }`,
    expected: throws('RangeError', 'no', 1),
  },
  {
    name: 'imports node:fs as it loads',
    code: `import { readFileSync } from 'node:fs';
export const main = () => readFileSync('/etc/passwd', 'utf8');`,
    expected: throws('ReferenceError'),
  },
  {
    name: 'exports everything of a module of the host',
    code: `export * from 'node:process';
export const main = () => 1;`,
    expected: throws('ReferenceError'),
  },
  {
    name: 'looks for paths of the host in import.meta',
    code: `export const main = () => JSON.stringify(import.meta).includes('/');`,
    expected: returns(false),
  },
  {
    name: 'looks for paths of the host in a stack',
    code: `function main() {
  const stacks = [new Error().stack];
  try { null.x; } catch (error) { stacks.push(error.stack); }
  return stacks.map((stack) => /node|file:|wasm|\\/|\\\\\\\\/.test(stack));
}`,
    expected: returns([false, false]),
  },
  {
    name: 'collects frames with Error.prepareStackTrace',
    code: `function main() {
  const reached = [];
  Error.prepareStackTrace = (error, frames) => {
    for (const frame of Array.isArray(frames) ? frames : []) {
      for (const ask of ['getFunction', 'getThis']) {
        if (typeof frame[ask] === 'function' && frame[ask]() !== undefined) reached.push(ask);
      }
    }
    return 'mine';
  };
  void new Error('x').stack;
  try { null.x; } catch (error) { void error.stack; }
  return reached;
}`,
    expected: returns([]),
  },
  {
    name: 'collects frames of its caller from a trap that runs while its result is read',
    code: `function main() {
  const seen = [];
  const look = () => {
    try { seen.push(typeof look.caller); } catch (error) { seen.push(error.name); }
  };
  return [new Proxy({}, { ownKeys() { look(); return []; } }), seen];
}`,
    expected: returns([{}, ['TypeError']]),
  },
  {
    name: 'walks up arguments.callee.caller',
    code: `function main() {
  try { return typeof arguments.callee.caller; } catch (error) { return error.name; }
}`,
    expected: returns('undefined'),
  },
  {
    name: 'reads caller and arguments from Function.prototype',
    code: `function main() {
  return ['caller', 'arguments'].map((name) => {
    const { get } = Object.getOwnPropertyDescriptor(Function.prototype, name);
    try { return typeof Reflect.apply(get, main, []); } catch (error) { return error.name; }
  });
}`,
    expected: returns(['undefined', 'undefined']),
  },
  {
    name: 'waits for another thread with Atomics',
    code: `function main() {
  try { return Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0, 1e9); }
  catch (error) { return error instanceof TypeError || error instanceof ReferenceError; }
}`,
    expected: returns(true),
  },
  {
    name: 'compiles WebAssembly',
    code: `const main = () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));`,
    expected: throws('ReferenceError'),
  },
  {
    name: 'leaves callbacks to the garbage collector',
    code: `let cleaned = 0;
const registry = new FinalizationRegistry(() => { cleaned++; for (;;); });
function main() {
  for (let i = 0; i < 1000; i++) registry.register({ i }, i);
  return cleaned;
}`,
    expected: returns(0),
  },
  {
    name: 'watches collected objects through weak references',
    code: `async function main() {
  const weak = [];
  for (let i = 0; i < 100; i++) weak.push(new WeakRef({ i }));
  await null;
  return weak.length;
}`,
    expected: returns(100),
  },
  {
    name: 'puts a proxy behind the global object that throws at every touch',
    code: `function main() {
  const touch = () => { throw new Error('touched'); };
  Object.setPrototypeOf(globalThis, new Proxy({}, { get: touch, has: touch, getPrototypeOf: touch }));
  return { still: 'here' };
}`,
    expected: returns({ still: 'here' }),
  },
  {
    name: 'returns its whole world',
    code: `const main = () => globalThis;`,
    expected: refused('$.console.log', 'a function'),
  },
  {
    name: 'reads the sources of the functions around it',
    code: `function main() {
  return [Math.random, Date, console.log, structuredClone].every((given) => typeof String(given) === 'string');
}`,
    expected: returns(true),
  },
  {
    name: 'calls the constructor of functions through a proxy and Reflect',
    code: `function main() {
  const make = new Proxy(Function, { apply: (target, self, list) => Reflect.construct(target, list) });
  return make('return typeof require("child_process")')();
}`,
    expected: throws('ReferenceError', 'require is not available in the sandbox'),
  },
];
