interface Patient {
  arrives: number;
  level: number;
  takes: number;
}

class Doctor {
  clock = 0;
  private worked = 0;

  constructor(
    private readonly shift: number,
    private readonly pause: number,
  ) {}

  waitUntil(minute: number): void {
    this.clock = Math.max(this.clock, minute);
  }

  restIfDue(): void {
    if (this.worked >= this.shift) {
      this.clock += this.pause;
      this.worked = 0;
    }
  }

  treat(minutes: number): void {
    this.clock += minutes;
    this.worked += minutes;
  }
}

function mostUrgent(waiting: Patient[], now: number): Patient {
  const urgency = (patient: Patient) => patient.level * 12 + (now - patient.arrives);
  return waiting.reduce((best, patient) => (urgency(patient) > urgency(best) ? patient : best));
}

export function runClinic(patients: Patient[], shift: number, pause: number) {
  const doctor = new Doctor(shift, pause);
  const pending = new Set(patients);
  const starts = patients.map(() => 0);
  let longestWait = 0;
  let totalWait = 0;
  while (pending.size > 0) {
    doctor.restIfDue();
    doctor.waitUntil(Math.min(...[...pending].map((patient) => patient.arrives)));
    const present = [...pending].filter((patient) => patient.arrives <= doctor.clock);
    const next = mostUrgent(present, doctor.clock);
    pending.delete(next);
    const wait = doctor.clock - next.arrives;
    starts[patients.indexOf(next)] = doctor.clock;
    longestWait = Math.max(longestWait, wait);
    totalWait += wait;
    doctor.treat(next.takes);
  }
  return { starts, totalWait, longestWait, closes: doctor.clock };
}
