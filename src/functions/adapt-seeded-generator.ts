/**
 * Makes an input generator of one that draws from a generator of random numbers,
 * `generate_inputs(rng)`. As where it comes from, it sees what the code of its function defines and
 * imports, and `Random`; most of it needs that only for the type of `rng`.
 *
 * @param code - The code of the function.
 * @param generator - A Python program that defines `generate_inputs(rng)`.
 * @returns A program that defines `generate_input()`.
 */
export function adaptSeededGenerator(code: string, generator: string): string {
  return `${code}\n\nfrom random import Random\n\n${generator}\n${adapter}`;
}

/** Imports for itself: the code before it may have given the name to something else. */
const adapter = `
def generate_input():
    import random
    return generate_inputs(random.Random(random.getrandbits(64)))
`;
