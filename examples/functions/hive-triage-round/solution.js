const ask = (sign, test, yes, no) => ({ sign, test, yes, no });

const dosesFor = (hive) => Math.ceil(hive.frames / 3);

const TREE = ask(
  'M',
  (hive, yard) => hive.mites + yard.alarm > 9,
  ask(
    'Q',
    (hive) => hive.queen === 'none',
    'dissolve',
    ask('D', (hive, yard) => yard.doses >= dosesFor(hive), 'treat', 'isolate'),
  ),
  ask(
    'S',
    (hive) => hive.stores < 2 * hive.frames,
    ask('F', (hive) => hive.frames < 5, 'unite', 'feed'),
    ask('B', (hive) => hive.frames > 9 && hive.queen === 'young', 'split', 'leave'),
  ),
);

const calm = (yard) => ({ ...yard, alarm: Math.max(0, yard.alarm - 1) });

const ACTIONS = {
  dissolve: (hive, yard) => ({
    ...yard,
    alarm: yard.alarm + 1,
    honey: yard.honey + Math.floor(hive.stores / 2),
  }),
  treat: (hive, yard) => calm({ ...yard, doses: yard.doses - dosesFor(hive) }),
  isolate: (hive, yard) => ({ ...yard, alarm: yard.alarm + 3 }),
  unite: (hive, yard) => ({ ...yard, guests: hive.frames }),
  feed: (hive, yard) => ({ ...yard, sugar: yard.sugar + 2 * hive.frames - hive.stores }),
  split: (hive, yard) => ({ ...yard, guests: Math.floor(hive.frames / 3) }),
  leave: (hive, yard) => calm({ ...yard, honey: yard.honey + hive.stores - 2 * hive.frames }),
};

function diagnose(hive, yard) {
  let node = TREE;
  let path = '';
  while (typeof node !== 'string') {
    const answer = node.test(hive, yard);
    path += answer ? node.sign : node.sign.toLowerCase();
    node = answer ? node.yes : node.no;
  }
  return { path, action: node };
}

export function inspectHives(hives, doses) {
  let yard = { doses, alarm: 0, guests: 0, sugar: 0, honey: 0 };
  const verdicts = hives.map((found) => {
    const hive = { ...found, frames: found.frames + yard.guests };
    yard = { ...yard, guests: 0 };
    const { path, action } = diagnose(hive, yard);
    yard = ACTIONS[action](hive, yard);
    return `${path}:${action}`;
  });
  return { verdicts, ...yard };
}
