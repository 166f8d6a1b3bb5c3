interface Task {
  days: number;
  after: number[];
}

interface Booking {
  crew: number;
  start: number;
  end: number;
}

function remainingPaths(tasks: Task[]): number[] {
  const paths = tasks.map((task) => task.days);
  for (let i = tasks.length - 1; i >= 0; i--) {
    for (const earlier of tasks[i].after) {
      if (earlier >= i) throw new Error(`Task ${i} may only follow earlier tasks`);
      paths[earlier] = Math.max(paths[earlier], tasks[earlier].days + paths[i]);
    }
  }
  return paths;
}

export function planShipyard(tasks: Task[], crews: number, handover: number) {
  const paths = remainingPaths(tasks);
  const bookings = new Map<number, Booking>();
  const crewFree: number[] = new Array(crews).fill(0);

  const earliestStart = (task: Task, crew: number) =>
    task.after.reduce((start, earlier) => {
      const done = bookings.get(earlier);
      if (done === undefined) return start;
      return Math.max(start, done.end + (done.crew === crew ? 0 : handover));
    }, crewFree[crew]);

  while (bookings.size < tasks.length) {
    const next = tasks
      .map((_, index) => index)
      .filter((i) => !bookings.has(i) && tasks[i].after.every((earlier) => bookings.has(earlier)))
      .reduce((best, i) => (paths[i] > paths[best] ? i : best));
    const task = tasks[next];
    let crew = 0;
    for (let other = 1; other < crews; other++) {
      const gain = earliestStart(task, crew) - earliestStart(task, other);
      if (gain > 0 || (gain === 0 && crewFree[other] > crewFree[crew])) crew = other;
    }
    const start = earliestStart(task, crew);
    crewFree[crew] = start + task.days;
    bookings.set(next, { crew, start, end: crewFree[crew] });
  }
  const plan = tasks.map((_, index) => bookings.get(index));
  return {
    starts: plan.map((booking) => booking?.start ?? 0),
    crews: plan.map((booking) => (booking?.crew ?? 0) + 1),
    launch: Math.max(...crewFree),
  };
}
