function roundTo(value, places) {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale + 0;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function twiceSignedArea(corners) {
  return sum(
    corners.map(([x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length];
      return x * nextY - nextX * y;
    }),
  );
}

export function adjustSurvey(legs) {
  const lengths = legs.map(([east, north]) => Math.hypot(east, north));
  const walked = sum(lengths);
  const errorEast = sum(legs.map(([east]) => east));
  const errorNorth = sum(legs.map(([, north]) => north));

  const corners = [];
  let x = 0;
  let y = 0;
  legs.forEach(([east, north], i) => {
    corners.push([roundTo(x, 1), roundTo(y, 1)]);
    const share = walked === 0 ? 0 : lengths[i] / walked;
    x += east - errorEast * share;
    y += north - errorNorth * share;
  });

  return {
    corners,
    area: roundTo(Math.abs(twiceSignedArea(corners)) / 2, 2),
    closingError: roundTo(Math.hypot(errorEast, errorNorth), 2),
  };
}
