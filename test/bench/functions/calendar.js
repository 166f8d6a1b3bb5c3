/** The weekday and the date some days after a date of the Gregorian calendar. */
export function mainSolution(year, month, day, later) {
  const isLeap = (y) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const daysIn = (y, m) => [31, isLeap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1];
  let y = year;
  let m = month;
  let d = day + later;
  while (d > daysIn(y, m)) {
    d -= daysIn(y, m);
    m += 1;
    if (m > 12) {
      m = 1;
      y += 1;
    }
  }
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const base = m < 3 ? y - 1 : y;
  const leaps = Math.floor(base / 4) - Math.floor(base / 100) + Math.floor(base / 400);
  const weekday = names[(base + leaps + offsets[m - 1] + d) % 7];
  return { weekday, date: [y, m, d] };
}
