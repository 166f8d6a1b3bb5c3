/** What the interpreter imports under a name. */
export type ImportFunction = (...values: never[]) => unknown;

/** Functions by the names under which the interpreter imports them. */
export type ImportFunctions = Readonly<Record<string, (...values: (number | bigint)[]) => unknown>>;
