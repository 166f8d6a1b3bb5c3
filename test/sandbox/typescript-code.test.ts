import { describe, expect, it } from 'vitest';
import { runMain } from './support/real-code.js';

describe('TypeScript', () => {
  it.each([
    [
      'an enum, both ways',
      'enum E { A, B = 5, C }\nexport const main = () => [E.A, E.C, E[5]];',
      [0, 6, 'B'],
    ],
    [
      'an enum of texts and of computed values',
      'enum E { A = "a", B = 1 << 2, C = B | 1, D = "abc".length }\nexport const main = () => [E.A, E.B, E.C, E.D];',
      ['a', 4, 5, 3],
    ],
    ['a const enum', 'const enum E { A = 1, B }\nexport const main = () => [E.A, E.B];', [1, 2]],
    ['a declared enum', 'declare enum E { A }\nexport const main = () => typeof E;', 'undefined'],
    [
      'a namespace of types',
      'namespace T { export interface A { x: number } }\nexport const main = () => ({ x: 42 } as T.A).x;',
      42,
    ],
    [
      'parameter properties',
      'class A { constructor(private readonly a: number, public b = 2, c?: string) {} sum() { return this.a + this.b; } }\nexport const main = () => [new A(40).sum(), Object.keys(new A(1))];',
      [42, ['a', 'b']],
    ],
    [
      'abstract classes',
      'abstract class A { abstract f(): number; protected g(): number { return this.f() + 1; } run() { return this.g(); } }\nclass B extends A { override f(): number { return 41; } }\nexport const main = (): number => new B().run();',
      42,
    ],
    [
      'interfaces and implements',
      'interface A<T> { f(x: T): T }\nclass B implements A<number> { f(x: number) { return x; } }\nexport const main = () => new B().f(42);',
      42,
    ],
    [
      'generics',
      'const id = <T,>(x: T): T => x;\nfunction first<T extends readonly unknown[], K extends keyof T = keyof T>(x: T): T[0] { return id<T[0]>(x[0]); }\nexport const main = () => first<[number]>([42]);',
      42,
    ],
    [
      'satisfies, as, as const and the exclamation mark',
      'const a = { n: [42] as const } satisfies Record<string, readonly number[]>;\nconst m = new Map<string, number>([["n", a.n[0]]]);\nexport const main = () => m.get("n")! as unknown as number;',
      42,
    ],
    ['casts in angle brackets', 'const a: unknown = 42;\nexport const main = () => <number>a;', 42],
    [
      'overloads',
      'function f(a: string): string;\nfunction f(a: number): number;\nfunction f(a: string | number) { return a; }\nexport const main = () => f(42);',
      42,
    ],
    [
      'fields with modifiers',
      'class A { x!: number; y?: string; readonly z = 3; static readonly #n: number = 39; declare w: number; [key: string]: unknown; static n() { return A.#n; } }\nexport const main = () => A.n() + new A().z;',
      42,
    ],
    [
      'type guards and assertion functions',
      'function isText(x: unknown): x is string { return typeof x === "string"; }\nfunction check(x: unknown): asserts x { if (!x) throw new Error("no"); }\nexport const main = () => { check(true); return isText("a"); };',
      true,
    ],
    [
      'a parameter for this',
      'function f(this: void, a: number) { return a; }\nexport const main = () => f(42);',
      42,
    ],
    [
      'type-only imports and exports',
      'import type { A } from "./a.js";\nimport type B from "./b.js";\ntype C = A | B;\nexport type { C };\nexport const main = (): C | number => 42;',
      42,
    ],
    [
      'imports of which only types are used',
      'import { type A, type B } from "./a.js";\nimport { C } from "./c.js";\nimport D, { E } from "./d.js";\nimport * as F from "./f.js";\nexport const main = (x: A | B | C | D<E> | F.G): number => 42;',
      42,
    ],
    [
      'namespaces of types, in each other and declared',
      'export namespace A.B { export namespace C { type T = `{`; interface I { class: 1; const: 2 } } export type U = typeof main; declare const d: number; export declare abstract class K {} }\ndeclare namespace D { const a: number; namespace N { function f(): void } }\ndeclare global { namespace G { const b: number } }\nmodule M { export interface J {} }\nexport const main = () => 42 as A.B.C.I["const"] | number;',
      42,
    ],
    [
      'what else is called a namespace or a module',
      'interface I { namespace: number; module: string }\nconst text = "namespace A { const a = 1 }"; // namespace B { const b = 1; }\nconst namespace = 40;\nlet module = 2;\nexport const main = () => namespace\n + module;',
      42,
    ],
    [
      'types of every sort',
      'type A = { readonly [K in "a" | "b"]?: K extends "a" ? [x: 1, y?: 2] : never } & { new (): void; (a: number): string };\ntype F = (...args: [first: number, rest?: string]) => Promise<void> | (() => void);\ndeclare const d: unique symbol;\ndeclare function e(): void;\nlet x: A | undefined;\nexport const main = () => typeof x;',
      'undefined',
    ],
    [
      'a script',
      'interface P { n: number }\nfunction main({ n }: P): number { return n + 1; }',
      42,
    ],
  ])('runs %s', async (_, code, expected) => {
    expect(await runMain('typescript', code, { n: 41 })).toEqual(expected);
  });

  it('runs await at the top level', async () => {
    const code =
      'const a: number = await Promise.resolve(42);\nexport const main = (): number => a;';
    expect(await runMain('typescript', code)).toBe(42);
  });

  it.each([
    ['namespace A {\n  export const a = 1;\n}', 1],
    ['type T = 1;\nexport namespace A.B { export function f() { return 1; } }', 2],
    ['namespace A {\n  export interface I {}\n  namespace B {\n    let b = 1;\n  }\n}', 3],
    ['declare namespace D { const a: 1 }\nmodule A { declare const a: 1; enum E { A } }', 2],
    ['const t = `\n}`;\nnamespace A { type T = `}`; export abstract class C {} }', 3],
    ['namespace A { export async function f() {} }', 1],
  ])('refuses a namespace that holds values: %j', async (code, line) => {
    expect(await runMain('typescript', `${code}\nexport const main = () => 1;`)).toBe(
      `SyntaxError: TypeScript namespaces are not available in the sandbox (line ${line})`,
    );
  });

  it('refuses an import of which a value is used', async () => {
    const code =
      'import { type A, b } from "./a.js";\nexport const main = (): A => {\n  return b;\n};';
    expect(await runMain('typescript', code)).toMatch(
      /^ReferenceError: could not load module '.*a\.js'/,
    );
  });

  it('refuses decorators as a syntax error in their line', async () => {
    const code =
      'const log = (f: unknown) => f;\nclass A {\n  @log m() {}\n}\nexport const main = () => 1;';
    expect(await runMain('typescript', code)).toMatch(/^SyntaxError: .* \(line 3\)$/);
  });
});

