const integer = (low, high) => low + Math.floor(Math.random() * (high - low + 1));

export function generateInput() {
  const reference = integer(365, 395);
  const wheels = Array.from({ length: integer(4, 6) }, () => ({
    age: Math.random() < 0.2 ? integer(20, 64) : integer(55, 290),
    salt: integer(12, 26),
    moisture: reference + integer(-38, 38),
  }));
  return { wheels, reference };
}
