import type { Direction } from '../../core/task.js';
import { formatCount } from '../page/number-text.js';

/** What a model was asked to do. */
export const directionWords: Readonly<Record<Direction, string>> = {
  output: 'predict the output',
  input: 'predict the input',
};

/** Writes a count with its noun. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
