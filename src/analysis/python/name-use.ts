import type { PythonScope } from './python-scope.js';
import type { PythonToken } from './python-token.js';

/** A place where a variable is used. */
export interface VariableUse {
  readonly role: 'variable';
  readonly scope: PythonScope;
  /**
   * `update` is an assignment that reads it as well (`+=`), `change` one to an entry or an attribute
   * of its value.
   */
  readonly manner: 'read' | 'write' | 'update' | 'change';
  /** The attributes that follow: `path` and `join` in `os.path.join`. */
  readonly members: readonly string[];
  /** Whether it, or the last of these attributes, is called. */
  readonly isCalled: boolean;
  /** Whether the call has arguments. */
  readonly hasArguments: boolean;
}

/** What a name in a program stands for. */
export type NameUse =
  | VariableUse
  /** A name after a dot. */
  | { readonly role: 'attribute'; readonly isAssigned: boolean }
  /** A name that an argument is given by. */
  | {
      readonly role: 'argument';
      /** The name of what is called, or its last attribute. */
      readonly callee?: PythonToken | undefined;
    }
  /** A name of a module, or in one. */
  | { readonly role: 'import' };

/** Takes what is found out about the names of a program. */
export interface NameSink {
  readonly uses: Map<PythonToken, NameUse>;
  /** The tokens of types, which say nothing about what a program does. */
  readonly annotations: Set<PythonToken>;
  /** The modules that are loaded with all their names, and the lines that do so. */
  readonly starImports: Map<string, number>;
}
