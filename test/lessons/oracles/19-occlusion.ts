import type { Oracles } from './oracle.ts';
import { slidingPlaces } from './places.ts';

interface Drawn {
  panels: { values: number[][]; width: number; data: number[]; window: { row: number; column: number } }[];
}

/** Numbers of a text, row by row. */
const rowsIn = (text: string) => text.split('/').map((row) => row.match(/\d+/g)!.map(Number));

/** Lays every patch and counts those that hide something of the detail; rows and columns from 1, as the learner reads them. */
function hiding({ n, patch, detail, row, column }: Record<'n' | 'patch' | 'detail' | 'row' | 'column', number>): number {
  let found = 0;
  for (let top = 1; top + patch - 1 <= n; top++)
    for (let left = 1; left + patch - 1 <= n; left++) {
      let hidden = false;
      for (let y = row; y < row + detail; y++)
        for (let x = column; x < column + detail; x++) if (y >= top && y < top + patch && x >= left && x < left + patch) hidden = true;
      if (hidden) found++;
    }
  return found;
}

export const oracles: Oracles = {
  'patch-places': ({ height, width, patch, stride }) => {
    let places = 0;
    for (let row = 0; row < slidingPlaces({ n: height, f: patch, s: stride }); row++)
      places += slidingPlaces({ n: width, f: patch, s: stride });
    return places;
  },
  'probability-drop': ({ whole, list }, { task }) => {
    const drawn = task.figure?.input as Drawn | undefined;
    const numbers = drawn === undefined ? rowsIn(list).flat() : drawn.panels[0]!.values.flat();
    let most = Number.NEGATIVE_INFINITY;
    for (const left of numbers) if (whole - left > most) most = whole - left;
    return most;
  },
  'key-patch': ({ kind, list }, { task }) => {
    const drawn = task.figure?.input as Drawn | undefined;
    const numbers = (drawn === undefined ? rowsIn(list) : drawn.panels[0]!.values).flat();
    const sorted = [...numbers].sort((one, other) => one - other);
    return numbers.indexOf(kind === 'drop' ? sorted[sorted.length - 1]! : sorted[0]!) + 1;
  },
  'hot-spot': (values, { form, task, choices }) => {
    if (form.id === 'patch') {
      // the only patch whose spot is as wide as the drawn one
      const row = (task.figure!.input as Drawn).panels[0]!.values.find((cells) => cells.some((cell) => cell > 0))!;
      const width = row.filter((cell) => cell > 0).length;
      for (let patch = 1; patch < 20; patch++)
        if (hiding({ n: 60, patch, detail: values.detail, row: 30, column: 30 }) === width ** 2) return patch;
    }
    if (form.id !== 'picture') return hiding(values);
    // the map that is brightest exactly at the middles of the patches that hide something
    const { n, patch, detail, row, column } = values;
    const maps = (task.panels!(choices.map(String)).input as Drawn).panels;
    const right = maps.findIndex(({ data }) =>
      data.every((shade, at) => {
        const [top, left] = [Math.floor(at / n) - (patch - 1) / 2, (at % n) - (patch - 1) / 2];
        if (Math.min(top, left) < 0 || Math.max(top, left) > n - patch) return shade === 0;
        const apart = (from: number, start: number) => from + patch <= start - 1 || from >= start - 1 + detail;
        return shade > 128 === !(apart(top, row) || apart(left, column));
      }),
    );
    return choices[right]!;
  },
  'patch-fill': ({ rows, patch, row, column, fill }, { task }) => {
    const drawn = task.figure?.input as Drawn | undefined;
    const picture = drawn === undefined ? (rows as string).split(' / ').map((line) => [...line].map(Number)) : drawn.panels[0]!.values;
    const place = drawn === undefined ? { row: row - 1, column: column - 1 } : drawn.panels[0]!.window;
    const after = picture.map((line, y) =>
      line.map((pixel, x) => (y >= place.row && y < place.row + patch && x >= place.column && x < place.column + patch ? fill : pixel)),
    );
    return picture.flat().filter((pixel, at) => pixel !== after.flat()[at]).length;
  },
};
