import * as R from 'ramda';

export const functions = {
  ...R,
  sortWith: (rows) => R.sortWith([R.descend(R.prop('score')), R.ascend(R.prop('name'))], rows),
  pipe: (values) =>
    R.pipe(
      R.filter((x) => x > 0),
      R.map(R.inc),
      R.sum,
    )(values),
  transduce: (values) =>
    R.transduce(R.compose(R.map(R.add(1)), R.take(3)), R.flip(R.append), [], values),
  lens: (row) => R.over(R.lensPath(['name']), R.toUpper, row),
  curry: (a, b, c) => R.curry((x, y, z) => [x, y, z])(a)(R.__, c)(b),
  countBy: (values) => R.countBy(Math.floor, values),
  groupBy: (rows) => R.groupBy(R.prop('group'), rows),
  indexBy: (rows) => R.indexBy(R.prop('id'), rows),
  sort: (values) => R.sort(R.subtract, values),
  aggregate: (rows) => R.reduceBy((all, { name }) => all.concat(name), [], R.prop('group'), rows),
  scan: (values) => R.scan(R.add, 0, values),
  evolve: (row) => R.evolve({ score: R.negate, name: R.toUpper }, row),
  where: (row) => R.where({ id: R.lt(5), group: R.includes(R.__, ['red', 'blue']) }, row),
};
