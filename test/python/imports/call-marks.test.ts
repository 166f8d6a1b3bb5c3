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
  marks.start();
  marks.mark();
  expect([counter.looks, countdown]).toEqual([0, operationsPerLook]);
  expect(marks.begin).toBeUndefined();
});

it('notes when the function is called and when it has ended', () => {
  marks.start();
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

it('lets a program that makes marks of its own not start the count anew', () => {
  marks.start();
  marks.mark();
  counter.looks = 500;
  for (let i = 0; i < 5; i++) marks.mark();
  expect(counter.looks).toBe(500);
});
