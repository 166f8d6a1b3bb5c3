const integer = (low, high) => low + Math.floor(Math.random() * (high - low + 1));

export function generateInput() {
  const places = integer(3, 5);
  const popular = Array.from({ length: places + integer(2, 3) }, () => integer(3, 60));
  const requests = Array.from({ length: integer(14, 20) }, () =>
    Math.random() < 0.9 ? popular[integer(0, popular.length - 1)] : integer(3, 60),
  );
  return { requests, places };
}
