import type { CodeProblemKind } from '../../core/code-problem.js';

/** What code does that uses a name which a pure function may not use. */
export interface ForbiddenUse {
  /** The name, and those of modules and members before it: `datetime.date.today`. */
  readonly name: string;
  readonly kind: CodeProblemKind;
  /** Such as `reads the clock`. */
  readonly deed: string;
}

function forbid(kind: CodeProblemKind, deed: string, names: string): readonly ForbiddenUse[] {
  return names.split(' ').map((name) => ({ name, kind, deed }));
}

const surroundings = 'depends on its surroundings';
const files = 'reads or writes files';

/** Built-in names, and those of modules with all their members. */
const forbiddenNames: readonly ForbiddenUse[] = [
  ...forbid('clock', 'reads the clock', 'time datetime.datetime.now datetime.datetime.utcnow'),
  ...forbid('clock', 'reads the clock', 'datetime.datetime.today datetime.date.today'),
  ...forbid('clock', 'uses a timer', 'time.sleep'),
  ...forbid('randomness', 'draws random numbers', 'random secrets uuid.uuid1 uuid.uuid4'),
  ...forbid('randomness', 'draws random numbers', 'os.urandom os.getrandom numpy.random'),
  ...forbid('output', 'prints', 'print sys.stdout sys.stderr pprint.pprint pprint.pp'),
  ...forbid('output', 'prints', 'traceback.print_exc traceback.print_stack sys.displayhook'),
  ...forbid('input-output', 'waits for input', 'input breakpoint help sys.stdin'),
  ...forbid('input-output', files, 'open io.open io.FileIO codecs.open pathlib.Path'),
  ...forbid('input-output', surroundings, 'os sys.argv sys.path sys.platform sys.version'),
  ...forbid('input-output', surroundings, 'sys.version_info sys.executable sys.flags __file__'),
  ...forbid(
    'hidden-code',
    'makes code out of text',
    'eval exec compile builtins.eval builtins.exec',
  ),
  ...forbid('hidden-code', 'loads modules by names that it makes', '__import__ importlib runpy'),
  ...forbid('hidden-code', 'hides which names it uses', 'globals __builtins__ builtins.globals'),
  ...forbid('hidden-code', 'hides which names it uses', 'sys.modules sys._getframe'),
];

/** Members that only work with what they are given. */
const harmlessNames = new Set(
  [
    'time.strptime time.struct_time os.path.join os.path.split os.path.splitext os.path.basename',
    'os.path.dirname os.path.normpath os.path.commonprefix os.path.commonpath os.path.isabs',
    'os.sep os.linesep os.path.sep',
  ].flatMap((line) => line.split(' ')),
);

const byName = new Map(forbiddenNames.map((forbidden) => [forbidden.name, forbidden]));

/** Finds what forbids the use of a name: the rule for a member before that for the whole. */
export function findForbidden(path: readonly string[]): ForbiddenUse | undefined {
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length).join('.');
    if (harmlessNames.has(name)) return undefined;
    const forbidden = byName.get(name);
    if (forbidden !== undefined) return forbidden;
  }
  return undefined;
}
