import type { Plane } from '../picture.ts';
import { blur, calmCopy, groundOf } from './background.ts';
import { type Component, connectedComponents, type Labeled } from './components.ts';
import type { Box, NoDigitReason } from './preparation.ts';
import { removeRuledLines } from './ruled-lines.ts';
import { groupStrokes, type StrokeGroup } from './strokes.ts';

/** The one figure of a picture: its box, and its ink alone (size of the searched plane, 0…1). */
export interface FoundFigure {
  box: Box;
  ink: Plane;
}

/** Ink under these shares of full contrast is looked for in turn: strong ink alone first, then fainter. */
const LEVELS = [0.5, 0.3, 0.18, 0.1];
/** The window of the ground's estimate, as shares of the shorter side: usual strokes first, then very thick ones. */
const WINDOWS = [0.3, 0.55];
/** Strokes thicker than this share of the figure's size make a blot, not a digit; over the second they count as less likely. */
const THICKEST_STROKE = 0.36;
const UNUSUAL_STROKE = 0.2;
/** Less of its outline than this may not be a real edge. */
const LEAST_BOUNDED = 0.75;
const LEAST_BOUNDED_TINY = 0.6;
/** Fainter ink than this near the picture's edge is a shadow. */
const FAINT_AT_EDGE = 0.45;
const LEAST_CONTRAST = 0.07;
/** Noise is measured at every so many pixels. */
const NOISE_SAMPLE = 37;
/** A figure that stands out this well, by contrast and clean paper around it, needs no other estimate of the ground. */
const CLEAR_SIGHT = 0.35;
const STRONG_INK = 0.3;
/** A figure with a higher score than this is not within another figure's loop; none with a lower one counts beside it. */
const LARGER_FIGURE = 0.25;
/** Once a figure is found, its fainter parts are looked for down to this share of its full ink. */
const FAINT_PART = 0.38;

/** One way to see the picture: what is ink, and how far from the ground. */
interface View {
  ink: Plane;
  noise: number;
  /** What the ink was read from, and whether it is darker than its ground there. */
  gray: Plane;
  dark: boolean;
  /** Pixels for one of the source's: more than 1 where a small picture was enlarged. */
  scale: number;
}
type Verdict = { figure: FoundFigure; score: number; sight: Sight } | { reason: NoDigitReason; extent: Box; salience: number };

/**
 * Looks for exactly one figure that a digit could be. The ground may be light or dark, and unevenly lit; both are tried, at several
 * levels of contrast, and the figure that stands out best wins.
 * @param gray luminance 0…255
 * @param tiny the picture has few pixels: its digit may touch the edge
 * @param scale how often the picture was enlarged before
 */
export function findFigure(gray: Plane, tiny: boolean, scale: number): FoundFigure | NoDigitReason {
  const verdicts: Verdict[] = [];
  const calm = calmCopy(gray);
  for (const window of tiny ? [1] : WINDOWS) {
    for (const view of tiny ? [evenInk(gray, scale)] : [darkInk(gray, calm, window), lightInk(gray, calm, window)]) {
      for (const level of LEVELS) {
        if (level < Math.max(LEAST_CONTRAST, view.noise * 4)) break;
        // fainter ink than this cannot outdo a figure that is clear
        if (level < STRONG_INK && verdicts.some(isClear)) break;
        const settled = verdicts.some((other) => 'figure' in other && other.score > LARGER_FIGURE);
        const verdict = judge(view, level, tiny, settled);
        if (verdict) verdicts.push(withFaintParts(verdict, view, level, tiny));
        // Lower levels would only add dirt to a figure that was found.
        if (verdict && 'figure' in verdict) break;
      }
    }
    if (verdicts.some(isClear)) break;
  }
  return decide(verdicts);
}

const isClear = (verdict: Verdict) => 'figure' in verdict && verdict.sight.contrast * verdict.sight.cleanness > CLEAR_SIGHT;

