import { describe, expect, it } from 'vitest';
import { type JsonObject, parseJson, stringifyJson } from '../../src/index.js';
import { openSandbox } from './support/contract-calls.js';
import { allVariants } from './support/variants.js';

describe.each([...allVariants])('$name', (variant) => {
  const { programs, language } = variant;
  const { run, value, sandbox } = openSandbox(variant);

  it('names its languages, and what its outcomes depend on', async () => {
    expect(sandbox().languages).toContain(language);
    await using other = await variant.create();
    expect(other.settings).toEqual(sandbox().settings);
    await using stricter = await variant.create({ maxSteps: 7 });
    expect(stricter.settings).toEqual({ ...sandbox().settings, maxSteps: 7 });
  });

  describe('real code', () => {
    it.each(programs.increments)('runs %s', async (_, code) => {
      expect(await value(code, { n: 41 })).toBe(42);
    });

    it('calls positionally when the parameters are named', async () => {
      const parameters = ['b', 'a'];
      expect(await value(programs.listArguments, { a: 1, b: 2 }, { parameters })).toEqual([2, 1]);
    });

    it('calls a method by its path', async () => {
      const { code, entrypoint } = programs.method;
      expect(await value(code, { n: 21 }, { entrypoint })).toBe(42);
    });

    it('captures what it prints', async () => {
      expect(await run(programs.print)).toMatchObject({
        status: 'returned',
        value: 0,
        logs: expect.arrayContaining(['a 1']) as unknown,
      });
    });

    it('gives the guest an input of its own', async () => {
      const input = { list: [[]] };
      const { changeInput } = programs;
      expect([await value(changeInput, input), await value(changeInput, input)]).toEqual([
        [[1], 1],
        [[1], 1],
      ]);
      expect(input).toEqual({ list: [[]] });
    });

    it('gives it what has the name __proto__, too', async () => {
      const input = parseJson('{"value": {"__proto__": {"x": 1}}}') as JsonObject;
      expect(stringifyJson(await value(programs.echo, input))).toBe('{"__proto__":{"x":1}}');
      expect(stringifyJson(input)).toBe('{"value":{"__proto__":{"x":1}}}');
    });

    it('makes the calls that come at once, each with its own input', async () => {
      const numbers = Array.from({ length: 60 }, (_, n) => n);
      const calls = numbers.map((n) => value(programs.echo, { value: n }));
      expect(await Promise.all(calls)).toEqual(numbers);
    });
  });

  describe('errors', () => {
    const { throwing, syntaxError, waitingForever } = programs;

    it('carry name, message and line', async () => {
      const { code, name, message, line } = throwing;
      expect(await run(code)).toEqual({
        status: 'threw',
        error: { name, message, line },
        steps: 0,
      });
    });

    it('carry the line of a mistake in the syntax', async () => {
      const { code, name, line } = syntaxError;
      expect(await run(code)).toMatchObject({ status: 'threw', error: { name, line }, steps: 0 });
    });

    it.each(programs.failing)('%s is thrown', async (_, { code, ...error }) => {
      expect(await run(code)).toMatchObject({ status: 'threw', error });
    });

    it.each(programs.oddThrows)('survives %s', async (statement) => {
      expect((await run(programs.leave(statement, false))).status).toBe('threw');
      expect((await run(programs.leave(statement, true))).status).toBe('threw');
      expect(await value(programs.echo, { value: 1 })).toBe(1);
    });

    it('say that what is awaited never comes', async () => {
      const { code, ...error } = waitingForever;
      expect(await run(code)).toMatchObject({ status: 'threw', error });
    });
  });

  describe('clock and randomness', () => {
    const { surroundings, drawEarly } = programs;

    it('follow the seed and the given time', async () => {
      const first = await value(surroundings, {}, { seed: 1 });
      expect(await value(surroundings, {}, { seed: 1 })).toEqual(first);
      for (const seed of [0, 2, 3]) {
        const [one, two] = (await value(surroundings, {}, { seed })) as number[];
        expect(one).not.toBe(two);
        expect(first).not.toContain(one);
      }
      const [, , now, hour, newYear] = (await value(
        surroundings,
        {},
        { nowMs: 12345 },
      )) as number[];
      expect([now, hour, newYear]).toEqual([12345, 0, Date.UTC(2024, 0, 1)]);
    });

    it('also where the program draws on them while it loads', async () => {
      expect(await value(drawEarly, {}, { seed: 1 })).not.toBe(
        await value(drawEarly, {}, { seed: 2 }),
      );
      expect(await value(drawEarly, {}, { seed: 1 })).toBe(await value(drawEarly, {}, { seed: 1 }));
    });
  });
});
