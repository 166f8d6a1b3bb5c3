const SHIFT_HOURS = { D: 8, E: 7, N: 10 };
const LONGEST_STREAK = 3;

class Nurse {
  constructor(index, limit) {
    this.label = 'ABCDEFGH'[index];
    this.limit = limit;
    this.hours = 0;
    this.streak = 0;
    this.today = '';
    this.yesterday = '';
  }

  startDay() {
    this.yesterday = this.today;
    this.today = '';
    if (this.yesterday === '') this.streak = 0;
  }

  canTake(shift) {
    const rested = this.yesterday !== 'N' || shift === 'N';
    const fits = this.hours + SHIFT_HOURS[shift] <= this.limit;
    return this.today === '' && rested && fits && this.streak < LONGEST_STREAK;
  }

  take(shift) {
    this.today = shift;
    this.hours += SHIFT_HOURS[shift];
    this.streak += 1;
  }
}

function pickNurse(nurses, shift) {
  return nurses
    .filter((nurse) => nurse.canTake(shift))
    .sort((a, b) => a.hours - b.hours || a.streak - b.streak || b.limit - a.limit)[0];
}

export function planRoster(days, limits) {
  const nurses = limits.map((limit, index) => new Nurse(index, limit));
  let agencyHours = 0;
  const roster = days.map((shifts) => {
    nurses.forEach((nurse) => nurse.startDay());
    const staff = [...shifts].map((shift) => {
      const nurse = pickNurse(nurses, shift);
      if (!nurse) {
        agencyHours += SHIFT_HOURS[shift];
        return '-';
      }
      nurse.take(shift);
      return nurse.label;
    });
    return staff.join('');
  });
  return { roster, hours: nurses.map((nurse) => nurse.hours), agencyHours };
}
