const EXHAUSTED = 5;
const THIN_AIR_ABOVE = 1500;
const DESCENT_PER_DAY = 900;
const SLIDE = 130;

const CLIMBING = {
  s: { metres: 490, lossPerFatigue: 35, tires: 2 },
  c: { metres: 310, lossPerFatigue: 20, tires: 1 },
};

function heightGain({ metres, lossPerFatigue }, fatigue, height) {
  const gain = metres - lossPerFatigue * fatigue;
  return height > THIN_AIR_ABOVE ? Math.floor(gain * 0.75) : gain;
}

export function pushForSummit(climbers, rations, summit, weather) {
  let height = 0;
  let stock = rations;
  let fatigue = 0;
  let log = '';

  for (let day = 0; day < weather.length && height < summit; day++) {
    const reserve = climbers * (2 + Math.ceil(height / DESCENT_PER_DAY));
    if (stock < reserve) {
      log += 'B';
      break;
    }
    const gale = weather[day] === 'g';
    if (gale || fatigue >= EXHAUSTED) {
      const relief = fatigue >= EXHAUSTED ? 3 : 2;
      fatigue = Math.max(0, fatigue - relief);
      stock -= climbers;
      if (gale && weather[day - 1] === 'g') {
        height = Math.max(0, height - SLIDE);
      }
      log += 'R';
    } else {
      const style = CLIMBING[weather[day]];
      height = Math.min(summit, height + heightGain(style, fatigue, height));
      fatigue += style.tires;
      stock -= 2 * climbers;
      log += 'C';
    }
  }
  return { log, height, rations: stock, fatigue };
}
