const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const letterValue = (letter) => ALPHABET.indexOf(letter) + 1;

function skeleton(name) {
  const [first, ...rest] = name.toUpperCase();
  let bones = first;
  for (const letter of rest) {
    const vowel = 'AEIOU'.includes(letter);
    if (!vowel && !bones.endsWith(letter)) {
      bones += letter;
    }
  }
  return bones.slice(0, 3).padEnd(3, 'X');
}

function weightedSum(name) {
  return [...name.toUpperCase()].reduce(
    (sum, letter, index) => sum + letterValue(letter) * ((index % 3) + 1),
    0,
  );
}

function freeNumber(wanted, taken) {
  let number = wanted;
  while (taken.has(number)) {
    number = (number + 13) % 97;
  }
  return number;
}

function checkLetter(bones, number) {
  const tens = Math.floor(number / 10);
  const units = number % 10;
  const sum = [...bones].reduce((total, letter) => total + letterValue(letter), 0);
  return ALPHABET[(sum + 3 * tens + 7 * units) % 26];
}

export function labelPackets(names, lot) {
  const taken = new Set();
  const codes = [];
  let counter = lot;
  for (const name of names) {
    const bones = skeleton(name);
    const number = freeNumber((weightedSum(name) + counter) % 97, taken);
    taken.add(number);
    codes.push(`${bones}${String(number).padStart(2, '0')}${checkLetter(bones, number)}`);
    counter = (counter * 3 + number) % 1000;
  }
  return { codes, lot: counter };
}
