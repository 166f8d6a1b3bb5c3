interface Tier {
  readonly from: number;
  readonly rate: number;
}

class FeeMeter {
  private volume = 0;
  private charged = 0;
  private minimumApplied = false;

  constructor(
    private readonly tiers: Tier[],
    private readonly minimum: number,
    private readonly cap: number,
  ) {}

  charge(amount: number): number {
    const regular = Math.ceil(this.hundredthsFor(amount) / 100);
    const lifted = !this.minimumApplied && regular < this.minimum;
    const fee = Math.min(lifted ? this.minimum : regular, this.cap - this.charged);
    this.minimumApplied = lifted;
    this.volume += amount;
    this.charged += fee;
    return fee;
  }

  summary() {
    return { total: this.charged, volume: this.volume, capLeft: this.cap - this.charged };
  }

  private hundredthsFor(amount: number): number {
    const start = this.volume;
    const end = start + amount;
    return this.tiers.reduce((sum, tier, i) => {
      const ceiling = i + 1 < this.tiers.length ? this.tiers[i + 1].from : end;
      const slice = Math.min(end, ceiling) - Math.max(start, tier.from);
      return sum + Math.max(slice, 0) * tier.rate;
    }, 0);
  }
}

export function meterFees(
  trades: number[],
  baseRate: number,
  discounts: Tier[],
  minimum: number,
  cap: number,
) {
  const tiers = [{ from: 0, rate: baseRate }, ...discounts].sort((a, b) => a.from - b.from);
  const meter = new FeeMeter(tiers, minimum, cap);
  const fees = trades.map((amount) => meter.charge(amount));
  return { fees, ...meter.summary() };
}
