import { measureRunFaults } from './run-faults.js';
import { measureRunMemory } from './run-memory.js';
import { measureRunSpeed } from './run-speed.js';
import type { Row } from './table.js';

/**
 * Measures runs of two-turn tasks against a server on this machine, and one very long run.
 *
 * @param tasks - How many tasks the long run has.
 * @param rounds - How often the speed is measured.
 * @throws Error when a conversation is missing, or one did not end as it has to.
 */
export async function measureRuns(tasks: number, rounds: number): Promise<readonly Row[]> {
  return [
    ...(await measureRunSpeed(rounds)),
    ...(await measureRunFaults()),
    ...(await measureRunMemory(tasks)),
  ];
}
