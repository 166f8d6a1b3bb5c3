interface Job {
  arrives: number;
  minutes: number;
}

interface Worker {
  readonly id: number;
  readonly arrives: number;
  left: number;
  turn: number;
}

export function shareSaw(jobs: Job[], turn: number, setup: number) {
  const upcoming: Worker[] = jobs
    .map((job, id) => ({ id, arrives: job.arrives, left: job.minutes, turn }))
    .sort((a, b) => a.arrives - b.arrives);
  const queue: Worker[] = [];
  const finished = jobs.map(() => 0);
  let clock = 0;
  let setups = 0;
  let lastUser = -1;

  const admitArrivals = () => {
    while (upcoming.length > 0 && upcoming[0].arrives <= clock) {
      queue.push(...upcoming.splice(0, 1));
    }
  };

  admitArrivals();
  while (queue.length > 0 || upcoming.length > 0) {
    const worker = queue.shift();
    if (worker === undefined) {
      clock = upcoming[0].arrives;
      admitArrivals();
      continue;
    }
    if (worker.id !== lastUser) {
      clock += setup;
      setups += 1;
      lastUser = worker.id;
    }
    const used = Math.min(worker.turn, worker.left);
    clock += used;
    worker.left -= used;
    admitArrivals();
    if (worker.left === 0) {
      finished[worker.id] = clock;
    } else {
      worker.turn += Math.ceil(worker.turn / 2);
      queue.push(worker);
    }
  }
  const totalStay = finished.reduce((sum, end, id) => sum + end - jobs[id].arrives, 0);
  return { finished, setups, averageStay: Math.round((totalStay / jobs.length) * 100) / 100 };
}
