import { beforeEach, expect, it } from 'vitest';
import { createCallMarks } from '../../../src/python/imports/call-marks.js';
import { createStepCounter, operationsPerLook } from '../../../src/python/imports/step-counter.js';

let countdown: number;
const counter = createStepCounter(() => {});
counter.readCountdown = () => countdown;
counter.writeCountdown = (value) => {
  countdown = value;
};
const marks = createCallMarks(counter);
beforeEach(() => {
  counter.looks = 77;
  countdown = 3;
});

it('counts from where a program begins to be loaded, and not what comes before', () => {
  marks.start(undefined);
  marks.mark();
  expect([counter.looks, countdown]).toEqual([0, operationsPerLook]);
  expect(marks.begin).toBeUndefined();
});

it('notes when the function is called and when it has ended', () => {
  marks.start(undefined);
  marks.mark();
  counter.looks = 5;
  countdown = 20;
  marks.mark();
  counter.looks = 9;
  countdown = 11;
  marks.mark();
  expect(marks.begin).toEqual({ looks: 5, countdown: 20 });
  expect(marks.end).toEqual({ looks: 9, countdown: 11 });
});

it('goes on from the work of loading for a program that is called again', () => {
  marks.start({ looks: 40, countdown: 8 });
  marks.mark();
  expect([counter.looks, countdown]).toEqual([40, 8]);
  expect(marks.begin).toEqual({ looks: 40, countdown: 8 });
});

it('lets a program that makes marks of its own not start the count anew', () => {
  marks.start(undefined);
  marks.mark();
  counter.looks = 500;
  for (let i = 0; i < 5; i++) marks.mark();
  expect(counter.looks).toBe(500);
});
