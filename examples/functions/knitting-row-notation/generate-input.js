function integer(low, high) {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function stitches(count, highest) {
  return Array.from({ length: count }, () => 'KKPPYT'[integer(0, 5)] + integer(1, highest)).join(
    '',
  );
}

function group(depth) {
  const nested = depth > 0 && Math.random() < 0.6 ? group(depth - 1) : '';
  const body = stitches(integer(1, 2), 3) + nested + (nested ? '' : stitches(1, 2));
  return `(${body})${integer(2, 3)}`;
}

export function generateInput() {
  const tail = Math.random() < 0.5 ? stitches(1, 6) : group(0);
  const notation = stitches(integer(0, 2), 5) + group(1) + tail;
  return { notation, marker: integer(5, 11) };
}
