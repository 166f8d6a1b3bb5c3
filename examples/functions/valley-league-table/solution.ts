interface Club {
  name: string;
  points: number;
  scored: number;
  conceded: number;
  streak: number;
}

function clubNamed(clubs: Map<string, Club>, name: string): Club {
  const club = clubs.get(name) ?? { name, points: 0, scored: 0, conceded: 0, streak: 0 };
  clubs.set(name, club);
  return club;
}

function record(club: Club, scored: number, conceded: number, isAway: boolean): void {
  club.scored += scored;
  club.conceded += conceded;
  if (scored > conceded) {
    club.streak += 1;
    club.points += club.streak >= 2 ? 4 : 3;
  } else {
    club.streak = 0;
    if (scored === conceded) club.points += isAway ? 2 : 1;
  }
  if (scored >= 4) club.points += 1;
}

function difference(club: Club): number {
  return club.scored - club.conceded;
}

function byRank(a: Club, b: Club): number {
  return (
    b.points - a.points ||
    difference(b) - difference(a) ||
    b.scored - a.scored ||
    (a.name < b.name ? -1 : 1)
  );
}

export function leagueTable(matches: string[]): string[] {
  const clubs = new Map<string, Club>();
  for (const match of matches) {
    const [home, score, away] = match.split(' ');
    if (home === away) continue;
    const [homeGoals, awayGoals] = score.split(':').map(Number);
    record(clubNamed(clubs, home), homeGoals, awayGoals, false);
    record(clubNamed(clubs, away), awayGoals, homeGoals, true);
  }
  return [...clubs.values()]
    .sort(byRank)
    .map((club) => `${club.name} ${club.points} (${club.scored}:${club.conceded})`);
}
