/** What is kept of a key in memory. */
interface KeyEntry {
  /** Where its last line begins; undefined when it has none. */
  readonly offset: number | undefined;
  /** A small number for the kind of that line. */
  readonly step: number;
  readonly isClaimed: boolean;
}

/** Millions of keys in memory, each in some 30 bytes: known by 96 bits of a hash. */
export interface KeyTable {
  readonly size: number;
  get(key: string): KeyEntry | undefined;
  /**
   * Notes the last line of a key.
   *
   * @param step - Below 64.
   * @returns Where the one before begins; undefined when there was none.
   */
  setLast(key: string, offset: number, step: number): number | undefined;
  /** Claims a key; false when it is claimed already. */
  claim(key: string): boolean;
}

const shardCount = 256;
const firstCapacity = 16;
const occupied = 128;
const claimed = 64;
const stepMask = 63;
const noOffset = -1;

/** One part of the table: growing it copies only this part. */
interface Shard {
  hashes: Uint32Array;
  offsets: Float64Array;
  flags: Uint8Array;
  used: number;
}

/** Makes an empty table. */
export function createKeyTable(): KeyTable {
  const shards: (Shard | undefined)[] = Array(shardCount).fill(undefined);
  const hash = new Uint32Array(3);
  let size = 0;

  const findSlot = (key: string): { shard: Shard; slot: number } => {
    hashKey(key, hash);
    const index = (hash[0] as number) >>> 24;
    let shard = shards[index];
    if (shard === undefined) {
      shard = createShard(firstCapacity);
      shards[index] = shard;
    }
    return { shard, slot: probe(shard, hash) };
  };
  /** The slot of a key that is put in if it is not there. */
  const ensureSlot = (key: string): { shard: Shard; slot: number } => {
    let { shard, slot } = findSlot(key);
    if (shard.flags[slot] !== 0) return { shard, slot };
    if (shard.used + 1 > shard.flags.length * 0.8) {
      grow(shard);
      slot = probe(shard, hash);
    }
    shard.hashes.set(hash, slot * 3);
    shard.offsets[slot] = noOffset;
    shard.flags[slot] = occupied;
    shard.used++;
    size++;
    return { shard, slot };
  };
  return {
    get size() {
      return size;
    },
    get(key) {
      const { shard, slot } = findSlot(key);
      const flags = shard.flags[slot] as number;
      if (flags === 0) return undefined;
      const offset = shard.offsets[slot] as number;
      return {
        offset: offset === noOffset ? undefined : offset,
        step: flags & stepMask,
        isClaimed: (flags & claimed) !== 0,
      };
    },
    setLast(key, offset, step) {
      const { shard, slot } = ensureSlot(key);
      const before = shard.offsets[slot] as number;
      shard.offsets[slot] = offset;
      shard.flags[slot] = ((shard.flags[slot] as number) & ~stepMask) | step;
      return before === noOffset ? undefined : before;
    },
    claim(key) {
      const { shard, slot } = ensureSlot(key);
      const flags = shard.flags[slot] as number;
      if ((flags & claimed) !== 0) return false;
      shard.flags[slot] = flags | claimed;
      return true;
    },
  };
}

function createShard(capacity: number): Shard {
  return {
    hashes: new Uint32Array(capacity * 3),
    offsets: new Float64Array(capacity),
    flags: new Uint8Array(capacity),
    used: 0,
  };
}

/** Finds the slot of a hash, or the empty one where it would go. */
function probe({ hashes, flags }: Shard, hash: Uint32Array): number {
  const mask = flags.length - 1;
  let slot = (hash[1] as number) & mask;
  while (flags[slot] !== 0) {
    const at = slot * 3;
    if (hashes[at] === hash[0] && hashes[at + 1] === hash[1] && hashes[at + 2] === hash[2]) break;
    slot = (slot + 1) & mask;
  }
  return slot;
}

function grow(shard: Shard): void {
  const larger = createShard(shard.flags.length * 2);
  for (let slot = 0; slot < shard.flags.length; slot++) {
    if (shard.flags[slot] === 0) continue;
    const hash = shard.hashes.subarray(slot * 3, slot * 3 + 3);
    const place = probe(larger, hash);
    larger.hashes.set(hash, place * 3);
    larger.offsets[place] = shard.offsets[slot] as number;
    larger.flags[place] = shard.flags[slot] as number;
  }
  shard.hashes = larger.hashes;
  shard.offsets = larger.offsets;
  shard.flags = larger.flags;
}

/** Three lanes of multiply and shift with constants of their own, each fed with the others' state. */
function hashKey(key: string, hash: Uint32Array): void {
  let a = 0x9e3779b1;
  let b = 0x85ebca77;
  let c = 0xc2b2ae3d;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x2c1b3c6d) + (c >>> 7);
    b = Math.imul(b ^ unit, 0x297a2d39) + (a >>> 11);
    c = Math.imul(c ^ unit, 0x1b56c4e9) + (b >>> 5);
  }
  hash[0] = finish(a ^ key.length);
  hash[1] = finish(b ^ (a >>> 16));
  hash[2] = finish(c ^ (b >>> 16));
}

/** Spreads every bit over all others (the last step of MurmurHash3). */
function finish(lane: number): number {
  let mixed = lane;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
