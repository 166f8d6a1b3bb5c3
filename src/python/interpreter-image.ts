/**
 * A function that the loader has put into the interpreter's table: the export of a module, 0 for the
 * interpreter and from 1 on for the side modules.
 */
export type TableSlot = readonly [index: number, module: number, exportName: string];

/** A number that is imported in a cell of its own. */
export type ImportedNumber = readonly [module: string, name: string, value: number];

/** A file that the guest can read. */
export interface GuestFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The memory of an interpreter that is set up, and where it goes on from there. */
export interface MemorySnapshot {
  /** All memory that is in use, from address 0 on; shared between threads. */
  readonly bytes: Uint8Array;
  readonly stackPointer: number;
  /** Address of the guest's `handle` function. */
  readonly handle: number;
  /** Address of what the interpreter counts down between two looks, where it is known. */
  readonly countdown?: number | undefined;
}

/** A value that a side module imports, described so that another thread can make it. */
export type SideImport =
  /** A number in a cell of its own. */
  | { readonly kind: 'number'; readonly value: number }
  /** An export of the interpreter or of a side module before, or else an import of the interpreter. */
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'memory' | 'table' | 'stack-pointer' }
  | { readonly kind: 'tag'; readonly name: string };

/** A compiled extension of a package, and what it was given. */
export interface SideModule {
  readonly module: WebAssembly.Module;
  /** What the module was compiled from. */
  readonly bytes: Uint8Array;
  /** By module and name of the import. */
  readonly imports: readonly (readonly [module: string, name: string, value: SideImport])[];
}

/** An interpreter that is set up, as another thread can start it: data alone. */
export interface InterpreterImage {
  /** The version of pyodide. */
  readonly version: string;
  readonly module: WebAssembly.Module;
  /** Size of the memory, which is more than what is in use. */
  readonly memoryBytes: number;
  /** One for each way of hashing strings: the order of sets differs between them. */
  readonly snapshots: readonly MemorySnapshot[];
  /** Numbers that the interpreter imports, such as the places of functions in the table. */
  readonly numbers: readonly ImportedNumber[];
  readonly tableLength: number;
  readonly tableSlots: readonly TableSlot[];
  readonly sideModules: readonly SideModule[];
  readonly files: readonly GuestFile[];
}
