function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function randomRow(length) {
  let colour = Math.random() < 0.5 ? 'a' : 'b';
  let row = '';
  while (row.length < length) {
    row += Math.random() < 0.3 ? '.' : colour;
    if (Math.random() < 0.8) {
      colour = colour === 'a' ? 'b' : 'a';
    }
  }
  return row;
}

function possibleHops(row) {
  const toTheRight = row.match(/(?=(ab|ba)\.)/g) ?? [];
  const toTheLeft = row.match(/(?=\.(ab|ba))/g) ?? [];
  return toTheRight.length + toTheLeft.length;
}

export function generateInput() {
  const length = integer(8, 11);
  const wantedHops = Math.random() < 0.1 ? 1 : integer(2, 4);
  let row = randomRow(length);
  for (let attempt = 0; attempt < 50 && possibleHops(row) < wantedHops; attempt++) {
    row = randomRow(length);
  }
  return { row };
}