/** The same figure with its faint parts, where lowering the level adds these and nothing else. */
function withFaintParts(verdict: Verdict, view: View, level: number, tiny: boolean): Verdict {
  if (!('figure' in verdict)) return verdict;
  const lower = Math.max(verdict.sight.full * FAINT_PART, LEAST_CONTRAST, view.noise * 4);
  if (lower > level * 0.85) return verdict;
  const fuller = judge(view, lower, tiny);
  if (!fuller || !('figure' in fuller)) return verdict;
  const size = ({ box }: FoundFigure) => Math.max(box.width, box.height);
  return size(fuller.figure) < size(verdict.figure) * 1.35 && fuller.sight.cleanness > 0.6 ? fuller : verdict;
}

function decide(verdicts: Verdict[]): FoundFigure | NoDigitReason {
  const refusals = verdicts.filter((verdict) => 'reason' in verdict);
  const figures = verdicts
    .filter((verdict) => 'figure' in verdict)
    // What lies within a larger figure of the other kind is its loop, not a figure.
    .filter(
      ({ figure }, _, all) =>
        !all.some((other) => other.figure !== figure && other.score > LARGER_FIGURE && encloses(other.figure.box, figure.box)),
    )
    .sort((a, b) => b.score - a.score);
  const best = figures[0];
  const several = refusals.find(({ salience, extent }) => best && salience > best.score && encloses(extent, best.figure.box));
  if (best && !several) return best.figure;
  if (refusals.length === 0) return 'empty';
  return refusals.sort((a, b) => b.salience - a.salience)[0]!.reason;
}

function encloses(outer: Box, inner: Box): boolean {
  const larger = Math.max(outer.width, outer.height) > Math.max(inner.width, inner.height) * 1.15;
  const within =
    inner.x > outer.x &&
    inner.y > outer.y &&
    inner.x + inner.width < outer.x + outer.width &&
    inner.y + inner.height < outer.y + outer.height;
  return larger && within;
}

/** Dark strokes on a light ground: how much light each pixel lacks of its ground's, so that shadows do not count. */
function darkInk(gray: Plane, calm: Plane, window: number): View {
  const ground = groundOf(calm, window, 'dark', gray);
  const data = new Float32Array(gray.data.length);
  for (let i = 0; i < data.length; i++) {
    const paper = ground.data[i]!;
    data[i] = Math.max(0, (paper - gray.data[i]!) / Math.max(40, paper));
  }
  return viewOf({ ...gray, data }, gray, true);
}

/** Light strokes on a dark ground. */
function lightInk(gray: Plane, calm: Plane, window: number): View {
  const ground = groundOf(calm, window, 'bright', gray);
  const data = new Float32Array(gray.data.length);
  for (let i = 0; i < data.length; i++) {
    const board = ground.data[i]!;
    data[i] = Math.max(0, (gray.data[i]! - board) / Math.max(90, 255 - board));
  }
  return viewOf({ ...gray, data }, gray, false);
}

/**
 * Strokes of a small scan: its ground is even, and whether it is light or dark shows in its pixels and most of all along its edge,
 * of which ink never covers the larger part.
 */
function evenInk(gray: Plane, scale: number): View {
  const { width, height, data } = gray;
  const sorted = data.slice().sort();
  const [low, high] = [sorted[Math.floor(data.length * 0.02)]!, sorted[Math.floor(data.length * 0.98)]!];
  const middle = (low + high) / 2;
  let [light, all] = [0, 0];
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const weight = Math.min(x, y, width - 1 - x, height - 1 - y) < Math.min(width, height) * 0.06 ? 4 : 1;
    all += weight;
    if (data[at]! > middle) light += weight;
  }
  const lightGround = light > all / 2;
  const groundPixels = sorted.filter((value) => value > middle === lightGround);
  const ground = groundPixels[groundPixels.length >> 1] ?? middle;
  const span = lightGround ? Math.max(40, ground) : Math.max(90, 255 - ground);
  return {
    ink: { width, height, data: data.map((value) => Math.max(0, (lightGround ? ground - value : value - ground) / span)) },
    noise: 0,
    gray,
    dark: lightGround,
    scale,
  };
}

function viewOf(ink: Plane, gray: Plane, dark: boolean): View {
  const samples = new Float32Array(Math.ceil(ink.data.length / NOISE_SAMPLE));
  for (let i = 0, at = 0; i < ink.data.length; i += NOISE_SAMPLE, at++) samples[at] = Math.abs(ink.data[i]! - meanAround(ink, i));
  samples.sort();
  // The median deviation of a pixel from its neighbors, as a standard deviation.
  const noise = 1.6 * samples[samples.length >> 1]!;
  return { ink: noise > 0.01 ? blur(ink, 1) : ink, noise: noise > 0.01 ? noise / 2.5 : noise, gray, dark, scale: 1 };
}

