import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardPlaces, createClaimBoard } from '../../src/sandbox/claim-board.js';

type Step = readonly ['begin' | 'takeAway', number];
const step = fc.tuple(
  fc.constantFrom('begin', 'takeAway'),
  fc.nat({ max: boardPlaces - 1 }),
) as fc.Arbitrary<Step>;

describe('a claim board', () => {
  it('gives each call to the worker or back to the pool, never to both', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 1000 }), (steps) => {
        const pool = createClaimBoard();
        const worker = createClaimBoard(pool.memory);
        const owners = new Map<number, string>();
        for (const [action, place] of steps) {
          const isWon = action === 'begin' ? worker.begin(place) : pool.takeAway(place);
          // The first to claim a place has it; all later claims fail.
          expect(isWon).toBe(!owners.has(place));
          if (isWon) owners.set(place, action);
          expect(pool.isBegun(place)).toBe(owners.get(place) === 'begin');
        }
      }),
    );
  });

  it('opens a place anew, whatever it was, and leaves the others as they are', () => {
    fc.assert(
      fc.property(fc.array(step), fc.nat({ max: boardPlaces - 1 }), (steps, opened) => {
        const board = createClaimBoard();
        for (const [action, place] of steps) board[action](place);
        const before = Array.from({ length: boardPlaces }, (_, place) => board.isBegun(place));
        board.open(opened);
        before[opened] = false;
        expect(before).toEqual(before.map((_, place) => board.isBegun(place)));
        expect(board.takeAway(opened)).toBe(true);
      }),
    );
  });

  it('goes on at its start after its last place', () => {
    const board = createClaimBoard();
    expect(board.begin(boardPlaces + 3)).toBe(true);
    expect(board.isBegun(3)).toBe(true);
    expect(board.takeAway(3)).toBe(false);
    expect(board.takeAway(boardPlaces - 1)).toBe(true);
    expect(board.begin(2 * boardPlaces - 1)).toBe(false);
  });

  it('counts calls that were begun, those taken away before included, and steps', () => {
    const board = createClaimBoard();
    board.takeAway(1);
    for (const place of [0, 1, 2]) board.begin(place);
    for (let i = 0; i < 5; i++) board.step();
    expect(board.progress()).toEqual({ begun: 3, steps: 5 });
    expect(createClaimBoard(board.memory).progress()).toEqual({ begun: 3, steps: 5 });
    expect([0, 1, 2].map(board.isBegun)).toEqual([true, false, true]);
  });

  it('counts on when a counter is full', () => {
    const board = createClaimBoard();
    const words = new Int32Array(board.memory);
    words.fill(2 ** 31 - 1, boardPlaces);
    const before = board.progress();
    board.step();
    board.begin(0);
    expect(board.progress().steps).not.toBe(before.steps);
    expect(board.progress().begun).not.toBe(before.begun);
    expect(board.isBegun(0)).toBe(true);
    expect(board.takeAway(1)).toBe(true);
  });
});
