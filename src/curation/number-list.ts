/** A growing list of integers from 0 to 2^32 - 1, of four bytes each. */
export interface NumberList {
  readonly length: number;
  push(value: number): void;
  /** Returns the numbers so far; what is pushed later is not among them. */
  toArray(): Uint32Array;
}

/** Makes an empty list of numbers. */
export function createNumberList(): NumberList {
  let room = new Uint32Array(256);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === room.length) {
        const larger = new Uint32Array(2 * length);
        larger.set(room);
        room = larger;
      }
      room[length++] = value;
    },
    // A view: a copy would double what a large list takes.
    toArray: () => room.subarray(0, length),
  };
}
