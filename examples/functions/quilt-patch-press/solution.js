const COLOURS = 'abcd';

function cutRows(patches, width) {
  const rows = [];
  for (let start = 0; start < patches.length; start += width) {
    rows.push(patches.slice(start, start + width).padEnd(width, 'a'));
  }
  return rows;
}

const snake = (rows) =>
  rows.map((row, index) => (index % 2 === 1 ? [...row].reverse().join('') : row));

const nextColour = (colour) => COLOURS[(COLOURS.indexOf(colour) + 1) % COLOURS.length];

function dyeRow(row) {
  let dyed = '';
  for (const patch of row) {
    dyed += dyed.endsWith(patch) ? nextColour(patch) : patch;
  }
  return dyed;
}

function quarterTurn(rows) {
  return [...rows[0]].map((_, column) =>
    rows
      .map((row) => row[column])
      .reverse()
      .join(''),
  );
}

function turnAndDye(rows, turns) {
  let cloth = rows;
  for (let turn = 0; turn < turns; turn++) {
    cloth = quarterTurn(cloth).map(dyeRow);
  }
  return cloth;
}

function tally(rows) {
  const all = rows.join('');
  return [...COLOURS].map((colour) => all.split(colour).length - 1);
}

export function pressQuilt(patches, width, turns) {
  const cloth = turnAndDye(snake(cutRows(patches, width)), turns);
  return { cloth, tally: tally(cloth) };
}
