type Instantiate = typeof WebAssembly.instantiate;

/**
 * Gets the compiled module out of a loader that hands out only instances of it.
 *
 * Where the interpreter's wasm lies is known to its loader alone (every bundler moves it), so the
 * loader does the loading. Meanwhile `WebAssembly` is watched for the one instantiation that
 * imports `memory`; all others pass through unseen.
 *
 * @param load - Loads an instance whose imports contain `memory`.
 */
export async function captureModule(
  memory: WebAssembly.Memory,
  load: () => Promise<unknown>,
): Promise<WebAssembly.Module> {
  const { instantiate, instantiateStreaming } = WebAssembly;
  let captured: WebAssembly.Module | undefined;
  const watch =
    (original: (...values: never[]) => Promise<unknown>) =>
    async (source: unknown, imports?: WebAssembly.Imports): Promise<unknown> => {
      const result = await original.call(WebAssembly, ...([source, imports] as never[]));
      if (hasImport(imports, memory)) {
        captured = (result as WebAssembly.WebAssemblyInstantiatedSource).module;
      }
      return result;
    };
  WebAssembly.instantiate = watch(instantiate) as Instantiate;
  WebAssembly.instantiateStreaming = watch(
    instantiateStreaming,
  ) as typeof WebAssembly.instantiateStreaming;
  try {
    await load();
  } finally {
    WebAssembly.instantiate = instantiate;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
  if (captured === undefined) {
    throw new Error('this version of quickjs-emscripten loads its WebAssembly in an unknown way');
  }
  return captured;
}

function hasImport(imports: WebAssembly.Imports | undefined, value: unknown): boolean {
  return Object.values(imports ?? {}).some((names) =>
    Object.values(names).includes(value as never),
  );
}
