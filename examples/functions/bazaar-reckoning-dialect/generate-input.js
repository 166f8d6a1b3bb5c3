function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function number() {
  return String(Math.random() < 0.03 ? 0 : integer(2, Math.random() < 0.3 ? 480 : 68));
}

function chain(length, atom) {
  let line = atom();
  for (let i = 1; i < length; i++) line += 'xx+--+/'[integer(0, 6)] + atom();
  return line;
}

export function generateInput() {
  const line = chain(integer(6, 8), () =>
    Math.random() < 0.3 ? `(${chain(integer(2, 4), number)})` : number(),
  );
  return { line };
}