describe('the line of an error in TypeScript is right', () => {
  it.each([
    ['an interface', 'interface A {\n  a: number;\n}\n', 4],
    ['a type over several lines', 'type A =\n  | 1\n  | {\n      a: 2;\n    };\n', 6],
    ['an enum', 'enum E {\n  A,\n  B = 5,\n}\n', 5],
    ['a const enum', 'const enum E {\n  A,\n}\n', 4],
    ['imports of types', 'import type {\n  A,\n  B,\n} from "./types.js";\n', 5],
    [
      'imports of types and values that are not used',
      'import {\n  type A,\n  B,\n} from "./types.js";\nimport C\n  from "./c.js";\n',
      7,
    ],
    [
      'parameter properties',
      'class A {\n  constructor(\n    private a: number,\n    public b = 2,\n  ) {}\n}\n',
      7,
    ],
    [
      'an abstract class',
      'abstract class A {\n  abstract f(\n    a: number,\n  ): void;\n  declare b: string;\n}\n',
      7,
    ],
    [
      'overloads',
      'function f(a: string): void;\nfunction f(\n  a: number,\n): void;\nfunction f() {}\n',
      6,
    ],
    [
      'declarations',
      'declare module "x" {\n  export const a: number;\n}\ndeclare function f(\n  a: number,\n): void;\n',
      7,
    ],
    [
      'a generic signature over several lines',
      'function f<\n  A extends object,\n  B = A,\n>(\n  a: A,\n  b?: B,\n): asserts a is A {}\n',
      8,
    ],
    ['a cast over several lines', 'const a = 5 as unknown as\n  | string\n  | number;\n', 4],
    ['comments and blank lines', '/* one\n two */\n\n// three\n', 5],
    ['lines that end as on Windows', 'type A = {\r\n  a: 1;\r\n};\r\n', 4],
  ])('after %s', async (_, before, line) => {
    const code = `${before}export function main(): never { throw new RangeError('here'); }`;
    expect(await runMain('typescript', code)).toBe(`RangeError: here (line ${line})`);
  });

  it.each([
    ['const a = 1;\nfunction main() {\n  return a +;\n}', 3],
    ['interface A {\n  a: number;\n}\ntype B = ;\nfunction main() {}', 4],
    ['enum E {\n  A,\n}\nfunction main() {\n  const = 5;\n}', 5],
    ['type A = 1;\nfunction main() {\n  let a = 1;\n  let a = 2;\n}', 4],
  ])('for the syntax error of %j', async (code, line) => {
    expect(await runMain('typescript', code)).toMatch(
      new RegExp(`^SyntaxError: .* \\(line ${line}\\)$`),
    );
  });
});
