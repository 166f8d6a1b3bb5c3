function integer(low: number, high: number): number {
  return low + Math.floor(Math.random() * (high - low + 1));
}

function goals(): number {
  return Math.random() < 0.15 ? integer(4, 7) : integer(0, 3);
}

export function generateInput() {
  const names = ['Ash', 'Birk', 'Dale', 'Elm', 'Fenn', 'Glen', 'Holt', 'Oak'];
  const clubs = names.sort(() => Math.random() - 0.5).slice(0, integer(4, 5));
  const matches = Array.from({ length: integer(13, 18) }, () => {
    const home = integer(0, clubs.length - 1);
    const away = (home + integer(1, clubs.length - 1)) % clubs.length;
    return `${clubs[home]} ${goals()}:${goals()} ${clubs[away]}`;
  });
  return { matches };
}
