import type { PreparedProgram } from './prepared-program.js';

const keys = new WeakMap<PreparedProgram, string>();

/** A text that only equal programs have; made once for each object, since it is long. */
export function programKey(program: PreparedProgram): string {
  let key = keys.get(program);
  if (key === undefined) {
    const { entrypoint, parametersText, source } = program;
    key = `${entrypoint} ${parametersText} ${source}`;
    keys.set(program, key);
  }
  return key;
}
