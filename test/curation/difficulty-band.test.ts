import { describe, expect, it } from 'vitest';
import { type DifficultyBand, isInBand } from '../../src/curation/difficulty-band.js';

/** The rates in tenths that are inside. */
function tenthsInside(band?: DifficultyBand): readonly number[] {
  return Array.from({ length: 11 }, (_, tenths) => tenths).filter((tenths) =>
    isInBand({ rate: tenths / 10 }, band),
  );
}

describe('isInBand', () => {
  it.each<[string, DifficultyBand | undefined, readonly number[]]>([
    ['10 to 90 % by default', undefined, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['bounds that belong to it', { from: 0.3, to: 0.5 }, [3, 4, 5]],
    ['bounds that do not', { above: 0.3, below: 0.5 }, [4]],
    ['never and always dropped', { above: 0, below: 1 }, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['only a lower bound', { from: 0.8 }, [8, 9, 10]],
    ['only an upper bound', { below: 0.2 }, [0, 1]],
    ['bounds of both kinds', { above: 0, to: 0.2 }, [1, 2]],
    ['no bounds', {}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['nothing between its bounds', { from: 0.5, below: 0.5 }, []],
  ])('%s', (_, band, inside) => {
    expect(tenthsInside(band)).toEqual(inside);
  });

  it('holds nothing without a rate', () => {
    expect(isInBand({ rate: undefined })).toBe(false);
    expect(isInBand({}, {})).toBe(false);
  });

  it.each([
    [{ from: 10 }, 'band.from must be a number from 0 to 1, got 10'],
    [{ to: Number.NaN }, 'band.to must be a number from 0 to 1, got NaN'],
    [{ above: -1 }, 'band.above must be a number from 0 to 1, got -1'],
    [{ below: '1' as never }, 'band.below must be a number from 0 to 1, got "1"'],
  ])('refuses %j', (band, message) => {
    expect(() => isInBand({ rate: 0.5 }, band)).toThrow(new TypeError(message));
  });
});
