enum Road {
  North = 0,
  East = 1,
}

function other(road: Road): Road {
  return road === Road.North ? Road.East : Road.North;
}

function carsLeaving(queue: number, greenAge: number, flow: number): number {
  const allowed = greenAge === 0 ? 1 : flow;
  return Math.min(queue, allowed);
}

export function runCrossroads(arrivals: [number, number][], minimumGreen: number, flow: number) {
  const queues: [number, number] = [0, 0];
  const passed: [number, number] = [0, 0];
  const switchTicks: number[] = [];
  let green = Road.North;
  let greenAge = 0;
  let amber = false;
  let carTicksWaited = 0;

  arrivals.forEach(([north, east], tick) => {
    queues[Road.North] += north;
    queues[Road.East] += east;
    if (amber) {
      amber = false;
      green = other(green);
      greenAge = 0;
    } else {
      const leaving = carsLeaving(queues[green], greenAge, flow);
      queues[green] -= leaving;
      passed[green] += leaving;
      greenAge++;
      amber = greenAge >= minimumGreen && queues[other(green)] > queues[green];
      if (amber) {
        switchTicks.push(tick + 1);
      }
    }
    carTicksWaited += queues[Road.North] + queues[Road.East];
  });
  return { queues, passed, carTicksWaited, switchTicks };
}
