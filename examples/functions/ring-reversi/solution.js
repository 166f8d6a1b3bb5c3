const EMPTY = '.';
const rivalOf = (stone) => (stone === 'X' ? 'O' : 'X');

function freeFieldFrom(ring, wanted) {
  for (let shift = 0; shift < ring.length; shift++) {
    const field = (wanted + shift) % ring.length;
    if (ring[field] === EMPTY) return field;
  }
  return -1;
}

function enclosed(ring, field, direction, stone) {
  const run = [];
  for (let distance = 1; distance < ring.length; distance++) {
    const next = (field + direction * distance + ring.length) % ring.length;
    if (ring[next] === stone) return run;
    if (ring[next] === EMPTY) return [];
    run.push(next);
  }
  return [];
}

export function playRing(ring, moves) {
  const fields = [...ring];
  const score = { X: 0, O: 0 };
  let stone = 'X';

  for (const move of moves) {
    const field = freeFieldFrom(fields, move);
    if (field === -1) break;
    const right = enclosed(fields, field, 1, stone);
    const left = enclosed(fields, field, -1, stone);
    fields[field] = stone;
    for (const captured of [...right, ...left]) {
      fields[captured] = stone;
    }
    const flipped = right.length + left.length;
    score[stone] += flipped > 0 ? right.length ** 2 + left.length ** 2 : -1;
    if (flipped < 3) stone = rivalOf(stone);
  }

  return { ring: fields.join(''), score, toMove: stone };
}
