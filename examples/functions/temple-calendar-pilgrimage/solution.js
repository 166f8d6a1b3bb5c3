const LEAP_MONTH_LENGTH = 30;

const isLeap = (year) => (7 * year + 1) % 19 < 7;
const leapFollows = (year) => (year % 12) + 1;

function monthsOf(year) {
  const months = [];
  for (let number = 1; number <= 12; number++) {
    months.push({ label: `${number}`, length: number % 2 === 1 ? 30 : 29 });
    if (isLeap(year) && number === leapFollows(year)) {
      months.push({ label: `${number}b`, length: LEAP_MONTH_LENGTH });
    }
  }
  return months;
}

class TempleDay {
  constructor(year, month, day) {
    this.year = year;
    this.months = monthsOf(year);
    this.position = this.months.findIndex(({ label }) => label === `${month}`);
    this.day = day;
  }

  advance(days) {
    this.day += days;
    while (this.day > this.months[this.position].length) {
      this.day -= this.months[this.position].length;
      this.position++;
      if (this.position === this.months.length) {
        this.year++;
        this.months = monthsOf(this.year);
        this.position = 0;
      }
    }
  }

  toString() {
    return `${this.year}/${this.months[this.position].label}/${this.day}`;
  }
}

export function followPilgrim(year, month, day, stages) {
  const today = new TempleDay(year, month, day);
  let rested = 0;
  const arrivals = stages.map((days) => {
    today.advance(days);
    const arrival = today.toString();
    const rest = today.day % 5 === 0 ? 3 : today.day % 2;
    today.advance(rest);
    rested += rest;
    return arrival;
  });
  return { arrivals, departure: today.toString(), rested };
}
