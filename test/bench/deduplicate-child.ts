/** Deduplicates synthetic functions made on the fly; started by `deduplicate.ts`, prints JSON. */
import { type DeduplicatedItem, deduplicate } from 'codeio';
import type { DeduplicationUse } from './deduplicate.js';
import { makeFunction, type SyntheticFunction } from './synthetic-functions.js';

const total = Number(process.argv[2]);
let makingMs = 0;
const planted = { exact: 0, near: 0 };
const found = { exact: 0, near: 0 };
let falseAlarms = 0;
let lines = 0;

function* makeFunctions(): Generator<SyntheticFunction> {
  for (let index = 0; index < total; index++) {
    const startedAt = performance.now();
    const fn = makeFunction(index);
    makingMs += performance.now() - startedAt;
    yield fn;
  }
}

const before = process.memoryUsage.rss();
const startedAt = performance.now();
for await (const marked of deduplicate(makeFunctions(), { codeOf: (fn) => fn })) count(marked);
const use: DeduplicationUse = {
  functions: total,
  lines: lines / total,
  seconds: (performance.now() - startedAt - makingMs) / 1000,
  planted,
  found,
  falseAlarms,
  growth: process.memoryUsage.rss() - before,
  peak: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(use));

function count({ item, duplicate }: DeduplicatedItem<SyntheticFunction>): void {
  lines += item.lines;
  if (item.kind !== 'new') planted[item.kind]++;
  if (duplicate === undefined) return;
  const isFamily = item.kind !== 'new' && familyOf(duplicate.of) === item.of;
  if (!isFamily) falseAlarms++;
  else if (item.kind === 'near' || duplicate.kind === 'exact') found[item.kind]++;
}

/** The new function that a function is or repeats: one that was changed much is kept beside it. */
function familyOf(id: string): string {
  return makeFunction(Number(id)).of ?? id;
}
