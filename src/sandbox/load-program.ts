import { optionalPartsFor } from './guest-prelude.js';
import { type Instance, sandboxFileName } from './instance.js';
import type { Completion, GuestValue, Interpreter } from './interpreter.js';
import type { PreparedProgram } from './prepared-program.js';
import { programName } from './read-report.js';
import { settle } from './settle.js';

/** How a program is to be loaded. */
export interface ProgramForm {
  /** Scripts keep sloppy mode. */
  readonly isModule: boolean;
  /** Whether a binding can have the name of the entry point: an export may be named `default`. */
  readonly canBeBinding: boolean;
}

/**
 * What a module may have and a script not, or what looks like it. Without any of it a program that
 * does not compile as a script is no module either, and the error is that of the script.
 */
const moduleSyntax =
  /(?:^|[;}/])[ \t\ufeff]*(?:export\b|import\b(?!\s*[(.]))|\bimport\s*\.\s*meta\b|\bawait\b/m;

/** Finds a program's form by trying it out, after which the memory is to be put back. */
export function findForm(
  { compiles }: Interpreter,
  { source, entrypoint }: PreparedProgram,
): ProgramForm {
  const isModule = moduleSyntax.test(source) && !compiles(source);
  const binding = bindingOf(entrypoint);
  const canBeBinding = compiles(isModule ? `async () => { 'use strict'; ${binding} }` : binding);
  return { isModule, canBeBinding };
}

/**
 * Evaluates a program in an instance and hands its entry point to the driver.
 *
 * @returns What was thrown, if something was.
 */
export function loadProgram(
  instance: Instance,
  program: PreparedProgram,
  form: ProgramForm,
  maxSteps: number,
): Completion | undefined {
  const { interpreter, driver } = instance;
  const { source, entrypoint, parametersText } = program;
  for (const part of optionalPartsFor(source)) {
    const install = interpreter.evaluate(part, sandboxFileName, 'script');
    const installed = install.isThrown ? install : interpreter.call(driver.extend, install.value);
    if (installed.isThrown) return installed;
  }
  const binding = form.canBeBinding ? bindingOf(entrypoint) : '() => undefined';
  const load = form.isModule ? loadModule : loadScript;
  const found = load(instance, source, binding, maxSteps);
  if ('isThrown' in found) return found;
  const { newString } = interpreter;
  const path = newString(entrypoint);
  const parameters = newString(parametersText);
  const registered = interpreter.call(
    driver.register,
    found.binding,
    found.namespace,
    path,
    parameters,
  );
  return registered.isThrown ? registered : undefined;
}

/** Where a loaded program may have its entry point. */
interface EntryPlaces {
  /** A function of the guest that reads the binding. */
  readonly binding: GuestValue;
  /** A module's exports. */
  readonly namespace: GuestValue;
}

/** A function that reads a binding, or nothing when there is none. */
function bindingOf(entrypoint: string): string {
  const [name] = entrypoint.split('.', 1);
  return `() => typeof ${name} === 'undefined' ? undefined : ${entrypoint}`;
}

function loadScript(
  instance: Instance,
  source: string,
  binding: string,
  maxSteps: number,
): EntryPlaces | Completion {
  const { evaluate, newObject } = instance.interpreter;
  const loaded = evaluate(source, programName, 'script');
  if (loaded.isThrown) return loaded;
  const failed = settle(instance, maxSteps, () => false);
  if (failed) return failed;
  const read = evaluate(binding, sandboxFileName, 'script');
  return read.isThrown ? read : { binding: read.value, namespace: newObject() };
}

function loadModule(
  instance: Instance,
  source: string,
  binding: string,
  maxSteps: number,
): EntryPlaces | Completion {
  const { interpreter, driver } = instance;
  const name = unusedName(source);
  // On the program's first line, so that the lines of its errors are right, that of its end too.
  const withEntry = `export const ${name} = ${binding}; ${withoutHashbang(source)}`;
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
  const namespace = promise.completion.value;
  return { binding: interpreter.getProperty(namespace, name), namespace };
}

/** The source with its first line for the shell as a comment, so that it need not come first. */
function withoutHashbang(source: string): string {
  return source.replace(/^#!/, '//');
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
