class GemShelf {
  private columns: string[];
  score = 0;

  constructor(columns: string[]) {
    this.columns = [...columns];
  }

  take(column: number): void {
    this.columns[column] = this.columns[column].slice(1);
    let wave = 1;
    let shattered = this.shatterRuns();
    while (shattered > 0) {
      this.score += shattered * shattered * wave;
      wave++;
      shattered = this.shatterRuns();
    }
  }

  contents(): string[] {
    return [...this.columns];
  }

  private shatterRuns(): number {
    const survivors = this.columns.map((gems, column) =>
      [...gems].filter((_, height) => !this.isInRun(column, height)).join(''),
    );
    const count = (columns: string[]) => columns.join('').length;
    const shattered = count(this.columns) - count(survivors);
    this.columns = survivors;
    return shattered;
  }

  private isInRun(column: number, height: number): boolean {
    const across = 1 + this.reach(column, height, 1, 0) + this.reach(column, height, -1, 0);
    const upright = 1 + this.reach(column, height, 0, 1) + this.reach(column, height, 0, -1);
    return across >= 3 || upright >= 3;
  }

  private reach(column: number, height: number, dx: number, dy: number): number {
    const gem = this.columns[column][height];
    let steps = 0;
    while (this.columns[column + dx * (steps + 1)]?.[height + dy * (steps + 1)] === gem) {
      steps++;
    }
    return steps;
  }
}

export function playGemShelf(columns: string[], picks: number[]) {
  const shelf = new GemShelf(columns);
  for (const pick of picks) {
    shelf.take((pick - 1) % columns.length);
  }
  return { score: shelf.score, columns: shelf.contents() };
}
