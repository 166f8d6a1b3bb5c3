/** A module that was instantiated, with what it was given. */
export interface CapturedModule {
  readonly module: WebAssembly.Module;
  readonly imports: WebAssembly.Imports;
  readonly instance: WebAssembly.Instance;
  /** What it was compiled from. */
  readonly bytes: Uint8Array;
  /** Length of the table right after the module's own functions were put there. */
  readonly tableLength: number;
}

/** The interpreter and the extensions that were loaded into it, in their order. */
export interface CapturedModules {
  readonly main: () => CapturedModule;
  readonly sides: readonly CapturedModule[];
}

/**
 * Watches for the instantiation of an interpreter and of its side modules; for the rest of the
 * thread's life, so it is for a thread that does nothing else.
 *
 * @param module - The compiled interpreter, so that it is not compiled once more.
 * @param adapt - Changes the interpreter's imports before they are used.
 */
export function captureModules(
  module: WebAssembly.Module,
  adapt: (imports: WebAssembly.Imports) => void,
): CapturedModules {
  const { instantiate, Instance, Module } = WebAssembly;
  const sources = new WeakMap<WebAssembly.Module, BufferSource>();
  let main: CapturedModule | undefined;
  const sides: CapturedModule[] = [];

  const capture = (of: WebAssembly.Module, imports: WebAssembly.Imports): CapturedModule => {
    const instance = new Instance(of, imports);
    const table =
      instance.exports.__indirect_function_table ?? imports.env?.__indirect_function_table;
    const { length: tableLength } = table as WebAssembly.Table;
    return { module: of, imports, instance, bytes: toBytes(sources.get(of)), tableLength };
  };
  const captureSide = (
    of: WebAssembly.Module,
    imports: WebAssembly.Imports,
  ): WebAssembly.Instance => {
    const side = capture(of, imports);
    sides.push(side);
    return side.instance;
  };

  WebAssembly.instantiate = (async (source: unknown, imports?: WebAssembly.Imports) => {
    if (isInterpreter(imports)) {
      adapt(imports);
      main = capture(module, imports);
      return { module, instance: main.instance };
    }
    if (source instanceof WebAssembly.Module) {
      return isSide(source, imports) ? captureSide(source, imports) : instantiate(source, imports);
    }
    const compiled = new WebAssembly.Module(source as BufferSource);
    const instance = isSide(compiled, imports)
      ? captureSide(compiled, imports)
      : await instantiate(compiled, imports);
    return { module: compiled, instance };
  }) as typeof WebAssembly.instantiate;
  WebAssembly.Module = new Proxy(Module, {
    construct(target, [source]: [BufferSource]) {
      const compiled = new target(source);
      sources.set(compiled, source);
      return compiled;
    },
  });
  // With it, the loader would compile the interpreter while it is read.
  Reflect.deleteProperty(WebAssembly, 'instantiateStreaming');
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, [of, imports]: [WebAssembly.Module, WebAssembly.Imports?]) {
      return isSide(of, imports) ? captureSide(of, imports) : new target(of, imports);
    },
  });

  return {
    main() {
      if (main !== undefined) return main;
      throw new Error('this version of pyodide loads its WebAssembly in an unknown way');
    },
    sides,
  };
}

function toBytes(source: BufferSource | undefined): Uint8Array {
  if (source === undefined) return new Uint8Array();
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}

function isInterpreter(imports: WebAssembly.Imports | undefined): imports is WebAssembly.Imports {
  return (
    imports?.env?.__syscall_openat !== undefined && imports.env.set_pyodide_module !== undefined
  );
}

/** Extensions are linked at an address that they import; small modules of the loader are not. */
function isSide(
  module: WebAssembly.Module,
  imports: WebAssembly.Imports | undefined,
): imports is WebAssembly.Imports {
  return WebAssembly.Module.imports(module).some(({ name }) => name === '__memory_base');
}
