class PanBalance {
  constructor(base) {
    this.base = base;
    this.setting = [];
    this.movedWeights = 0;
    this.liftedGrams = 0;
  }

  weigh(grams) {
    const target = this.counterweights(grams);
    const places = Math.max(target.length, this.setting.length);
    for (let place = 0; place < places; place++) {
      const change = Math.abs((target[place] ?? 0) - (this.setting[place] ?? 0));
      this.movedWeights += change;
      this.liftedGrams += change * this.base ** place;
    }
    this.setting = target;
  }

  counterweights(grams) {
    const digits = [];
    let rest = grams;
    while (rest > 0) {
      let digit = rest % this.base;
      if (digit > this.base / 2) {
        digit -= this.base;
      }
      digits.push(digit);
      rest = (rest - digit) / this.base;
    }
    return digits;
  }
}

export function weighParcels(parcels, base) {
  const balance = new PanBalance(base);
  const settings = parcels.map((grams) => {
    balance.weigh(grams);
    return [...balance.setting].reverse();
  });
  const { movedWeights, liftedGrams } = balance;
  return { settings, movedWeights, liftedGrams };
}
