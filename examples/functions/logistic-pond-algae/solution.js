const WHOLE = 10000;
const KEEPER_ABOVE = 9000;

function grow(cover, vigour) {
  const product = vigour * cover * (WHOLE - cover);
  return Math.round(product / (100 * WHOLE));
}

function tend(cover, netting) {
  return cover > KEEPER_ABOVE ? Math.max(0, cover - netting) : cover;
}

export function followAlgae(cover, vigour, weeks, netting) {
  let current = cover;
  let lowest = WHOLE;
  let lowWeek = 0;
  let sum = 0;
  for (let week = 1; week <= weeks; week++) {
    current = tend(grow(current, vigour), netting);
    sum += current;
    if (current < lowest) {
      lowest = current;
      lowWeek = week;
    }
  }
  return { cover: current, lowWeek, sum };
}
