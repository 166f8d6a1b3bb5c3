import * as d3 from 'd3-array';

export const functions = {
  ...d3,
  permute: (values) => d3.permute(values, d3.range(values.length).reverse()),
  shuffler: (values) => d3.shuffler(() => 0.4)(values.slice()),
  bins: (values) =>
    d3
      .bin()(values)
      .map((bin) => [bin.x0, bin.x1, ...bin]),
  fcumsum: (values) => [...d3.fcumsum(values)],
  cumsum: (values) => [...d3.cumsum(values)],
  rank: (values) => [...d3.rank(values)],
  blur: (values) => d3.blur(values.slice(), 1),
  sorted: (values) => d3.sort(values, d3.descending),
  groupSizes: (values) =>
    d3.rollup(
      values,
      (all) => all.length,
      (x) => Math.sign(x),
    ),
  group: (rows) =>
    d3.group(
      rows,
      (row) => row.group,
      (row) => row.tags.length,
    ),
  rollups: (rows) =>
    d3.rollups(
      rows,
      (all) => d3.sum(all, (row) => row.score),
      (row) => row.group,
    ),
  groupSort: (rows) =>
    d3.groupSort(
      rows,
      (all) => d3.median(all, (row) => row.score),
      (row) => row.group,
    ),
  index: (rows) => d3.index(rows.slice(0, 1), (row) => row.id),
  bisect: (values, x) => [
    d3.bisectLeft(values, x),
    d3.bisectRight(values, x),
    d3.bisectCenter(values, x),
  ],
};
