import { SandboxStartError } from '../errors/sandbox-start-error.js';
import { createPool } from '../sandbox/pool.js';
import { resolvePoolSize } from '../sandbox/pool-size.js';
import { createCallResolver } from '../sandbox/resolve-call.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { getImages } from './get-images.js';
import { describePackages, requirePackageFolders } from './package-folders.js';
import { preparePythonProgram } from './prepare-python-program.js';
import { findPyodide, type PyodidePackage } from './pyodide-package.js';
import type { PythonEngineData } from './python-engine.js';
import {
  type PythonLimits,
  type ResolvedPythonLimits,
  resolvePythonLimits,
} from './python-limits.js';
import { pythonWorkerUrl } from './python-worker-url.js';
import { readPythonReport } from './read-python-report.js';

/** Options of {@link createPythonSandbox}. */
export interface PythonSandboxOptions extends PythonLimits {
  /**
   * Worker threads; each starts when it is first needed.
   * @defaultValue the number of processors, at most 8
   */
  readonly workers?: number | undefined;
  /**
   * Folders in the form of `site-packages`, whose packages programs may import: pure Python, or
   * compiled for the version of pyodide. They are imported once, before any program runs.
   * @defaultValue none: the standard library alone
   */
  readonly packageFolders?: readonly string[] | undefined;
  /**
   * Folder of the pyodide package, for another one than the installed one.
   * @defaultValue where Node.js finds `pyodide`
   */
  readonly pyodideFolder?: string | undefined;
  /**
   * Where interpreters that are set up are kept for the next start, about 55 MB each; `false` for
   * nowhere. Whoever can write there decides what runs, as in `node_modules`.
   * @defaultValue `.cache/codeio` in the `node_modules` folder that holds pyodide
   */
  readonly cacheFolder?: string | false | undefined;
}

/** Threads need stack for what is nested in C; what is nested in Python takes none. */
const threadStackMb = 16;
/** A call leaves little behind, and an engine left to itself lets tens of megabytes of it gather. */
const youngGenerationMb = 4;

/**
 * Makes a sandbox for Python on worker threads: CPython compiled to WebAssembly (`pyodide`, an
 * optional peer dependency), sealed. A program reaches its own memory, the standard library and
 * nothing else: no JavaScript, no files but the library's, no network, no processes. Clock,
 * randomness and the order of sets follow from the seed. Every call starts from a pristine
 * interpreter.
 *
 * The function is called with the input's entries as keyword arguments, or positionally when the
 * program names its parameters. Values cross as Python's `json` reads and writes them: `1` is not
 * `1.0`, integers are exact, tuples come back as lists.
 *
 * @example
 * ```ts
 * await using sandbox = createPythonSandbox();
 * const program = { language: 'python', code: 'def main_solution(n):\n    return 2 ** n', entrypoint: 'main_solution' };
 * await sandbox.run(program, { n: 64 }); // value: 18446744073709551616, exactly
 * ```
 *
 * @throws TypeError naming an option that is out of range.
 * @throws SandboxStartError when pyodide is not installed.
 */
export function createPythonSandbox(options: PythonSandboxOptions = {}): Sandbox {
  const limits = resolvePythonLimits(options);
  const workers = resolvePoolSize(options.workers);
  const packageFolders = requirePackageFolders(options.packageFolders ?? []);
  const pyodide = findInstalled(options.pyodideFolder);
  const closing = new AbortController();
  let data: Promise<PythonEngineData> | undefined;
  return createPool(
    {
      languages: ['python'],
      settings: outcomeSettings(limits, pyodide, packageFolders),
      resolveCall: createCallResolver(preparePythonProgram),
      readReport: readPythonReport,
      thread: {
        get url() {
          return pythonWorkerUrl();
        },
        stackSizeMb: threadStackMb,
        maxYoungGenerationSizeMb: youngGenerationMb,
      },
      wallClockMs: limits.wallClockMs,
      engineData() {
        data ??= getImages({
          ...{ pyodide, packageFolders },
          cacheFolder: options.cacheFolder,
          signal: closing.signal,
        }).then((images) => ({ images, limits }));
        // What has failed once may come to pass the next time.
        data.catch(() => {
          data = undefined;
        });
        return data;
      },
      async close() {
        closing.abort();
      },
    },
    workers,
  );
}

function findInstalled(folder: string | undefined): PyodidePackage {
  try {
    return findPyodide(folder);
  } catch (error) {
    throw new SandboxStartError(error);
  }
}

/** What decides outcomes: the wall clock does not, since what it ends is `lost`. */
function outcomeSettings(
  { maxSteps, memoryLimitBytes, maxOutputBytes }: ResolvedPythonLimits,
  { version }: PyodidePackage,
  packageFolders: readonly string[],
): Readonly<Record<string, string | number>> {
  return {
    interpreter: `pyodide ${version}`,
    ...(packageFolders.length > 0 && { packages: describePackages(packageFolders) }),
    ...{ maxSteps, memoryLimitBytes, maxOutputBytes },
  };
}
