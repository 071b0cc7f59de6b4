/** A connected piece of ink (8 neighbors): its pixels are the runs with its label. */
export interface Component {
  label: number;
  area: number;
  /** First and last column and row, inclusive. */
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Horizontal stretches of ink, in reading order. Run i lies in row `row[i]`, from column `from[i]` to `to[i]` inclusive. */
export interface Runs {
  count: number;
  row: Int32Array;
  from: Int32Array;
  to: Int32Array;
  label: Int32Array;
}

export interface Labeled {
  runs: Runs;
  /** By label. */
  components: Component[];
}

/** Finds the connected pieces of a mask (width × height, 0 or 1), eight neighbors each, by joining overlapping runs of its rows. */
export function connectedComponents(mask: Uint8Array, width: number): Labeled {
  const runs = runsOf(mask, width);
  const parent = new Int32Array(runs.count);
  for (let i = 0; i < runs.count; i++) parent[i] = i;
  joinRows(runs, parent);

  const components: Component[] = [];
  const labelOfRoot = new Int32Array(runs.count).fill(-1);
  for (let i = 0; i < runs.count; i++) {
    const root = find(parent, i);
    const [row, from, to] = [runs.row[i]!, runs.from[i]!, runs.to[i]!];
    let label = labelOfRoot[root]!;
    if (label < 0) {
      label = components.length;
      labelOfRoot[root] = label;
      components.push({ label, area: 0, left: from, top: row, right: to, bottom: row });
    }
    runs.label[i] = label;
    const component = components[label]!;
    component.area += to - from + 1;
    component.left = Math.min(component.left, from);
    component.right = Math.max(component.right, to);
    component.bottom = row;
  }
  return { runs, components };
}

/** The horizontal stretches of ones in a mask. */
export function runsOf(mask: Uint8Array, width: number): Runs {
  let capacity = 1024;
  let [row, from, to] = [new Int32Array(capacity), new Int32Array(capacity), new Int32Array(capacity)];
  let count = 0;
  // the search of typed arrays is far quicker than a look at each pixel
  for (let start = mask.indexOf(1); start >= 0; ) {
    const y = Math.floor(start / width);
    const ended = mask.indexOf(0, start);
    const end = Math.min(ended < 0 ? mask.length : ended, (y + 1) * width);
    if (count === capacity) {
      capacity *= 2;
      [row, from, to] = [grow(row, capacity), grow(from, capacity), grow(to, capacity)];
    }
    row[count] = y;
    from[count] = start - y * width;
    to[count] = end - 1 - y * width;
    count++;
    start = mask.indexOf(1, end);
  }
  return { count, row, from, to, label: new Int32Array(count) };
}

function grow(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}

/** Joins each run with those of the row above that touch it, corners included. */
function joinRows({ count, row, from, to }: Runs, parent: Int32Array): void {
  let above = 0;
  for (let i = 0; i < count; i++) {
    while (above < i && row[above]! < row[i]! - 1) above++;
    for (let j = above; j < i && row[j] === row[i]! - 1 && from[j]! <= to[i]! + 1; j++) {
      if (to[j]! < from[i]! - 1) {
        continue;
      }
      const [a, b] = [find(parent, i), find(parent, j)];
      if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
}

function find(parent: Int32Array, i: number): number {
  let root = i;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}