/** Mean of a pixel and its neighbors in the picture. */
function meanAround({ width, height, data }: Plane, at: number): number {
  const x = at % width;
  const y = (at - x) / width;
  let [sum, count] = [0, 0];
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++, count++) sum += data[row * width + column]!;
  }
  return sum / count;
}

/** @param settled a figure was found already that only one with a score of more than LARGER_FIGURE could set aside */
function judge(view: View, level: number, tiny: boolean, settled = false): Verdict | undefined {
  const { width, height, data } = view.ink;
  const mask = new Uint8Array(data.length);
  for (let i = 0; i < mask.length; i++) mask[i] = data[i]! > level ? 1 : 0;
  let labeled = connectedComponents(mask, width);
  if (!tiny && labeled.components.some((piece) => crosses(piece, width, height)) && removeRuledLines(mask, width, height)) {
    labeled = connectedComponents(mask, width);
  }
  const least = tiny ? 8 : Math.max(12, Math.max(width, height) * 0.035);
  const pieces = withoutFrames(labeled.components.filter((piece) => tiny || !leavesPicture(piece, labeled, width, height)));
  const groups = groupStrokes(labeled, pieces).filter(({ box }) => Math.max(box.width, box.height) >= least);
  const main = groups[0];
  if (!main) return undefined;

  const size = Math.max(main.box.width, main.box.height);
  const rivals = groups.slice(1).filter(({ box, area }) => Math.max(box.width, box.height) > size * 0.45 && area > main.area * 0.12);
  const extent = unionOf([main, ...rivals]);
  const spread = Math.sqrt(Math.max(extent.width, extent.height) / Math.max(width, height));
  const strokes = strokesOf(main, labeled, view);
  // no digit, and not salient enough to matter: the measurements that take longest are spared
  const most = strokes.contrast ** 1.5 * spread;
  if (settled && most <= LARGER_FIGURE && (rivals.length > 0 || hasNoDigitsShape(main, width, height))) {
    return { reason: 'not-a-digit', extent, salience: most };
  }
  const sight = measure(main, strokes, labeled, view);
  const likelihood = 1 - 2 * Math.max(0, sight.stroke - UNUSUAL_STROKE);
  const salience = sight.contrast ** 1.5 * spread * sight.cleanness * sight.bounded ** 2 * Math.max(0.1, likelihood);
  if (rivals.length > 0) return { reason: rivals.length > 3 ? 'not-a-digit' : 'several', extent, salience };
  if (!looksLikeDigit(main, sight, width, height, tiny) || liesInClutter(main, sight, labeled))
    return { reason: 'not-a-digit', extent, salience: salience * 0.5 };
  const score = salience * 1.2;
  return { figure: { box: main.box, ink: inkOf(main, labeled, view, sight) }, score, sight };
}

function crosses(piece: Component, width: number, height: number): boolean {
  return piece.right - piece.left > width * 0.4 || piece.bottom - piece.top > height * 0.4;
}

/**
 * Whether a piece runs along or out of the picture's edge: a table, a sheet's shadow, a finger. The cut end of a figure's stroke is
 * no reason, but a bare line that reaches the edge is no figure.
 */
function leavesPicture(piece: Component, { runs }: Labeled, width: number, height: number): boolean {
  if (piece.left > 1 && piece.top > 1 && piece.right < width - 2 && piece.bottom < height - 2) return false;
  const [across, down] = [piece.right - piece.left + 1, piece.bottom - piece.top + 1];
  const size = Math.max(across, down);
  if (Math.min(across, down) < size * 0.3 || size > Math.max(width, height) * 0.9) return true;
  let contact = 0;
  for (let i = 0; i < runs.count; i++) {
    if (runs.label[i] !== piece.label) continue;
    if (runs.row[i]! <= 1 || runs.row[i]! >= height - 2) contact += (runs.to[i]! - runs.from[i]! + 1) / 2;
    if (runs.from[i]! <= 1) contact++;
    if (runs.to[i]! >= width - 2) contact++;
  }
  return contact > size * 0.2;
}

