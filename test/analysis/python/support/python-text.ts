import fc from 'fast-check';

const word = fc.constantFrom(
  ...['a', 'b', '_c', 'größe', 'x1', 'lambda', 'if', 'else', 'for', 'in', 'not', 'and', 'def'],
  ...['return', 'class', 'match', 'case', 'None', 'await', 'print', 'with', 'as', 'import', 'from'],
);
const number = fc.constantFrom('0', '1_0', '0x1F', '2.5', '.5', '1e3', '3j', '1.', '0b1', '0o7');
const string = fc.constantFrom(
  ...[`'a'`, `"b'"`, `r'\\d'`, `b"c"`, `'''d\n'e'''`, `"""f"""`, `'\\''`, `u'g'`, `Rb"h"`],
  ...[`f'{a}'`, `f"{a!r:>{b}} c"`, `rf"\\d{a[0]}"`, `f'''{a\n}'''`, `f"{{a}}"`, `f'{a=}'`],
);
const sign = fc.constantFrom(
  ...'+ - * / // ** @ % & | ^ ~ < > <= >= == != = += //= **= -> := . ... , : ; ( ) [ ] { }'.split(
    ' ',
  ),
);
const loose = fc.constantFrom(
  ' ',
  '  ',
  '\t',
  '\n',
  '\n    ',
  '\n\n',
  ' # why\n',
  ' \\\n',
  '"',
  "'",
  '\\',
  '!',
);

const atom = fc.oneof(fc.constantFrom('a', 'b', 'größe'), number, string);

/** Expressions and statements as they are written, most of them with a meaning. */
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'expression' },
    atom,
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '*', '//', 'and', 'not in', '<='),
        tie('expression'),
      )
      .map(([left, operator, right]) => `${left} ${operator} ${right}`),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([f, x]) => `(${f})(${x},\n key=${f})[${x}]`),
    tie('expression').map((value) => `[a for a in (${value}) if a]`),
    tie('expression').map((value) => `{ # why\n'k': ${value}, **b}`),
    tie('expression').map((value) => `f"{(${value.replaceAll('"', '')})}"`),
    tie('expression').map((value) => `(lambda a, *b, c=1: ${value})`),
  ),
}));
const statement = expression.chain((value) =>
  fc.constantFrom(
    `a = ${value}\n`,
    `if ${value}:\n    b += 1; a = ${value}\nelse: pass\n`,
    `def f(a: int = 1, *, b=${value}) -> None:\n\n    '''doc'''\n    return ${value}\n`,
    `for a, (b, *c) in [${value}]:\n\tprint(a) # b\n`,
    `match ${value}:\n  case [a, _]: pass\n`,
    `async def g():\n    with a as b, \\\n         b: yield ${value}\n`,
  ),
);

/** Text that looks like Python, and often is. */
export const pythonText: fc.Arbitrary<string> = fc.oneof(
  fc.array(statement, { maxLength: 4 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(word, number, string, sign, loose), { maxLength: 20 })
    .map((all) => all.join('')),
);
