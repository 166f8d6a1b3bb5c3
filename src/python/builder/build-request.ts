import type { ImportedNumber, SideModule, TableSlot } from '../interpreter-image.js';

/** What a builder thread is asked for. */
export interface BuildRequest {
  /** Folder of the pyodide package. */
  readonly pyodideFolder: string;
  readonly module: WebAssembly.Module;
  /** Decides how strings are hashed. */
  readonly hashSeed: number;
  /** Folders in the form of `site-packages`. */
  readonly packageFolders: readonly string[];
}

/** What a builder thread has built, or why it could not. */
export type BuildResponse =
  | { readonly status: 'built'; readonly build: Build }
  | { readonly status: 'failed'; readonly message: string };

/** An interpreter that is set up, with one way of hashing strings. */
export interface Build {
  readonly bytes: Uint8Array;
  readonly stackPointer: number;
  readonly handle: number;
  readonly countdown?: number | undefined;
  readonly memoryBytes: number;
  readonly numbers: readonly ImportedNumber[];
  readonly tableLength: number;
  readonly tableSlots: readonly TableSlot[];
  readonly sideModules: readonly SideModule[];
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}
