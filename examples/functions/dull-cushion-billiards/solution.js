function tenths(value) {
  return Math.round(value * 10) / 10 + 0;
}

function timeToCushion(position, speed, size) {
  if (speed === 0) return Infinity;
  return ((speed > 0 ? size : 0) - position) / speed;
}

function rebound(speed, bounciness) {
  return (-speed * bounciness) / 100 + 0;
}

export function rollBall(width, height, start, push, bounciness, bounces) {
  let [x, y] = start;
  let [speedX, speedY] = push;
  const hits = [];
  let travelled = 0;
  let pocketed = false;

  while (hits.length < bounces && !pocketed && (speedX !== 0 || speedY !== 0)) {
    const timeX = timeToCushion(x, speedX, width);
    const timeY = timeToCushion(y, speedY, height);
    const time = Math.min(timeX, timeY);
    const nextX = tenths(x + speedX * time);
    const nextY = tenths(y + speedY * time);
    travelled += Math.abs(nextX - x) + Math.abs(nextY - y);
    [x, y] = [nextX, nextY];
    hits.push([x, y]);

    const inCorner = (x === 0 || x === width) && (y === 0 || y === height);
    if (inCorner) {
      pocketed = true;
    } else if (timeX < timeY) {
      speedX = rebound(speedX, bounciness);
    } else {
      speedY = rebound(speedY, bounciness);
    }
  }
  return { hits, travelled: tenths(travelled), outcome: pocketed ? 'pocketed' : 'on the table' };
}
