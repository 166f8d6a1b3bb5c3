/** A whole number from 0 to `below`, exclusive. */
export type Draw = (below: number) => number;

/** Numbers that are the same for the same seed. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const words = (text: string): string[] => text.split(' ');
const names = words('a b c d e');
const keys = words(
  'a b length name message then toJSON constructor prototype __proto__ value get next 0 1 -1 status stack',
);
const globals = words(
  'Object Function Array String Number Boolean Symbol BigInt Math JSON Reflect Promise Map Set WeakMap WeakSet WeakRef Date RegExp Error TypeError AggregateError Proxy ArrayBuffer Uint8Array Float64Array DataView globalThis console',
);
const methods = words(
  'at concat every fill filter find findLast flat flatMap forEach includes indexOf join keys map pop push reduce reverse shift slice some sort splice toSorted toSpliced unshift with entries values copyWithin charCodeAt codePointAt endsWith localeCompare match matchAll normalize padEnd padStart repeat replace replaceAll search split substring toLowerCase trim toFixed toPrecision toString valueOf bind call apply exec test add clear delete get has set getTime toISOString setFullYear subarray getInt8 then catch finally next return throw description deref hasOwnProperty propertyIsEnumerable',
);
const statics = words(
  'Object.keys Object.entries Object.fromEntries Object.assign Object.freeze Object.create Object.defineProperty Object.getOwnPropertyDescriptors Object.setPrototypeOf Object.groupBy Array.from Array.of Array.isArray String.raw String.fromCodePoint Number.parseFloat Math.max Math.hypot Math.random JSON.parse JSON.stringify Reflect.ownKeys Reflect.construct Reflect.apply Reflect.set Promise.all Promise.race Promise.reject Promise.resolve Promise.allSettled Symbol.for BigInt.asIntN Date.parse Date.now structuredClone parseInt isNaN encodeURIComponent decodeURIComponent eval Function console.log',
);
const symbols = words(
  'Symbol.iterator Symbol.asyncIterator Symbol.toPrimitive Symbol.toStringTag Symbol.hasInstance Symbol.species Symbol.isConcatSpreadable Symbol.match Symbol.replace Symbol.unscopables',
);
const literals = [
  ...words('0 1 -1 -0 NaN Infinity 1e21 0.1 3n -7n 255 65536 4294967296 true false null undefined'),
  ...[
    '""',
    '"abc"',
    '"\\ud800"',
    '"ünï"',
    '"[1,{}]"',
    '"x".repeat(5000)',
    'Symbol("s")',
    '/a*?(b)|c/gu',
  ],
  ...[
    '[]',
    '{}',
    '[1, , 3]',
    'new Array(500)',
    '{ length: 700 }',
    'globalThis',
    'arguments',
    'this',
    'input',
  ],
];
const operators = words('+ - * / % ** == === < >= && || ?? & | ^ << >>> in instanceof ,');

/** Writes a program that defines `main`. */
export function generateProgram(draw: Draw): string {
  const pick = (list: readonly string[]): string => list[draw(list.length)] as string;
  const some = (count: number, make: () => string): string[] =>
    Array.from({ length: draw(count + 1) }, make);
  const name = (): string => pick(names);

  const expression = (depth: number): string => {
    if (depth <= 0) return draw(3) === 0 ? name() : pick(literals);
    const inner = (): string => expression(depth - 1);
    const list = (): string => some(3, inner).join(', ');
    const makers: readonly (() => string)[] = [
      () => `(${inner()} ${pick(operators)} ${inner()})`,
      () => `(${pick(['!', '~', '-', 'typeof ', 'void ', 'delete '])}(${inner()}))`,
      () => `(${inner()})?.[${JSON.stringify(pick(keys))}]`,
      () => `(${inner()}).${pick(methods)}(${list()})`,
      () => `(${inner()}).${pick(methods)}(${callback(depth - 1)}, ${inner()})`,
      () => `${pick(globals)}.prototype.${pick(methods)}.call(${[inner(), inner()].join(', ')})`,
      () => `${pick(statics)}(${list()})`,
      () => `new (${pick(globals)})(${list()})`,
      () => `[${list()}]`,
      () => `[...(${inner()}), ${inner()}]`,
      () => `({ ${some(3, () => member(depth - 1)).join(', ')} })`,
      () => `(${name()} = ${inner()})`,
      () => `\`x\${${inner()}}\``,
      () => `new Proxy(${inner()}, { ${some(2, () => trap(depth - 1)).join(', ')} })`,
      () => callback(depth - 1),
      () => `(class extends (${inner()}) { static [${pick(symbols)}]() { return ${inner()}; } })`,
      () => `(${inner()} ? ${inner()} : ${inner()})`,
    ];
    return (makers[draw(makers.length)] as () => string)();
  };

  const callback = (depth: number): string => {
    const body = expression(depth);
    const statements = block(depth - 1);
    return pick([
      `((a, b) => ${body})`,
      `(function (a, ...b) { ${statements} return ${body}; })`,
      `(async (a) => { ${statements} return await (${body}); })`,
      `(function* (a) { ${statements} yield ${body}; yield* [a]; })`,
      `(async function* () { yield ${body}; })`,
    ]);
  };

  const member = (depth: number): string => {
    const key = pick(keys);
    const value = expression(depth);
    return pick([
      `${JSON.stringify(key)}: ${value}`,
      `get ${JSON.stringify(key)}() { return ${value}; }`,
      `set ${JSON.stringify(key)}(to) { ${value}; }`,
      `[${pick(symbols)}]() { return ${value}; }`,
      `...(${value})`,
    ]);
  };

  const trap = (depth: number): string =>
    `${pick(words('get set has ownKeys getPrototypeOf getOwnPropertyDescriptor deleteProperty apply construct'))}: ${callback(depth)}`;

  const tampering = (depth: number): string => {
    const target = `${pick(globals)}${pick(['', '.prototype', '.prototype', '?.prototype?.constructor'])}`;
    const key = draw(4) === 0 ? pick(symbols) : JSON.stringify(pick([...keys, ...methods]));
    return pick([
      `${target}[${key}] = ${expression(depth)};`,
      `delete ${target}[${key}];`,
      `Object.defineProperty(${target}, ${key}, { get: ${callback(depth)}, configurable: true });`,
      `Object.freeze(${target});`,
      `Object.setPrototypeOf(${target}, ${expression(depth)});`,
    ]);
  };

  const statement = (depth: number): string => {
    if (depth <= 0) return `${expression(1)};`;
    const inner = (): string => block(depth - 1);
    const makers: readonly (() => string)[] = [
      () => `${name()} = ${expression(depth)};`,
      () => `${expression(depth)};`,
      () => `if (${expression(1)}) { ${inner()} } else { ${inner()} }`,
      () => `for (let i = 0; i < ${draw(60)}; i++) { ${inner()} }`,
      () => `for (const one of ${expression(1)}) { ${inner()} }`,
      () => `for (const one in ${expression(1)}) { ${inner()} break; }`,
      () => `try { ${inner()} } catch (error) { ${inner()} } finally { ${inner()} }`,
      () => `try { ${inner()} } catch (error) { a = error; }`,
      () => `throw ${expression(depth - 1)};`,
      () => `return ${expression(depth)};`,
      () => `{ let b = []; for (let i = 0; i < ${draw(3000)}; i++) b = [b]; c = b; }`,
      () => `console.log(${expression(1)});`,
      () => `Promise.resolve(${expression(1)}).then(${callback(1)}, ${callback(1)});`,
      () =>
        `while (${pick(['d--', 'a', 'true', 'b-- > 0'])}) { ${inner()} ${pick(['break;', 'break;', ''])} }`,
      () => tampering(depth - 1),
    ];
    return (makers[draw(makers.length)] as () => string)();
  };

  const block = (depth: number): string => some(3, () => statement(depth)).join(' ');

  const early = draw(3) === 0 ? `try { ${tampering(2)} } catch {}\n` : '';
  const kind = pick([
    'function',
    'function',
    'async function',
    'export function',
    'export async function',
  ]);
  const lines = some(
    6,
    () =>
      `  ${draw(2) === 0 ? `try { ${statement(3)} } catch (error) { e = error; }` : statement(3)}`,
  );
  return `${early}let a = 1, b = [2, 3], c = { a }, d = "four", e = null;
${kind} main(input) {
${lines.join('\n')}
  return ${pick(['[a, b, c, d, e]', '{ a, b }', 'e', expression(2), 'typeof a'])};
}
`.replaceAll('return { a, b };', 'return { a: typeof a, b: typeof b };');
}
