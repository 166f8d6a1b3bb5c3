import { type HostAnswer, runOnHost } from './python-host.js';
import { compareOutcomes, isSameAnswer, type JudgedCall, toRequest } from './python-outcomes.js';
import type { HostPython } from './python-process.js';

/** Disagreements that are nobody's mistake, and those that are left. */
export interface Explained {
  /** Gone once Python before 3.12 adds up floats as later ones do, with less rounding. */
  readonly byRounding: readonly JudgedCall[];
  /** Python comes to something else, too, when sets are in another order. None is promised. */
  readonly bySetOrder: readonly JudgedCall[];
  /** The program wants what the sandbox says that it does not have: a thread, a place to write. */
  readonly byRefusal: readonly JudgedCall[];
  readonly left: readonly JudgedCall[];
}

/**
 * Looks for the reasons of disagreements by trying them on Python itself.
 *
 * The order of a set of tuples or negative numbers depends on how wide a hash is: 32 bits in
 * WebAssembly, 64 elsewhere.
 */
export async function explain(
  different: readonly JudgedCall[],
  python: HostPython,
): Promise<Explained> {
  const requests = different.map(({ call }) => toRequest(call));
  const adding = requests.map((request) => ({ ...request, addsLikeLater: true }));
  const reordering = requests.map((request) => ({ ...request, reordersSets: true }));
  const added = await runOnHost(python, adding, 0);
  const reordered = await runOnHost(python, reordering, 0);
  const byRounding: JudgedCall[] = [];
  const bySetOrder: JudgedCall[] = [];
  const byRefusal: JudgedCall[] = [];
  const left: JudgedCall[] = [];
  for (const [index, judged] of different.entries()) {
    const [sum, order] = [added[index], reordered[index]] as [HostAnswer, HostAnswer];
    const returned = [judged.outcome, judged.answer, order].every((x) => x.status === 'returned');
    if (compareOutcomes(judged.outcome, sum).status === 'equal') byRounding.push(judged);
    else if (returned && !isSameAnswer(judged.answer, order)) bySetOrder.push(judged);
    else if (isRefused(judged)) byRefusal.push(judged);
    else left.push(judged);
  }
  return { byRounding, bySetOrder, byRefusal, left };
}

const refusal =
  /start new thread|Errno (?:63|69)\]|Read-only file system|No usable temporary|the sandbox has no/;

function isRefused({ outcome }: JudgedCall): boolean {
  return outcome.status === 'threw' && refusal.test(outcome.error.message);
}