/** Drops a drawn frame: a piece whose box holds another large piece, while its own ink lies along its box's sides. */
function withoutFrames(pieces: Component[]): Component[] {
  return pieces.filter((outer) => {
    const [width, height] = [outer.right - outer.left + 1, outer.bottom - outer.top + 1];
    const sparse = outer.area < (width + height) * 2 * Math.max(width, height) * 0.06 && outer.area > (width + height) * 1.2;
    if (!sparse || Math.min(width, height) < 20) return true;
    return !pieces.some(
      (inner) =>
        inner !== outer &&
        inner.left > outer.left + 1 &&
        inner.right < outer.right - 1 &&
        inner.top > outer.top + 1 &&
        inner.bottom < outer.bottom - 1 &&
        inner.bottom - inner.top > height * 0.25 &&
        inner.area > 20,
    );
  });
}

function unionOf(groups: StrokeGroup[]): Box {
  const x = Math.min(...groups.map(({ box }) => box.x));
  const y = Math.min(...groups.map(({ box }) => box.y));
  return {
    x,
    y,
    width: Math.max(...groups.map(({ box }) => box.x + box.width)) - x,
    height: Math.max(...groups.map(({ box }) => box.y + box.height)) - y,
  };
}

interface Sight {
  /** Mean ink of the strokes, 0…1. */
  contrast: number;
  /** Full ink: what nine tenths of the strokes stay under. */
  full: number;
  /** 1 where the paper around the strokes bears no ink, 0 where it bears as much. */
  cleanness: number;
  /** Share of the outline beyond which the picture really changes from ink to ground: 1 for strokes, half for a shadow's edge. */
  bounded: number;
  /** Mean thickness of the strokes as a share of the figure's size. */
  stroke: number;
}

const INK_BINS = 256;

/** What shows in a figure's own pixels. */
function strokesOf({ labels: own }: StrokeGroup, { runs }: Labeled, { ink }: View): Pick<Sight, 'contrast' | 'full'> {
  const labels = new Set(own);
  const histogram = new Uint32Array(INK_BINS + 1);
  let [sum, area] = [0, 0];
  for (let i = 0; i < runs.count; i++) {
    if (!labels.has(runs.label[i]!)) continue;
    for (let at = runs.row[i]! * ink.width + runs.from[i]!; at <= runs.row[i]! * ink.width + runs.to[i]!; at++) {
      const value = ink.data[at]!;
      sum += value;
      area++;
      histogram[Math.min(INK_BINS, Math.floor(value * INK_BINS))]!++;
    }
  }
  return { contrast: sum / area, full: quantile(histogram, area, 0.85) };
}

function measure(group: StrokeGroup, { contrast, full }: Pick<Sight, 'contrast' | 'full'>, labeled: Labeled, view: View): Sight {
  const { ink } = view;
  const { runs } = labeled;
  const labels = new Set(group.labels);
  const { box, area } = group;
  const near = new Uint8Array(box.width * box.height);
  const around = widened(box, HALO, ink);
  const halo = new Uint8Array(around.width * around.height);
  const own = ownMask(labeled, labels, box);
  const outline = outlineLength(own, box);
  for (let i = 0; i < runs.count; i++) {
    if (!labels.has(runs.label[i]!)) continue;
    markAround(near, box, runs.row[i]! - box.y, runs.from[i]! - box.x, runs.to[i]! - box.x, 2);
    markAround(halo, around, runs.row[i]! - around.y, runs.from[i]! - around.x, runs.to[i]! - around.x, HALO);
  }
  let [dirt, paper] = [0, 0];
  for (let y = 0, at = 0; y < box.height; y++) {
    for (let x = 0, from = (box.y + y) * ink.width + box.x; x < box.width; x++, at++, from++) {
      if (near[at] === 1) continue;
      dirt += ink.data[from]!;
      paper++;
    }
  }
  const dirtiness = Math.max(paper === 0 ? 0 : dirt / paper / contrast, haloInk(halo, around, near, box, ink) / contrast);
  return {
    contrast,
    full,
    cleanness: Math.max(0, 1 - 1.5 * dirtiness),
    bounded: boundedShare(own, box, view, contrast),
    stroke: (2 * area) / outline / Math.max(box.width, box.height),
  };
}

