/** A cell of the output: row y, column x, both from 0. */
export interface Stop {
  y: number;
  x: number;
}

/**
 * The windows that are shown, in the order in which they slide: all where they are at most `most`, else as much of the first row as half of them
 * allows and from the other rows evenly so many as there is room for, the end of a row always among them.
 */
export function shownStops(rows: number, columns: number, most: number): Stop[] {
  const all = rows * columns <= most;
  const first = all ? columns : Math.min(columns, Math.max(1, Math.floor(most / 2)));
  const shownRows = all ? evenly(rows, rows) : evenly(rows, Math.min(rows, 1 + most - first));
  const others = all ? columns : Math.min(columns, Math.floor((most - first) / Math.max(1, shownRows.length - 1)));
  return shownRows.flatMap((y, index) => evenly(columns, index === 0 ? first : others).map((x) => ({ y, x })));
}

/** So many of 0…count−1, evenly apart, the last always among them; the first too, where there are two. */
export function evenly(count: number, chosen: number): number[] {
  if (chosen === 1) return [count - 1];
  return Array.from({ length: chosen }, (_, index) => Math.round((index * (count - 1)) / (chosen - 1)));
}
