// peat fire on the moor, 40 x 25, map from the ranger
//   node moorbrand.js map.txt [rounds] [wind]     wind e.g. "N3 N3 E1 - W2", repeats
// h heather  p peat  ~ water  . bare  T pine  # ditch  | burning: 1 2 3 (hot..dying)  s smoulder under the ground
const fs = require('fs');

var W = 40, H = 25;
var grid = [], heat = [], wet = [];
var round = 0, saved = 0, log = [];
const DIR = { N: [0, 1], S: [0, -1], E: [-1, 0], W: [1, 0] }; // wind FROM north pushes down

function load(txt) {
  const rows = txt.replace(/\r/g, '').split('\n');
  for (let y = 0; y < H; y++) {
    // short rows are filled with bare ground, long ones cut
    grid[y] = (rows[y] || '').padEnd(W, '.').slice(0, W).split('');
    heat[y] = new Array(W).fill(0);
    wet[y] = new Array(W).fill(0);
  }
  for (let y = 0; y < H; y++)
    for (let x = 0; x < W; x++) {
      if (grid[y][x] === '*') grid[y][x] = '1'; // old maps
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++)
          if (at(x + dx, y + dy) === '~' && Math.abs(dx) + Math.abs(dy) <= 2) wet[y][x]++;
    }
}

// left and right edge joined (the moor goes round the hill), top and bottom not
function at(x, y) {
  if (y < 0 || y >= H) return '#';
  return grid[y][(x + W) % W];
}

const need = { h: 3, p: 7, T: 9 };

function step(wind) {
  var next = grid.map(r => r.slice());
  const d = DIR[wind[0]];
  const force = d ? parseInt(wind.slice(1) || '1') : 0;
  var burning = 0;

  for (var y = 0; y < H; y++) {
    for (var x = 0; x < W; x++) {
      var c = grid[y][x];
      if (c >= '1' && c <= '3') {
        burning++;
        next[y][x] = c === '3' ? (wet[y][x] > 1 ? '.' : 's') : String(+c + 1);
        if (c === '3') heat[y][x] = 0;
        continue;
      }
      if (c === 's') {
        burning++;
        heat[y][x]++;
        // comes up again after 5 rounds, through whatever fuel is next to it
        if (heat[y][x] >= 5) {
          next[y][x] = '.';
          for (const [a, b] of [[0, -1], [1, 0], [0, 1], [-1, 0]])
            if (at(x + a, y + b) === 'p') { next[y + b][(x + a + W) % W] = 's'; break; }
        }
        continue;
      }
      if (!(c in need)) continue;
      let q = 0;
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const n = at(x + dx, y + dy);
          if (!dx && !dy) continue;
          if (n === '1') q += dx && dy ? 1 : 2;
          else if (n === '2') q += dx && dy ? 2 : 3;
          else if (n === '3') q += 1;
          else if (n === 's' && c === 'p') q += 1;
        }
      // sparks: fly `force` cells downwind, a ditch does not stop them, pines do
      for (let k = 2; d && k <= force; k++) {
        const n = at(x - d[0] * k, y - d[1] * k);
        if (n === 'T') break;
        if (n === '2') q += force - k + 1;
      }
      if (d && at(x - d[0], y - d[1]) === '2') q += force;
      heat[y][x] = q ? heat[y][x] + q : Math.max(0, heat[y][x] - 1); // updated in place, nobody reads the neighbour's
      if (heat[y][x] >= need[c] + wet[y][x]) {
        if (next[y][x] === c) next[y][x] = c === 'p' && wet[y][x] ? 's' : '1';
        heat[y][x] = 0;
      } else if (q && wet[y][x] > 3) saved++;
    }
  }
  grid = next;
  round++;
  return burning;
}

function show() {
  console.log('--- round ' + round + ' ---');
  console.log(grid.map(r => r.join('')).join('\n'));
}

load(fs.readFileSync(process.argv[2] || 'map.txt', 'utf8'));
var rounds = parseInt(process.argv[3]) || 30;
var winds = (process.argv[4] || 'W2').trim().split(/\s+/);
show();
while (round < rounds) {
  const n = step(winds[round % winds.length]);
  show();
  log.push(n);
  if (n == 0) { console.log('out after ' + round); break; }
}
const rest = grid.flat().reduce((m, c) => { m[c] = (m[c] || 0) + 1; return m; }, {});
console.log(JSON.stringify(rest), 'peak', Math.max(...log), 'saved by water', saved);
