const ROD_CAPACITY = 100;

function parseOrder(text) {
  const [rod, action, ...rest] = text;
  return { rod, action, operand: rest.join('') };
}

function execute(rods, { rod, action, operand }, line) {
  switch (action) {
    case '+':
      rods[rod] = (rods[rod] + Number(operand)) % ROD_CAPACITY;
      return line + 1;
    case '-':
      if (rods[rod] < Number(operand)) return line + 2;
      rods[rod] -= Number(operand);
      return line + 1;
    case '>': {
      const half = Math.floor(rods[rod] / 2);
      rods[rod] -= half;
      rods[operand] = (rods[operand] + half) % ROD_CAPACITY;
      return line + 1;
    }
    case '?':
      return rods[rod] % 2 === 1 ? Number(operand) : line + 1;
    default:
      throw new Error(`Unknown action ${action}`);
  }
}

export function followOrders(rods, orders, stepLimit) {
  const program = orders.map(parseOrder);
  const beads = { ...rods };
  const visits = orders.map(() => 0);
  let line = 1;
  let steps = 0;
  while (line <= program.length && steps < stepLimit) {
    visits[line - 1]++;
    line = execute(beads, program[line - 1], line);
    steps++;
  }
  return { rods: beads, steps, nextLine: line, visits };
}
