const CONSUMED = { K: 1, P: 1, Y: 0, T: 2 };

function parseGroup(notation, start) {
  let row = '';
  let position = start;
  while (position < notation.length && notation[position] !== ')') {
    let unit = notation[position];
    position += 1;
    if (unit === '(') {
      const inner = parseGroup(notation, position);
      unit = inner.row;
      position = inner.end + 1;
    }
    const times = Number(notation[position]);
    position += 1;
    row += repeatMirrored(unit, times);
  }
  return { row, end: position };
}

function repeatMirrored(unit, times) {
  const mirrored = [...unit].reverse().join('');
  let row = '';
  for (let round = 1; round <= times; round++) {
    row += round % 2 === 1 ? unit : mirrored;
  }
  return row;
}

function shorten(row) {
  return row.replace(/(.)\1*/g, (run, stitch) => stitch + run.length);
}

export function knitRow(notation, marker) {
  const { row } = parseGroup(notation, 0);
  const before = [...row].reduce((sum, stitch) => sum + CONSUMED[stitch], 0);
  const markers = [];
  let worked = 0;
  [...row].forEach((stitch, index) => {
    const passed = Math.floor((worked + CONSUMED[stitch]) / marker) - Math.floor(worked / marker);
    worked += CONSUMED[stitch];
    if (passed > 0) markers.push(index + 1);
  });
  return { row: shorten(row), before, after: row.length, markers };
}
