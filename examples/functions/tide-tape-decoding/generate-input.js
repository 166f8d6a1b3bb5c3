function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function token(previous) {
  const roll = Math.random();
  if (previous && roll < 0.18) return `*${integer(1, 3)}`;
  if (previous && roll < 0.36) return `~${integer(2, 4)}`;
  if (roll < 0.46) return `=${integer(20, 420)}`;
  return (Math.random() < 0.5 ? '+' : '-') + integer(4, 160);
}

export function generateInput() {
  let tape = `=${integer(40, 260)}`;
  const length = integer(6, 9);
  for (let i = 0; i < length; i++) tape += token(i > 1);
  return { tape, ceiling: integer(250, 400) };
}
