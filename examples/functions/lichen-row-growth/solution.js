function bitAt(rule, position) {
  return Math.floor(rule / 2 ** position) % 2;
}

function nextYear(stones, rule) {
  const count = stones.length;
  return stones.map((stone, place) => {
    const left = stones[(place + count - 1) % count];
    const right = stones[(place + 1) % count];
    return bitAt(rule, 4 * left + 2 * stone + right);
  });
}

export function growLichen(row, rule, years) {
  let stones = [...row].map((letter) => (letter === '#' ? 1 : 0));
  const covered = [];
  let changes = 0;
  for (let year = 0; year < years; year++) {
    const grown = nextYear(stones, rule);
    changes += grown.filter((stone, place) => stone !== stones[place]).length;
    stones = grown;
    covered.push(stones.filter((stone) => stone === 1).length);
  }
  return { row: stones.map((stone) => (stone === 1 ? '#' : '.')).join(''), covered, changes };
}