/** The figure's pixels in its box, with one empty row and column around. */
function ownMask({ runs }: Labeled, labels: Set<number>, box: Box): Uint8Array {
  const width = box.width + 2;
  const own = new Uint8Array(width * (box.height + 2));
  for (let i = 0; i < runs.count; i++) {
    const row = (runs.row[i]! - box.y + 1) * width - box.x + 1;
    if (labels.has(runs.label[i]!)) own.fill(1, row + runs.from[i]!, row + runs.to[i]! + 1);
  }
  return own;
}

/** Length of the outline of a figure's mask, in pixels (2×2 blocks, as in `strokeThickness`). */
function outlineLength(own: Uint8Array, box: Box): number {
  const width = box.width + 2;
  let length = 0;
  for (let at = 0; at < own.length - width - 1; at++) {
    const corners = own[at]! + own[at + 1]! + own[at + width]! + own[at + width + 1]!;
    if (corners === 1 || corners === 3) length += Math.SQRT1_2;
    else if (corners === 2) length += 1;
  }
  return length;
}

/**
 * Walks the outline and compares the pixel within with one a few pixels beyond, in the picture itself: an estimate of the ground can
 * err, and then shows "ink" that is as light as the paper beside it.
 */
function boundedShare(own: Uint8Array, box: Box, { gray, dark, scale }: View, contrast: number): number {
  const width = box.width + 2;
  const reach = Math.round(Math.max(4, 1.6 * scale));
  const least = contrast * 0.35;
  let [bounded, all] = [0, 0];
  const look = (x: number, y: number, dx: number, dy: number) => {
    const [boxX, boxY] = [x + dx * reach, y + dy * reach];
    const [outX, outY] = [box.x + boxX, box.y + boxY];
    if (outX < 0 || outY < 0 || outX >= gray.width || outY >= gray.height) return;
    const inBox = boxX >= 0 && boxY >= 0 && boxX < box.width && boxY < box.height;
    if (inBox && own[(boxY + 1) * width + boxX + 1] === 1) return; // the next stroke
    const inside = gray.data[(box.y + y) * gray.width + box.x + x]!;
    const outside = gray.data[outY * gray.width + outX]!;
    const change = dark ? (outside - inside) / Math.max(40, outside) : (inside - outside) / Math.max(90, 255 - outside);
    all++;
    if (change > least) bounded++;
  };
  for (let y = 0; y < box.height; y++) {
    for (let x = 0, at = (y + 1) * width + 1; x < box.width; x++, at++) {
      if (own[at] === 0) continue;
      if (own[at + 1] === 0) look(x, y, 1, 0);
      if (own[at - 1] === 0) look(x, y, -1, 0);
      if (own[at + width] === 0) look(x, y, 0, 1);
      if (own[at - width] === 0) look(x, y, 0, -1);
    }
  }
  return all === 0 ? 1 : bounded / all;
}

/** How many pixels beside a stroke its ink must have ended: a pen's edge is sharp, a shadow's is not. */
const HALO = 5;

/** Marks a run and `reach` pixels around it: the soft edge of a stroke is neither ink nor paper. */
function markAround(near: Uint8Array, { width, height }: Box, row: number, from: number, to: number, reach: number): void {
  const [left, right] = [Math.max(0, from - reach), Math.min(width - 1, to + reach)];
  for (let y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y++) near.fill(1, y * width + left, y * width + right + 1);
}

function widened(box: Box, reach: number, within: { width: number; height: number }): Box {
  const [x, y] = [Math.max(0, box.x - reach), Math.max(0, box.y - reach)];
  return {
    x,
    y,
    width: Math.min(within.width, box.x + box.width + reach) - x,
    height: Math.min(within.height, box.y + box.height + reach) - y,
  };
}

