const LOOSENING = 0.1;

const toHundredths = (value) => Math.round(value * 100) / 100 + 0;

function summarise(readings) {
  const total = readings.reduce((sum, reading) => sum + reading, 0);
  const mean = toHundredths(total / readings.length);
  const squares = readings.reduce((sum, reading) => sum + (reading - mean) ** 2, 0);
  return { mean, spread: toHundredths(Math.sqrt(squares / readings.length)) };
}

function indexOfFarthest(readings, mean) {
  let farthest = 0;
  readings.forEach((reading, index) => {
    if (Math.abs(reading - mean) > Math.abs(readings[farthest] - mean)) {
      farthest = index;
    }
  });
  return farthest;
}

export function clipReadings(readings, tolerance, keepAtLeast) {
  const kept = [...readings];
  const rejected = [];
  let limit = tolerance;
  let summary = summarise(kept);
  while (kept.length > keepAtLeast) {
    const candidate = indexOfFarthest(kept, summary.mean);
    const deviation = Math.abs(kept[candidate] - summary.mean);
    if (deviation <= limit * summary.spread) {
      break;
    }
    rejected.push(...kept.splice(candidate, 1));
    limit += LOOSENING;
    summary = summarise(kept);
  }
  const standardError = toHundredths(summary.spread / Math.sqrt(kept.length));
  return { ...summary, standardError, rejected };
}
