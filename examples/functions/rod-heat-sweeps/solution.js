const toHundredths = (value) => Math.round(value * 100) / 100 + 0;

function relaxedHeat(heats, gauges, index, boldness) {
  const left = gauges[index - 1].conductivity;
  const right = gauges[index + 1].conductivity;
  const balance = (left * heats[index - 1] + right * heats[index + 1]) / (left + right);
  return toHundredths(heats[index] + boldness * (balance - heats[index]));
}

function innerIndices(count, backwards) {
  const indices = Array.from({ length: count - 2 }, (_, offset) => offset + 1);
  return backwards ? indices.reverse() : indices;
}

function sweep(heats, gauges, backwards, boldness) {
  let largestChange = 0;
  for (const index of innerIndices(heats.length, backwards)) {
    const heat = relaxedHeat(heats, gauges, index, boldness);
    largestChange = Math.max(largestChange, toHundredths(Math.abs(heat - heats[index])));
    heats[index] = heat;
  }
  return largestChange;
}

export function settleRod(gauges, boldness, sweepLimit, calm) {
  const heats = gauges.map((gauge) => gauge.heat);
  const changes = [];
  while (changes.length < sweepLimit) {
    const backwards = changes.length % 2 === 1;
    const change = sweep(heats, gauges, backwards, boldness);
    changes.push(change);
    if (change <= calm) {
      break;
    }
  }
  return { heats, changes };
}
