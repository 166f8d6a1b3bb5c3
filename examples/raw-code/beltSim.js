'use strict';
const { EventEmitter } = require('events');

// luggage belt: bags drop onto a round belt with N slots, people pick them up

class Belt extends EventEmitter {
  constructor(slots, opts) {
    super();
    this.slots = new Array(slots).fill(null);
    this.offset = 0;
    this.tick = 0;
    this.waiting = [];
    this.opts = Object.assign({ chute: 0, limit: 200, tickMs: 1 }, opts);
    this.picked = 0;
    this.heavy = 0;
  }

  at(pos) {
    const n = this.slots.length;
    return (((pos - this.offset) % n) + n) % n;
  }

  push(bag) {
    this.waiting.push(bag);
    this.emit('queued', bag, this.waiting.length);
  }

  step() {
    this.tick++;
    // belt slows down when overloaded: moves only every 2nd tick
    const load = this.slots.reduce((s, b) => s + (b ? b.kg : 0), 0);
    const slow = load > this.opts.limit;
    if (!slow || this.tick % 2 === 0) this.offset = (this.offset + 1) % this.slots.length;
    if (slow) this.heavy++;

    const i = this.at(this.opts.chute);
    if (this.waiting.length) {
      if (this.slots[i] === null) {
        const b = this.waiting.shift();
        b.since = this.tick;
        this.slots[i] = b;
        this.emit('drop', b);
      } else {
        this.emit('blocked', this.slots[i]);
      }
    }
    for (let p = 0; p < this.slots.length; p++) {
      const b = this.slots[this.at(p)];
      if (b) this.emit('pass', p, b, () => {
        this.slots[this.at(p)] = null;
        this.picked++;
        this.emit('picked', b, this.tick - b.since);
      });
    }
    if (!this.waiting.length && this.slots.every((s) => s === null)) return this.emit('empty', this.tick);
    if (this.tick > 5000) return this.emit('error', new Error('nobody fetches the rest'));
    setTimeout(() => this.step(), this.opts.tickMs);
  }
}

function run(bags, people, cb) {
  const belt = new Belt(24, { chute: 3 });
  const stats = { blocked: 0, longest: 0, order: [], wait: 0 };
  // a person stands at pos, arrives at tick `from`, takes own bags; needs `rest` ticks after each
  const busy = {};
  belt.on('pass', (p, b, take) => {
    const who = people.find((x) => x.name === b.owner);
    if (!who || who.pos !== p || belt.tick < who.from) return;
    if ((busy[who.name] || 0) > belt.tick) return; // hands full
    busy[who.name] = belt.tick + (b.kg > 20 ? 5 : 2);
    take();
  });
  belt.on('blocked', () => stats.blocked++);
  belt.on('picked', (b, t) => {
    stats.order.push(b.id);
    stats.wait += t;
    if (t > stats.longest) stats.longest = t;
  });
  belt.on('error', (e) => cb(e));
  belt.on('empty', (t) => cb(null, Object.assign(stats, { ticks: t, slow: belt.heavy })));
  bags.forEach((b) => belt.push(b));
  belt.step();
}

const people = [
  { name: 'tall', pos: 9, from: 0 },
  { name: 'family', pos: 15, from: 20 },
  { name: 'band', pos: 1, from: 11 },
];
const bags = [];
for (let i = 0; i < 30; i++) bags.push({ id: i, owner: people[(i * i + 1) % 3].name, kg: 8 + ((i * 7) % 19) });

run(bags, people, (err, res) => {
  if (err) return console.error(err.message);
  console.log(JSON.stringify(res));
});

module.exports = { Belt, run };
