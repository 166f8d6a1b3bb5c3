import fc from 'fast-check';

const space = fc.constantFrom('', '', ' ', '\t', ' \\\n');
/** What may stand between tokens inside of brackets. */
const wideSpace = fc.constantFrom('', '', ' ', '\n', ' # ,)]}\n ', '\f');
const digits = fc.stringMatching(/^[1-9](?:_?\d){0,25}$/);
const sign = fc.constantFrom('', '', '-', '+', '- ');

const integer = fc
  .tuple(
    sign,
    fc.oneof(
      digits,
      fc.constantFrom('0', '00', '0_0', '9007199254740993', '18446744073709551617'),
      fc.stringMatching(/^0[xX](?:_?[0-9a-fA-F]){1,20}$/),
      fc.stringMatching(/^0[oO](?:_?[0-7]){1,20}$/),
      fc.stringMatching(/^0[bB](?:_?[01]){1,70}$/),
    ),
  )
  .map((parts) => parts.join(''));

const unsignedFloat = fc.oneof(
  fc.stringMatching(/^\d(?:_?\d){0,20}\.(?:\d(?:_?\d){0,20})?(?:[eE][+-]?\d{1,3})?$/),
  fc.stringMatching(/^\.\d(?:_?\d){0,20}(?:[eE][+-]?\d{1,3})?$/),
  fc.stringMatching(/^\d(?:_?\d){0,20}[eE][+-]?\d{1,3}$/),
  fc.double({ noNaN: true, min: 0, noDefaultInfinity: true }).map((value) => value.toExponential()),
);
const float = fc.tuple(sign, unsignedFloat).map((parts) => parts.join(''));
const complex = fc
  .tuple(sign, unsignedFloat, space, fc.constantFrom('+', '-'), space, unsignedFloat)
  .map((parts) => `${parts.join('')}j`);

const textEscape = fc.oneof(
  fc.constantFrom('\\n', "\\'", '\\"', '\\\\', '\\\n', '\\a', '\\v', '\\d', '\\0', '\\777', '\\é'),
  fc.stringMatching(/^\\x[0-9a-fA-F]{2}$/),
  fc.stringMatching(/^\\u[0-9a-fA-F]{4}$/),
  fc.stringMatching(/^\\U000[0-9a-fA-F]{5}$/),
  fc.stringMatching(/^\\[0-7]{1,3}$/),
);
const plain = fc.constantFrom('a', '1', ' ', '#', '{', ']', 'é', '😀', '\u2028', '\t');
const byteEscape = fc.constantFrom('\\n', '\\xff', '\\377', '\\u0041', '\\N{DASH}', '\\\\', '\\\n');
const bytePlain = fc.constantFrom('a', '1', ' ', '#', '~');

function quoted(prefixes: readonly string[], part: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const body = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''));
  return fc
    .tuple(fc.constantFrom(...prefixes), fc.constantFrom("'", '"', "'''", '"""'), body)
    .map(([prefix, quotes, text]) => `${prefix}${quotes}${text}${quotes}`);
}
const string = quoted(['', '', 'u', 'r', 'R'], fc.oneof(plain, textEscape));
const bytes = quoted(['b', 'B', 'rb', 'bR'], fc.oneof(bytePlain, byteEscape));

const scalar = fc.oneof(
  { weight: 3, arbitrary: integer },
  { weight: 3, arbitrary: float },
  { weight: 1, arbitrary: complex },
  { weight: 4, arbitrary: string },
  // With a space at least: two empty strings side by side begin a string of three quotes.
  { weight: 1, arbitrary: fc.tuple(string, space, string).map((parts) => parts.join(' ')) },
  { weight: 1, arbitrary: bytes },
  { weight: 2, arbitrary: fc.constantFrom('None', 'True', 'False', '...', 'set()') },
);

function listed(open: string, close: string, item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const items = fc.array(fc.tuple(wideSpace, item, wideSpace), { maxLength: 4 });
  return fc.tuple(items, fc.boolean()).map(([all, hasComma]) => {
    const text = all.map((parts) => parts.join('')).join(',');
    return `${open}${text}${hasComma && all.length > 0 ? ',' : ''}${close}`;
  });
}

/** Texts of Python literals, written in all the ways there are. */
export const pythonTexts: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    listed('[', ']', tie('value')),
    listed('(', ')', tie('value')),
    listed('{', '}', fc.oneof(integer, float, string)),
    listed(
      '{',
      '}',
      fc.tuple(scalar, wideSpace, tie('value')).map(([key, gap, value]) => {
        return `${key}${gap}:${gap}${value}`;
      }),
    ),
  ),
})).value;

const changes = ['', '', ',', '(', ']', '1', '_', '"', '\\', '-', 'b'] as const;

/** The same with one character changed, which mostly breaks them. */
export const brokenTexts: fc.Arbitrary<string> = fc
  .tuple(pythonTexts, fc.nat(), fc.constantFrom(...changes))
  .map(([text, place, character]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + character + text.slice(at + 1);
  })
  // Half a character is no text that Python could be given.
  .filter((text) => !/\p{Surrogate}/u.test(text));
