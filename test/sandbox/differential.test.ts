import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type JsonObject, type Sandbox, stringifyJson } from '../../src/index.js';
import { bundlePackage, type PackageCall, type PackageFunctions } from './differential/bundle.js';
import { d3Array, d3ArrayCalls } from './differential/d3-array.js';
import { dateFns, dateFnsCalls } from './differential/date-fns.js';
import { lodash, lodashCalls } from './differential/lodash.js';
import { ramda, ramdaCalls } from './differential/ramda.js';
import { smallPackages, smallPackagesCalls } from './differential/small-packages.js';

process.env.TZ = 'UTC';

interface Bundle {
  main(this: void, call: JsonObject): unknown;
}

const packages: [PackageFunctions, PackageCall[]][] = [
  [lodash, lodashCalls()],
  [ramda, ramdaCalls()],
  [d3Array, d3ArrayCalls()],
  [dateFns, dateFnsCalls()],
  [smallPackages, smallPackagesCalls()],
];

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createSandbox({ workers: 2, maxSteps: 20_000 });
});
afterAll(() => sandbox[Symbol.asyncDispose]());

describe('functions of well-known packages', () => {
  it('are called at least 320 times', () => {
    expect(packages.flatMap(([, calls]) => calls).length).toBeGreaterThanOrEqual(320);
  });

  it.each(packages.map(([functions, calls]) => ({ functions, calls, name: functions.name })))(
    'of $name give in the sandbox what they give in Node.js',
    async ({ functions, calls }) => {
      const code = await bundlePackage(functions);
      const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
      const { main }: Bundle = await import(/* @vite-ignore */ url);
      const run = async (input: JsonObject): Promise<unknown> => {
        const program = { language: 'javascript', code, entrypoint: 'main' } as const;
        const outcome = await sandbox.run(program, input);
        // Plain numbers also where the sandbox keeps the notation of the guest.
        return outcome.status === 'returned' ? JSON.parse(stringifyJson(outcome.value)) : outcome;
      };
      const inputs = calls.map((call): JsonObject => JSON.parse(JSON.stringify(call)));
      const inSandbox = await Promise.all(inputs.map(run));
      const inNode = inputs.map((input) => main(structuredClone(input)));
      const label = (result: unknown, i: number): unknown => ({ call: calls[i], result });
      expect(inSandbox.map(label)).toEqual(inNode.map(label));
      // A call that throws compares next to nothing.
      const thrown = inNode.map(label).filter((_, i) => Object.hasOwn(Object(inNode[i]), 'thrown'));
      expect(thrown).toEqual([]);
    },
  );
});
