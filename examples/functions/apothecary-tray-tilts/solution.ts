type Tray = number[][];

interface Slid {
  vials: number[];
  fumes: number;
}

function slide(line: number[], strongest: number): Slid {
  const waiting = line.filter((vial) => vial > 0);
  const vials: number[] = [];
  let fumes = 0;
  for (let i = 0; i < waiting.length; i++) {
    const vial = waiting[i];
    if (vial !== waiting[i + 1]) {
      vials.push(vial);
      continue;
    }
    i++;
    if (vial < strongest) vials.push(vial + 1);
    else fumes += vial;
  }
  const emptyHollows = line.slice(vials.length).fill(0);
  return { vials: [...vials, ...emptyHollows], fumes };
}

function transpose(tray: Tray): Tray {
  return tray[0].map((_, column) => tray.map((row) => row[column]));
}

function addFreshVial(tray: Tray): void {
  const row = tray.find((cells) => cells.includes(0));
  if (row) row[row.indexOf(0)] = 1;
}

export function tiltTray(tray: Tray, tilts: string, strongest: number) {
  let current = tray.map((row) => [...row]);
  let fumes = 0;
  let idleTilts = 0;
  for (const tilt of tilts) {
    const upright = tilt === 'U' || tilt === 'D';
    const backwards = tilt === 'R' || tilt === 'D';
    const lines = upright ? transpose(current) : current;
    const moved = lines.map((line) => {
      const slid = slide(backwards ? [...line].reverse() : line, strongest);
      fumes += slid.fumes;
      return backwards ? slid.vials.reverse() : slid.vials;
    });
    if (moved.join() === lines.join()) {
      idleTilts++;
    } else {
      current = upright ? transpose(moved) : moved;
      addFreshVial(current);
    }
  }
  return { tray: current, fumes, idleTilts };
}
