import { optionalPartsFor } from './guest-prelude.js';
import { programName } from './guest-report.js';
import { type Instance, sandboxFileName } from './instance.js';
import type { Completion, GuestValue } from './interpreter.js';
import type { PreparedProgram } from './prepare-program.js';
import { settle } from './settle.js';

/**
 * Evaluates a program in an instance and hands its entry point to the driver.
 *
 * @returns What was thrown, if something was.
 */
export function loadProgram(
  instance: Instance,
  program: PreparedProgram,
  maxSteps: number,
): Completion | undefined {
  const { interpreter, driver } = instance;
  const { source, isModule } = program;
  for (const part of optionalPartsFor(source)) {
    const install = interpreter.evaluate(part, sandboxFileName, 'script');
    const installed = install.isThrown ? install : interpreter.call(driver.extend, install.value);
    if (installed.isThrown) return installed;
  }
  const entry = isModule
    ? loadModule(instance, program, maxSteps)
    : loadScript(instance, program, maxSteps);
  if (entry.isThrown) return entry;
  const parameters = interpreter.newString(program.parametersText);
  const registered = interpreter.call(driver.register, entry.value, parameters);
  return registered.isThrown ? registered : undefined;
}

function loadScript(
  instance: Instance,
  { source, entrypoint }: PreparedProgram,
  maxSteps: number,
): Completion {
  const { evaluate } = instance.interpreter;
  const loaded = evaluate(source, programName, 'script');
  if (loaded.isThrown) return loaded;
  const failed = settle(instance, maxSteps, () => false);
  return failed ?? evaluate(`() => ${entrypoint}`, sandboxFileName, 'script');
}

function loadModule(
  instance: Instance,
  { source, entrypoint }: PreparedProgram,
  maxSteps: number,
): Completion {
  const { interpreter, driver } = instance;
  const name = unusedName(source);
  const withEntry = `${source}\nexport const ${name} = () => ${entrypoint};`;
  const loaded = interpreter.evaluate(withEntry, programName, 'module');
  if (loaded.isThrown) return loaded;
  let thrown: Completion | undefined;
  const isPending = (): boolean => interpreter.promiseState(loaded.value).state === 'pending';
  const failed = settle(instance, maxSteps, () => {
    if (!isPending()) return false;
    const timer = interpreter.call(driver.runNextTimer);
    if (timer.isThrown) thrown = timer;
    return !timer.isThrown && interpreter.readString(timer.value) === 'true';
  });
  if (failed ?? thrown) return (failed ?? thrown) as Completion;
  const promise = interpreter.promiseState(loaded.value);
  if (promise.state === 'pending') return neverSettles(instance);
  if (promise.completion.isThrown) return promise.completion;
  return {
    isThrown: false,
    value: interpreter.getProperty(promise.completion.value, name),
  };
}

/** A name for the entry point's export that the program neither declares nor uses. */
function unusedName(source: string): string {
  let name = 'entry';
  for (let i = 0; source.includes(name); i++) name = `entry${i}`;
  return name;
}

function neverSettles({ interpreter }: Instance): Completion {
  const { newObject, newString, setProperty } = interpreter;
  const error: GuestValue = newObject();
  setProperty(error, 'name', newString('Error'));
  const message = 'the module waits at its top level for something that never comes';
  setProperty(error, 'message', newString(message));
  return { isThrown: true, value: error };
}