/** Mean ink in the band around the strokes that their own soft edge does not reach. */
function haloInk(halo: Uint8Array, around: Box, near: Uint8Array, box: Box, ink: Plane): number {
  let [sum, count] = [0, 0];
  for (let y = 0; y < around.height; y++) {
    const inBoxY = around.y + y - box.y;
    for (let x = 0; x < around.width; x++) {
      if (halo[y * around.width + x] === 0) continue;
      const inBoxX = around.x + x - box.x;
      // `near` ends at the box: outside it, two pixels of soft edge are left out by distance from the box.
      const inside = inBoxX >= 0 && inBoxY >= 0 && inBoxX < box.width && inBoxY < box.height;
      if (
        inside ? near[inBoxY * box.width + inBoxX] === 1 : inBoxX >= -2 && inBoxY >= -2 && inBoxX < box.width + 2 && inBoxY < box.height + 2
      )
        continue;
      sum += ink.data[(around.y + y) * ink.width + around.x + x]!;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function quantile(histogram: Uint32Array, count: number, share: number): number {
  let seen = 0;
  for (let bin = 0; bin <= INK_BINS; bin++) {
    seen += histogram[bin]!;
    if (seen >= count * share) return (bin + 0.5) / INK_BINS;
  }
  return 1;
}

/** Tells by its box and its area alone that a figure is no digit. */
function hasNoDigitsShape({ box, area }: StrokeGroup, width: number, height: number): boolean {
  const aspect = box.width / box.height;
  const fill = area / (box.width * box.height);
  if (aspect > 1.9) return true; // longer than any digit is wide
  if (aspect > 0.3 && fill > 0.82) return true; // a block, not a stroke
  return box.width > width * 0.99 && box.height > height * 0.99 && fill < 0.1;
}

function looksLikeDigit(figure: StrokeGroup, sight: Sight, width: number, height: number, tiny: boolean): boolean {
  const { box } = figure;
  const { cleanness, stroke, contrast, bounded } = sight;
  if (bounded < (tiny ? LEAST_BOUNDED_TINY : LEAST_BOUNDED)) return false;
  if (hasNoDigitsShape(figure, width, height)) return false;
  if (box.width / box.height > 0.3 && stroke > THICKEST_STROKE) return false;
  if (!tiny && contrast < FAINT_AT_EDGE && edgeDistance(box, width, height) < Math.max(width, height) * 0.03) return false;
  return tiny || cleanness > 0.45;
}

/** Pieces of ink beside the figure that count, as a share of its area, and how many of them make clutter. */
const PIECE_OF_CLUTTER = 0.03;
const CLUTTER = 3;

/** Whether a figure is one of many marks: photos are full of bars that could be a 1, and of curves on ground that is not clean. */
function liesInClutter({ box, labels, area }: StrokeGroup, { cleanness }: Sight, { components }: Labeled): boolean {
  if (box.width / box.height > 0.45 && cleanness > 0.8) return false;
  const others = components.filter((piece) => piece.area > area * PIECE_OF_CLUTTER && !labels.includes(piece.label));
  return others.length >= CLUTTER;
}

function edgeDistance({ x, y, width, height }: Box, planeWidth: number, planeHeight: number): number {
  return Math.min(x, y, planeWidth - x - width, planeHeight - y - height);
}

/** The ink of the group alone, brought to 0…1; what lies beside its strokes counts as paper. */
function inkOf(group: StrokeGroup, { runs }: Labeled, { ink }: View, { full }: Sight): Plane {
  const { width, height } = ink;
  const data = new Float32Array(width * height);
  const labels = new Set(group.labels);
  const foreign = new Uint8Array(width * height);
  for (let i = 0; i < runs.count; i++) {
    if (!labels.has(runs.label[i]!)) foreign.fill(1, runs.row[i]! * width + runs.from[i]!, runs.row[i]! * width + runs.to[i]! + 1);
  }
  const low = full * 0.12;
  for (let i = 0; i < runs.count; i++) {
    if (!labels.has(runs.label[i]!)) continue;
    // The soft edge just outside a stroke belongs to it.
    const [top, bottom] = [Math.max(0, runs.row[i]! - 2), Math.min(height - 1, runs.row[i]! + 2)];
    const [left, right] = [Math.max(0, runs.from[i]! - 2), Math.min(width - 1, runs.to[i]! + 2)];
    for (let y = top; y <= bottom; y++) {
      for (let at = y * width + left; at <= y * width + right; at++) {
        if (foreign[at] === 0) data[at] = Math.min(1, Math.max(0, (ink.data[at]! - low) / (full - low)));
      }
    }
  }
  return { width, height, data };
}
