function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

const SKIES = ['s', 's', 'c', 'c', 'g'];

export function generateInput() {
  const climbers = integer(2, 7);
  let weather = '';
  while (weather.length < 15) {
    const repeatsGale = weather.endsWith('g') && Math.random() < 0.4;
    weather += repeatsGale ? 'g' : SKIES[integer(0, SKIES.length - 1)];
  }
  return {
    climbers,
    rations: climbers * integer(14, 30) + integer(0, climbers),
    summit: integer(1900, 3900),
    weather: weather.slice(0, integer(10, 15)),
  };
}
