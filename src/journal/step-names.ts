/** Small numbers for the few kinds of steps that a journal has. */
export interface StepNames {
  codeOf(name: string): number;
  nameOf(code: number): string;
}

/** What fits beside a key in memory. */
const maximumNames = 64;

/** Makes an empty list of names. */
export function createStepNames(): StepNames {
  const names: string[] = [];
  const codes = new Map<string, number>();
  return {
    codeOf(name) {
      const known = codes.get(name);
      if (known !== undefined) return known;
      if (names.length === maximumNames) {
        throw new TypeError(`a journal has at most ${maximumNames} kinds of steps`);
      }
      codes.set(name, names.length);
      return names.push(name) - 1;
    },
    nameOf: (code) => names[code] ?? '',
  };
}
