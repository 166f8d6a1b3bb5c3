import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One call of a package's function: its name and its arguments, all JSON. */
export interface PackageCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** A package and the module whose `functions` calls name. */
export interface PackageFunctions {
  readonly name: string;
  readonly url: URL;
}

const spellPath = fileURLToPath(new URL('./spell.js', import.meta.url));

/** Bundles a package into one ES module with `main({ name, args })`, for the sandbox and Node.js. */
export async function bundlePackage({ url }: PackageFunctions): Promise<string> {
  const contents = `import { functions } from ${JSON.stringify(fileURLToPath(url))};
import { spell } from ${JSON.stringify(spellPath)};
export const main = ({ name, args }) => {
  try {
    return spell(functions[name](...args));
  } catch (error) {
    return { thrown: error.name };
  }
};`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
