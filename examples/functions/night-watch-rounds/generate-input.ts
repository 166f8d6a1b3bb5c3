function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const rooms = 'ABCDEFG'.slice(0, integer(5, 7));
  const doors: string[] = [];
  const connect = (a: string, b: string) => {
    if (a !== b && !doors.includes(a + b) && !doors.includes(b + a)) doors.push(a + b);
  };
  for (let i = 1; i < rooms.length; i++) connect(rooms[integer(0, i - 1)], rooms[i]);
  for (let i = 0; i < 8; i++)
    connect(rooms[integer(0, rooms.length - 1)], rooms[integer(0, rooms.length - 1)]);
  for (let i = doors.length - 1; i > 0; i--) {
    const j = integer(0, i);
    [doors[i], doors[j]] = [doors[j], doors[i]];
  }
  return { doors, start: rooms[integer(0, rooms.length - 1)], steps: integer(11, 22) };
}
