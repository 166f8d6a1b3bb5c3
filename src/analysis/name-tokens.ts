/** What a name is the name of; as the mark that its tokens begin with. */
const marks = { variable: '@', member: '.', label: ':', private: '#' } as const;

/** The kinds of names that a normal form renames. */
export type NameKind = keyof typeof marks;

/** Writes the token of a renamed name: the how-many-th of its kind the program comes to. */
export function nameToken(kind: NameKind, number: number): string {
  return `${marks[kind]}${number}`;
}

const allMarks: string = Object.values(marks).join('');

/**
 * Takes the number off a renamed name: with it, one new variable at the top of a program would
 * change every token after it.
 *
 * @param token - A token of `normalizeCode`.
 */
export function withoutNumber(token: string): string {
  const [mark = '', digit = ''] = token;
  return digit >= '0' && digit <= '9' && allMarks.includes(mark) ? mark : token;
}
