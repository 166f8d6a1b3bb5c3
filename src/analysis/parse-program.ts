import { type Program, parse } from 'acorn';
import { analyze, type ScopeManager } from 'eslint-scope';
import type { Program as ESTreeProgram } from 'estree';
import type { Language } from '../core/code-function.js';
import { stripTypes } from '../sandbox/strip-types.js';

/** The newest version of the language that the analysis of scopes knows by name. */
const scopeVersion = 2022;

/** A program as a tree, and where each of its names belongs. */
export interface ParsedProgram {
  readonly status: 'parsed';
  /** The syntax tree (ESTree), with positions in `code`. */
  readonly ast: Program;
  readonly scopes: ScopeManager;
  /** The program without types. Its lines are those of the source. */
  readonly code: string;
}

/** Why a text is no program. */
export interface ParseFailure {
  readonly status: 'failed';
  /** What is wrong, with line and column where they are known. */
  readonly problem: string;
}

/** The languages that can be parsed. */
export type ParsableLanguage = Extract<Language, 'javascript' | 'typescript'>;

/** Says whether programs in a language can be parsed. */
export function isParsable(language: Language): language is ParsableLanguage {
  return language === 'javascript' || language === 'typescript';
}

/**
 * Parses a program as the sandbox takes it: as a script, and as a module when it is no script.
 * Never throws.
 */
export function parseProgram(
  code: string,
  language: ParsableLanguage,
): ParsedProgram | ParseFailure {
  try {
    const script = language === 'typescript' ? stripTypes(code) : code;
    const { ast, sourceType } = parseEither(script);
    // A script's own scope, as a module has one, so that its names are told from those of the language.
    const nodejsScope = sourceType === 'script';
    const scopes = analyze(ast as ESTreeProgram, {
      ecmaVersion: scopeVersion,
      sourceType,
      nodejsScope,
    });
    return { status: 'parsed', ast, scopes, code: script };
  } catch (error) {
    return { status: 'failed', problem: error instanceof Error ? error.message : String(error) };
  }
}

function parseEither(code: string): { ast: Program; sourceType: 'script' | 'module' } {
  try {
    return { ast: parseAs(code, 'script'), sourceType: 'script' };
  } catch (scriptError) {
    try {
      return { ast: parseAs(code, 'module'), sourceType: 'module' };
    } catch (moduleError) {
      // The one that got further tells the real mistake.
      throw positionOf(moduleError) > positionOf(scriptError) ? moduleError : scriptError;
    }
  }
}

function positionOf(error: unknown): number {
  return (error as { readonly pos?: number }).pos ?? 0;
}

function parseAs(code: string, sourceType: 'script' | 'module'): Program {
  return parse(code, { ecmaVersion: 'latest', sourceType, locations: true, ranges: true });
}
