import { runsOf } from './components.ts';

/** Longest slope of a sheet's lines that is looked for: about 12 degrees, in steps of half a degree. */
const STEEPEST = 0.21;
const SLOPE_STEP = 0.0087;
/** A line must cover this share of the picture's width, and reach its edge or have parallels: the bar of a 7 does neither. */
const LEAST_COVER = 0.42;
const PARALLELS = 3;

/**
 * Takes the lines of ruled or squared paper, and straight edges that cross the picture, out of a mask (width × height, 0 or 1).
 * Only where the ink is as thin as a line: strokes that cross a line keep their pixels.
 * @returns whether anything was taken out
 */
export function removeRuledLines(mask: Uint8Array, width: number, height: number): boolean {
  const flat = removeFlatLines(mask, transposed(mask, width, height), width, height);
  const turned = transposed(mask, width, height);
  const steep = removeFlatLines(turned, mask, height, width);
  if (steep) mask.set(transposed(turned, height, width));
  return flat || steep;
}

interface Line {
  slope: number;
  /** Row at column 0. */
  offset: number;
}

/** @param turned the mask with rows and columns exchanged */
function removeFlatLines(mask: Uint8Array, turned: Uint8Array, width: number, height: number): boolean {
  const thickest = Math.max(3, Math.round(Math.max(width, height) * 0.014));
  const thin = thinRuns(turned, height, thickest);
  if (thin.x.length < width * LEAST_COVER) return false;
  const lines = findLines(thin, width, height);
  for (const line of lines) eraseAlong(mask, width, height, line, thickest);
  return lines.length > 0;
}

interface Points {
  x: Int32Array;
  y: Int32Array;
}

/** Middles of the vertical runs that are as thin as a line. */
function thinRuns(turned: Uint8Array, height: number, thickest: number): Points {
  const { count, row, from, to } = runsOf(turned, height);
  const [x, y] = [new Int32Array(count), new Int32Array(count)];
  let found = 0;
  for (let i = 0; i < count; i++) {
    if (to[i]! - from[i]! >= thickest) continue;
    x[found] = row[i]!;
    y[found++] = (from[i]! + to[i]!) >> 1;
  }
  return { x: x.subarray(0, found), y: y.subarray(0, found) };
}

/** Hough transform over slopes and offsets, in bins of one row. */
function findLines(points: Points, width: number, height: number): Line[] {
  const drift = Math.ceil(width * STEEPEST);
  const bins = height + 2 * drift + 2;
  const counts = new Uint16Array(bins);
  const found: (Line & { count: number; reachesEdge: boolean })[] = [];
  for (let slope = -STEEPEST; slope <= STEEPEST; slope += SLOPE_STEP) {
    counts.fill(0);
    for (let i = 0; i < points.x.length; i++) counts[Math.round(points.y[i]! - slope * points.x[i]!) + drift]!++;
    for (let bin = 1; bin < bins - 1; bin++) {
      const count = counts[bin - 1]! + counts[bin]! + counts[bin + 1]!;
      if (count < width * LEAST_COVER || counts[bin]! < counts[bin - 1]! || counts[bin]! < counts[bin + 1]!) continue;
      const line = { slope, offset: bin - drift };
      found.push({ ...line, count, reachesEdge: reachesEdge(points, width, height, line) });
    }
  }
  // The same line answers at neighboring slopes: keep the strongest for each place.
  found.sort((a, b) => b.count - a.count);
  const kept: typeof found = [];
  for (const line of found) {
    const middle = line.offset + (line.slope * width) / 2;
    if (kept.every((other) => Math.abs(other.offset + (other.slope * width) / 2 - middle) > 4)) kept.push(line);
  }
  const parallels = (line: Line) => kept.filter((other) => Math.abs(other.slope - line.slope) < 0.06).length;
  return kept.filter((line) => line.reachesEdge || parallels(line) >= PARALLELS);
}

/** Whether a line's ink comes within 2 % of the side where it enters or leaves the picture. */
function reachesEdge(points: Points, width: number, height: number, { slope, offset }: Line): boolean {
  const margin = Math.max(2, width * 0.02);
  const rows = Math.max(2, height * 0.02);
  for (let i = 0; i < points.x.length; i++) {
    const [x, y] = [points.x[i]!, points.y[i]!];
    if (Math.abs(y - slope * x - offset) > 2) continue;
    if (x < margin || x >= width - margin || (Math.abs(slope) > 0.02 && (y < rows || y >= height - rows))) return true;
  }
  return false;
}

function eraseAlong(mask: Uint8Array, width: number, height: number, { slope, offset }: Line, thickest: number): void {
  const reach = Math.max(2, Math.round(thickest * 0.6));
  for (let x = 0; x < width; x++) {
    const row = Math.round(offset + slope * x);
    for (let y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y++) {
      if (mask[y * width + x] === 0) continue;
      let [start, end] = [y, y];
      while (start > 0 && mask[(start - 1) * width + x] !== 0) start--;
      while (end + 1 < height && mask[(end + 1) * width + x] !== 0) end++;
      // A longer run is a stroke that crosses the line here.
      if (end - start + 1 <= thickest + 1) for (let i = start; i <= end; i++) mask[i * width + x] = 0;
      y = end;
    }
  }
}

function transposed(mask: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(mask.length);
  const { count, row, from, to } = runsOf(mask, width);
  for (let i = 0; i < count; i++) for (let x = from[i]!; x <= to[i]!; x++) out[x * height + row[i]!] = 1;
  return out;
}
