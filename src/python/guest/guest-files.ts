import console from './console.py?raw';
import describeFailure from './describe-failure.py?raw';
import describeType from './describe-type.py?raw';
import encode from './encode.py?raw';
import encodeLeaf from './encode-leaf.py?raw';
import eventLoop from './event-loop.py?raw';
import findEntry from './find-entry.py?raw';
import handle from './handle.py?raw';
import loadProgram from './load-program.py?raw';
import missingModule from './missing-module.py?raw';
import ownBuiltins from './own-builtins.py?raw';
import preload from './preload.py?raw';
import prepare from './prepare.py?raw';
import proof from './proof.py?raw';
import proofAttributes from './proof-attributes.py?raw';
import proofCalls from './proof-calls.py?raw';
import proofClasses from './proof-classes.py?raw';
import proofConstants from './proof-constants.py?raw';
import proofDefinitions from './proof-definitions.py?raw';
import proofExpressions from './proof-expressions.py?raw';
import proofFacts from './proof-facts.py?raw';
import proofIdentities from './proof-identities.py?raw';
import proofJudgement from './proof-judgement.py?raw';
import proofNames from './proof-names.py?raw';
import proofReaders from './proof-readers.py?raw';
import proofStatements from './proof-statements.py?raw';
import refusals from './refusals.py?raw';
import warmUp from './warm-up.py?raw';

/** A file of the guest's own Python code. */
export interface GuestCode {
  readonly name: string;
  readonly text: string;
}

/** Files that are run once each for itself, before the interpreter's image is taken. */
export const preparationFiles: readonly GuestCode[] = [
  { name: 'prepare', text: prepare },
  { name: 'preload', text: preload },
];

/**
 * Files that are run after that, in this order and in one namespace, which is no module that a program
 * could import. They leave a function `handle` there.
 */
export const driverFiles: readonly GuestCode[] = [
  { name: 'own-builtins', text: ownBuiltins },
  { name: 'console', text: console },
  { name: 'describe-type', text: describeType },
  { name: 'refusals', text: refusals },
  { name: 'encode-leaf', text: encodeLeaf },
  { name: 'encode', text: encode },
  { name: 'missing-module', text: missingModule },
  { name: 'describe-failure', text: describeFailure },
  { name: 'find-entry', text: findEntry },
  { name: 'event-loop', text: eventLoop },
  { name: 'proof-names', text: proofNames },
  { name: 'proof-attributes', text: proofAttributes },
  { name: 'proof-readers', text: proofReaders },
  { name: 'proof-constants', text: proofConstants },
  { name: 'proof-facts', text: proofFacts },
  { name: 'proof-expressions', text: proofExpressions },
  { name: 'proof-calls', text: proofCalls },
  { name: 'proof-statements', text: proofStatements },
  { name: 'proof-definitions', text: proofDefinitions },
  { name: 'proof-classes', text: proofClasses },
  { name: 'proof-identities', text: proofIdentities },
  { name: 'proof-judgement', text: proofJudgement },
  { name: 'proof', text: proof },
  { name: 'load-program', text: loadProgram },
  { name: 'handle', text: handle },
  { name: 'warm-up', text: warmUp },
];
