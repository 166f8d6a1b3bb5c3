function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function pick(options) {
  return options[integer(0, options.length - 1)];
}

export function generateInput() {
  const days = Array.from({ length: integer(5, 7) }, () =>
    pick(['DEN', 'DN', 'NED', 'DDN', 'EN', 'DENN', 'NND', 'DEE']),
  );
  const limits = Array.from({ length: integer(3, 5) }, () => integer(20, 48));
  return { days, limits };
}
