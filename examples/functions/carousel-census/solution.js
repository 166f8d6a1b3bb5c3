function nextGeneration([young, grown, old]) {
  return [
    3 * grown + old,
    Math.floor(young / 2) + Math.floor(grown / 4),
    Math.floor((2 * grown) / 3) + Math.floor(old / 3),
  ];
}

function total(families) {
  return families.reduce((sum, count) => sum + count, 0);
}

export function countCarousel(families, years, plague) {
  const modulus = Math.floor(plague / 10);
  const plagueYears = [];
  let current = families;
  let peak = 0;
  for (let year = 1; year <= years; year++) {
    current = nextGeneration(current);
    if (total(current) > plague) {
      plagueYears.push(year);
      current = current.map((count) => count % modulus);
    }
    peak = Math.max(peak, total(current));
  }
  return { families: current, plagueYears, peak };
}
