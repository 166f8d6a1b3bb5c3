const BASE_PRICE = { grand: 96, fine: 74, table: 48, grating: 57, young: 33, reject: 0 };

function gradeWheel({ age, salt, moisture }, reference) {
  const drift = moisture - reference;
  if (age < 60) {
    return drift > 20 ? 'reject' : 'young';
  }
  if (Math.abs(drift) <= 15) {
    if (salt <= 18) {
      return age >= 180 ? 'grand' : 'fine';
    }
    return age >= 120 ? 'fine' : 'table';
  }
  if (drift > 0) {
    return salt > 20 ? 'table' : 'reject';
  }
  return age > 200 ? 'grating' : 'table';
}

function priceWheel(grade, age, repeats) {
  if (grade === 'reject') {
    return 0;
  }
  const full = BASE_PRICE[grade] + Math.floor(age / 7);
  return Math.max(20, full - 9 * repeats);
}

function moveReference(reference, grade, moisture) {
  if (grade === 'reject') {
    return reference + 6;
  }
  const share = grade === 'young' ? 8 : 3;
  return reference + Math.trunc((moisture - reference) / share);
}

export function gradeCellar(wheels, reference) {
  const sold = new Map();
  const prices = [];
  const grades = [];
  for (const wheel of wheels) {
    const grade = gradeWheel(wheel, reference);
    const repeats = sold.get(grade) ?? 0;
    grades.push(grade);
    prices.push(priceWheel(grade, wheel.age, repeats));
    sold.set(grade, repeats + 1);
    reference = moveReference(reference, grade, wheel.moisture);
  }
  const total = prices.reduce((sum, price) => sum + price, 0);
  return { grades: grades.join(' '), prices, total, reference };
}
