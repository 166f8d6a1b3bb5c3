// mixtape maker, side A / side B
// needs: npm i lodash
var _ = require('lodash');

var songs = [
  { t: 'Rain on tin', s: 215, bpm: 92 },
  { t: 'Second floor', s: 187, bpm: 128 },
  { t: 'Paper boats', s: 264, bpm: 76 },
  { t: 'Kettle', s: 143, bpm: 140 },
  { t: 'No map', s: 301, bpm: 110 },
  { t: 'Left shoe', s: 226, bpm: 104 },
  { t: 'Snowplough', s: 198, bpm: 122 },
  { t: 'Low battery', s: 252, bpm: 88 },
  { t: 'Hum', s: 95, bpm: 60 },
  { t: 'Yellow bus', s: 274, bpm: 118 },
];
var SIDE = 1380 - 30; // 23 min minus leader tape
var GAP = 3;

// best filling of one side. dp over seconds, remembers bitmask
function fill(list, max, cb) {
  setTimeout(function () {
    if (list.length > 30) return cb(new Error('too many songs'));
    var best = { 0: 0 };
    list.forEach(function (x, i) {
      var keys = _.map(_.keys(best), Number);
      keys.sort(function (a, b) { return b - a; });
      keys.forEach(function (k) {
        var n = k + x.s + GAP;
        if (n <= max + GAP && best[n] === undefined) best[n] = best[k] | (1 << i);
      });
    });
    var m = _.max(_.map(_.keys(best), Number));
    cb(null, m === 0 ? 0 : m - GAP, _.filter(list, function (x, i) { return best[m] & (1 << i); }));
  }, 0);
}

// order so the tempo does not jump: start slow, go up taking every 2nd, come down with the others
function arch(l) {
  var srt = _.sortBy(l, ['bpm', 't']);
  var up = [], down = [];
  for (var i = 0; i < srt.length; i++) (i % 2 ? down : up).push(srt[i]);
  return up.concat(down.reverse());
}

function jumps(l) {
  var x = 0;
  for (var i = 1; i < l.length; i++) {
    var d = Math.abs(l[i].bpm - l[i - 1].bpm);
    // double tempo is fine for the ear
    var r = Math.max(l[i].bpm, l[i - 1].bpm) / Math.min(l[i].bpm, l[i - 1].bpm);
    if (Math.abs(r - 2) < 0.08) d = 0;
    x += d > 20 ? d * 2 : d;
  }
  return x;
}

function mm(s) {
  return Math.floor(s / 60) + ':' + ('0' + (s % 60)).slice(-2);
}

var id = 'TAPE-' + Math.floor(Math.random() * 9000 + 1000);
console.log(id, 'tonights teaser:', _.sample(songs).t); // printed on the label, just for fun

// songs = _.shuffle(songs);   // old version, was different each time
songs = _.sortBy(_.shuffle(songs), 't');

fill(songs, SIDE, function (err, lenA, a) {
  if (err) throw err;
  var rest = _.difference(songs, a);
  fill(rest, SIDE, function (err2, lenB, b) {
    if (err2) throw err2;
    [['A', a, lenA], ['B', b, lenB]].forEach(function (q) {
      var o = arch(q[1]);
      console.log('--- side ' + q[0] + ' ' + mm(q[2]) + ' (' + mm(SIDE - q[2]) + ' free) jumps ' + jumps(o));
      _.each(o, function (z, n) { console.log(n + 1 + '. ' + z.t + ' ' + mm(z.s) + ' @' + z.bpm); });
    });
    var no = _.difference(rest, b);
    if (no.length) console.log('does not fit: ' + _.map(no, 't').join(', '));
  });
});
