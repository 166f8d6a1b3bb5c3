import { transform } from 'sucrase';
import { findNamespace } from './find-namespace.js';

/**
 * Turns TypeScript into JavaScript with every statement on its line, so that line numbers of
 * errors stay right. Enums and parameter properties are compiled, types are only removed.
 *
 * @throws Error when the code is not TypeScript, or has what is not translated.
 */
export function stripTypes(code: string): string {
  const { code: stripped } = transform(code, {
    transforms: ['typescript'],
    disableESTransforms: true,
    // An import of types alone is no import.
    keepUnusedImports: false,
  });
  const namespace = findNamespace(code);
  if (namespace !== undefined) {
    throw new Error(`TypeScript namespaces are not available in the sandbox (${namespace})`);
  }
  return stripped;
}
