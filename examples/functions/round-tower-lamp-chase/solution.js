const BRIGHTNESS_LEVELS = 3;

function press(lamps, floor, window, times) {
  const width = lamps[floor].length;
  const affected = [
    [floor, window],
    [floor - 1, window],
    [floor + 1, window],
    [floor, (window + 1) % width],
    [floor, (window + width - 1) % width],
  ];
  for (const [row, column] of affected) {
    if (row >= 0 && row < lamps.length) {
      lamps[row][column] = (lamps[row][column] + times) % BRIGHTNESS_LEVELS;
    }
  }
}

function pressesToDarken(brightness) {
  return (BRIGHTNESS_LEVELS - brightness) % BRIGHTNESS_LEVELS;
}

export function chaseLamps(floors) {
  const lamps = floors.map((floor) => [...floor].map(Number));
  const presses = [];
  for (let floor = 1; floor < lamps.length; floor++) {
    const pressed = lamps[floor - 1].map(pressesToDarken);
    pressed.forEach((times, window) => press(lamps, floor, window, times));
    presses.push(pressed.join(''));
  }
  const groundFloor = lamps[lamps.length - 1];
  return {
    presses,
    groundFloor: groundFloor.join(''),
    glow: groundFloor.reduce((sum, brightness, window) => sum + brightness * (window + 1), 0),
  };
}
