function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

export function generateInput() {
  const basinCount = integer(5, 7);
  const capacity = integer(15, 40);
  const levels = Array.from({ length: basinCount }, () =>
    Math.random() < 0.4 ? integer(capacity + 5, capacity * 3) : integer(0, capacity),
  );
  levels[integer(1, basinCount - 1)] = integer(capacity * 2, capacity * 5);
  const channels = [];
  for (let basin = 1; basin < basinCount; basin++) {
    channels.push([integer(0, basin - 1), basin]);
  }
  for (let extra = integer(1, 3); extra > 0; extra--) {
    channels.push([integer(0, basinCount - 1), integer(0, basinCount - 1)]);
  }
  return { levels, channels, capacity, maxSpills: integer(8, 20) };
}
