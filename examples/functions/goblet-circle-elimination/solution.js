class Circle {
  constructor(goblets) {
    this.guests = goblets.map((size, index) => ({ seat: index + 1, size }));
    this.position = 0;
    this.direction = 1;
  }

  get count() {
    return this.guests.length;
  }

  advance(steps) {
    const target = this.position + this.direction * steps;
    this.position = ((target % this.count) + this.count) % this.count;
  }

  dismissCurrent() {
    const [guest] = this.guests.splice(this.position, 1);
    if (guest.size % 2 === 0) {
      this.direction = -this.direction;
    }
    const neighbour = this.direction === 1 ? this.position : this.position - 1 + this.count;
    this.position = neighbour % this.count;
    return guest;
  }
}

export function dismissGuests(goblets, skip, keep) {
  const circle = new Circle(goblets);
  const dismissed = [];
  let steps = skip;
  while (circle.count > keep) {
    circle.advance(steps);
    const guest = circle.dismissCurrent();
    dismissed.push(guest.seat);
    steps = ((steps + guest.size) % circle.count) + 1;
  }
  return {
    dismissed,
    remaining: circle.guests.map((guest) => guest.seat),
    nextSkip: steps,
  };
}
