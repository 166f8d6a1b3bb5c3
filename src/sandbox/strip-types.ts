import { transform } from 'sucrase';

/**
 * Turns TypeScript into JavaScript with every statement on its line, so that line numbers of
 * errors stay right. Enums and parameter properties are compiled, types are only removed.
 *
 * @throws Error when the code is not TypeScript.
 */
export function stripTypes(code: string): string {
  return transform(code, {
    transforms: ['typescript'],
    disableESTransforms: true,
    keepUnusedImports: true,
  }).code;
}
