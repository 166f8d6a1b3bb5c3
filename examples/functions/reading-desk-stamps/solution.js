const HIGHEST_STAMP = 3;

class Desk {
  constructor(places) {
    this.places = places;
    this.books = [];
    this.hand = 0;
  }

  consult(shelf) {
    const book = this.books.find((candidate) => candidate.shelf === shelf);
    if (book) {
      book.stamp = Math.min(HIGHEST_STAMP, book.stamp + 1);
    }
    return book !== undefined;
  }

  bring(shelf) {
    if (this.books.length < this.places) {
      this.books.push({ shelf, stamp: 1 });
      return 0;
    }
    while (this.books[this.hand].stamp > 0) {
      this.books[this.hand].stamp--;
      this.advance();
    }
    const returned = this.books[this.hand].shelf;
    this.books[this.hand] = { shelf, stamp: 1 };
    this.advance();
    return returned;
  }

  advance() {
    this.hand = (this.hand + 1) % this.places;
  }
}

export function tendDesk(requests, places) {
  const desk = new Desk(places);
  const returns = [];
  let paces = 0;
  for (const shelf of requests) {
    if (desk.consult(shelf)) continue;
    const returned = desk.bring(shelf);
    paces += 2 * Math.max(shelf, returned);
    if (returned > 0) returns.push(returned);
  }
  const books = desk.books.map(({ shelf, stamp }) => `${shelf}:${stamp}`);
  return { books, hand: desk.hand, paces, returns };
}
