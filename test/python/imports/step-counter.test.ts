import { expect, it, vi } from 'vitest';
import { GuestEnded } from '../../../src/python/imports/guest-ended.js';
import {
  createStepCounter,
  looksPerStep,
  operationsPerLook,
  type StepCounter,
} from '../../../src/python/imports/step-counter.js';
import { callImport } from './fake-guest.js';

const look = (counter: StepCounter, times = 1): void => {
  for (let i = 0; i < times; i++) {
    callImport(counter.imports, '_Py_CheckEmscriptenSignals_Helper');
  }
};

it('counts looks, and tells the interpreter to go on', () => {
  const counter = createStepCounter(() => {});
  counter.readCountdown = () => operationsPerLook;
  expect(callImport(counter.imports, '_Py_CheckEmscriptenSignals_Helper')).toBe(0);
  look(counter, 9);
  expect(counter.looks).toBe(10);
});

it('ends the call beyond the limit, at the same look each time', () => {
  const ends = [1, 2].map(() => {
    const counter = createStepCounter(() => {});
    counter.readCountdown = () => operationsPerLook;
    counter.maxLooks = 100;
    try {
      look(counter, 1000);
    } catch (error) {
      expect((error as GuestEnded).reason).toEqual({ kind: 'step-limit' });
    }
    return counter.looks;
  });
  expect(ends).toEqual([100, 100]);
});

it('goes on ending the call when the guest has caught the end', () => {
  const counter = createStepCounter(() => {});
  counter.readCountdown = () => operationsPerLook;
  counter.maxLooks = 6;
  for (let i = 0; i < 5; i++) look(counter);
  for (let i = 0; i < 3; i++) expect(() => look(counter)).toThrow(GuestEnded);
});

it('tells a look between operations from one in the midst of a long one', () => {
  const counter = createStepCounter(() => {});
  counter.looksPerOwnLook = 0.25;
  counter.readCountdown = () => operationsPerLook - 1;
  look(counter, 2001);
  expect(counter.looks).toBeCloseTo(99.2);
  look(counter, 8);
  expect(counter.looks).toBeCloseTo(101.2);
});

it('counts nothing for many short operations that look', () => {
  const counter = createStepCounter(() => {});
  counter.looksPerOwnLook = 5;
  let countdown = operationsPerLook;
  counter.readCountdown = () => --countdown;
  look(counter, 20);
  expect(counter.looks).toBe(0);
});

it('lets others know at each step, in one call as in the next', () => {
  const onStep = vi.fn();
  const counter = createStepCounter(onStep);
  counter.readCountdown = () => operationsPerLook;
  look(counter, 3 * looksPerStep);
  expect(onStep).toHaveBeenCalledTimes(3);
  counter.looks = 0;
  look(counter, 2 * looksPerStep);
  expect(onStep).toHaveBeenCalledTimes(5);
});
