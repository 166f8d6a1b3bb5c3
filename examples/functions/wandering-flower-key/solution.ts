interface Step {
  readonly trait: number;
  readonly limit: number;
  readonly low: number;
  readonly high: number;
}

class FieldKey {
  private readonly limits: number[];

  constructor(private readonly steps: readonly Step[]) {
    this.limits = steps.map((step) => step.limit);
  }

  identify(specimen: readonly number[]): string {
    const traits = [...specimen];
    const trail: number[] = [];
    let position = 0;
    while (position >= 0 && position < this.steps.length && !trail.includes(position)) {
      trail.push(position);
      position = this.answer(position, traits);
    }
    const species = position < 0 ? -position : 0;
    return `${trail.join('>')}=${species}`;
  }

  currentLimits(): number[] {
    return [...this.limits];
  }

  private answer(position: number, traits: number[]): number {
    const { trait, low, high } = this.steps[position];
    const limit = this.limits[position];
    if (traits[trait] < limit) {
      this.limits[position] = Math.max(1, limit - 2);
      return low;
    }
    traits[trait] -= limit;
    this.limits[position] = limit + 1;
    return high;
  }
}

export function identifyFlowers(steps: Step[], specimens: number[][]) {
  const key = new FieldKey(steps);
  const findings = specimens.map((specimen) => key.identify(specimen));
  return { findings, limits: key.currentLimits() };
}
