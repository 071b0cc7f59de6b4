import type { Component, Labeled } from './components.ts';
import type { Box } from './preparation.ts';

/** Pieces of ink that belong together. */
export interface StrokeGroup {
  /** Labels of its components. */
  labels: number[];
  area: number;
  box: Box;
}

/** Detached pieces at most this far away, as a share of the figure's size, belong to it: a 5's bar, the gaps of a chalk stroke. */
const GAP_OF_SMALL_PIECE = 0.22;
const GAP_OF_LARGE_PIECE = 0.1;
/** A piece under this share of the other's size counts as small. */
const SMALL_PIECE = 0.55;
/** Pieces under this share of the largest one's area are dust, unless they are near enough to be swallowed. */
const DUST = 0.012;
/** Past this many pieces the picture is a texture, and the largest ones tell enough. */
const MOST_PIECES = 60;

/** Puts pieces of ink together to figures, the largest figure first. */
export function groupStrokes(labeled: Labeled, components: readonly Component[]): StrokeGroup[] {
  const largest = components.reduce((most, { area }) => Math.max(most, area), 0);
  const pieces = components
    .filter(({ area }) => area >= Math.max(2, largest * DUST))
    .sort((a, b) => b.area - a.area)
    .slice(0, MOST_PIECES);
  const outlines = outlinesOf(labeled, pieces);
  const owner = pieces.map((_, i) => i);
  // Large pieces take in smaller ones first, so that distances are measured against whole figures.
  for (let i = 0; i < pieces.length; i++) {
    for (let j = i + 1; j < pieces.length; j++) {
      if (rootOf(owner, i) !== rootOf(owner, j) && belongTogether(pieces[i]!, pieces[j]!, outlines[i]!, outlines[j]!)) {
        owner[rootOf(owner, j)] = rootOf(owner, i);
      }
    }
  }
  const groups = new Map<number, Component[]>();
  pieces.forEach((piece, i) => {
    const root = rootOf(owner, i);
    groups.set(root, [...(groups.get(root) ?? []), piece]);
  });
  return [...groups.values()].map(groupOf).sort((a, b) => b.area - a.area);
}

function groupOf(members: Component[]): StrokeGroup {
  const left = Math.min(...members.map((piece) => piece.left));
  const top = Math.min(...members.map((piece) => piece.top));
  const right = Math.max(...members.map((piece) => piece.right));
  const bottom = Math.max(...members.map((piece) => piece.bottom));
  return {
    labels: members.map((piece) => piece.label),
    area: members.reduce((sum, piece) => sum + piece.area, 0),
    box: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 },
  };
}

function rootOf(owner: number[], i: number): number {
  let root = i;
  while (owner[root] !== root) root = owner[root]!;
  return root;
}

const sizeOf = (piece: Component) => Math.max(piece.right - piece.left, piece.bottom - piece.top) + 1;

function belongTogether(a: Component, b: Component, outlineOfA: Int32Array, outlineOfB: Int32Array): boolean {
  const [large, small] = sizeOf(a) >= sizeOf(b) ? [sizeOf(a), sizeOf(b)] : [sizeOf(b), sizeOf(a)];
  let gap = (small < large * SMALL_PIECE ? GAP_OF_SMALL_PIECE : GAP_OF_LARGE_PIECE) * large;
  // Two tall figures side by side are two digits, however near they stand.
  const sideBySide = a.right < b.left || b.right < a.left;
  if (sideBySide && small > large * SMALL_PIECE) gap *= 0.5;
  // A wide flat piece right above is the bar of a 5.
  const above = a.bottom < b.top || b.bottom < a.top;
  if (above && !sideBySide) gap = Math.max(gap, 0.2 * large);
  gap = Math.max(gap, 1.5);
  const apartX = Math.max(0, a.left - b.right, b.left - a.right);
  const apartY = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  if (Math.hypot(apartX, apartY) > gap) return false;
  return nearerThan(outlineOfA, outlineOfB, gap);
}

/** Ends of each piece's runs as x, y, x, y, …; at most some 400 points a piece. */
function outlinesOf({ runs }: Labeled, pieces: readonly Component[]): Int32Array[] {
  const points = new Map<number, number[]>(pieces.map(({ label }) => [label, []]));
  for (let i = 0; i < runs.count; i++) points.get(runs.label[i]!)?.push(runs.from[i]!, runs.row[i]!, runs.to[i]!, runs.row[i]!);
  return pieces.map(({ label }) => {
    const all = points.get(label)!;
    const every = Math.max(1, Math.floor(all.length / 2 / 400));
    if (every === 1) return Int32Array.from(all);
    const some: number[] = [];
    for (let i = 0; i + 1 < all.length; i += 2 * every) some.push(all[i]!, all[i + 1]!);
    return Int32Array.from(some);
  });
}

function nearerThan(a: Int32Array, b: Int32Array, gap: number): boolean {
  const limit = gap * gap;
  for (let i = 0; i < a.length; i += 2) {
    for (let j = 0; j < b.length; j += 2) {
      const [dx, dy] = [a[i]! - b[j]!, a[i + 1]! - b[j + 1]!];
      if (dx * dx + dy * dy <= limit) return true;
    }
  }
  return false;
}
