import type { Plane } from '../picture.ts';
import type { Box } from './preparation.ts';
import { resampleBox } from './resample.ts';

/** Side of the box that a digit is fitted into, and of the frame it is centered in: MNIST's own preparation. */
const BOX_SIDE = 20;
const FRAME_SIDE = 28;

/** The working size: four cells for one of the 20×20 box, with room around for strokes that get thicker. */
const CELLS = 4;
const WORK_SIDE = BOX_SIDE * CELLS;
const ROOM = 12;

/** Strokes thinner than this (in pixels of the 20×20 box) would fade to gray when shrunk; thicker ones would fill loops. */
const THINNEST_STROKE = 1.6;
const THICKEST_STROKE = 4;

export interface NormalizedDigit {
  /** The digit alone, its longer side 20, 0…1. */
  fitted: Plane;
  /** 28×28, its center of mass in the middle, 0…1. */
  centered: Plane;
}

/**
 * Brings ink into MNIST's form: fitted into 20×20 with its aspect kept, strokes of a usual thickness, and its center of mass moved
 * to the center of 28×28.
 * @param ink 0…1, 1 = full ink, 0 = none; holds one digit and nothing else
 * @returns undefined where there is no ink
 */
export function normalizeInk(ink: Plane): NormalizedDigit | undefined {
  const bounds = inkBounds(ink, 0.4);
  if (!bounds) return undefined;
  const work = enlarge(ink, bounds);
  const even = withUsualThickness(work);
  const box = inkBounds(even, 0.3);
  if (!box) return undefined;
  const scale = BOX_SIDE / Math.max(box.width, box.height);
  const fitted = resampleBox(even, box, Math.max(1, Math.round(box.width * scale)), Math.max(1, Math.round(box.height * scale)));
  return { fitted, centered: center(fitted) };
}

/** The smallest box around everything over `level`. */
export function inkBounds({ width, height, data }: Plane, level: number): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! < level) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The inked box brought to the working size, with room around it. */
function enlarge(ink: Plane, bounds: Box): Plane {
  const scale = WORK_SIDE / Math.max(bounds.width, bounds.height);
  const room = ROOM / scale;
  const box = { x: bounds.x - room, y: bounds.y - room, width: bounds.width + 2 * room, height: bounds.height + 2 * room };
  return resampleBox(ink, box, Math.round(box.width * scale), Math.round(box.height * scale));
}

/** Makes strokes thicker or thinner, evenly on all sides, until they are as thick as a pen's in MNIST; others stay as they are. */
function withUsualThickness(ink: Plane): Plane {
  const thickness = strokeThickness(ink) / CELLS;
  if (thickness >= THINNEST_STROKE && thickness <= THICKEST_STROKE) return ink;
  const wanted = thickness < THINNEST_STROKE ? THINNEST_STROKE + 0.2 : Math.max(THICKEST_STROKE, thickness * 0.7);
  const growth = ((wanted - thickness) / 2) * CELLS;
  const distance = signedDistance(ink);
  return { ...ink, data: distance.map((value) => Math.min(1, Math.max(0, 0.5 + growth - value))) };
}

/** Mean thickness of the strokes, in cells: twice the area over the length of the outline. */
export function strokeThickness({ width, height, data }: Plane): number {
  let area = 0;
  let outline = 0;
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const at = y * width + x;
      const inside = data[at]! >= 0.5;
      if (inside) area++;
      // Each 2×2 block adds the length of the outline that crosses it (marching squares with rounded lengths).
      const corners =
        (inside ? 1 : 0) + (data[at + 1]! >= 0.5 ? 1 : 0) + (data[at + width]! >= 0.5 ? 1 : 0) + (data[at + width + 1]! >= 0.5 ? 1 : 0);
      if (corners === 1 || corners === 3) outline += Math.SQRT1_2;
      else if (corners === 2) outline += 1;
    }
  }
  return outline === 0 ? 0 : (2 * area) / outline;
}

/** Distance to the strokes' outline in cells, negative inside (two passes of a 3-4 chamfer, good to a few percent). */
function signedDistance({ width, height, data }: Plane): Float32Array {
  const outside = chamfer(width, height, (at) => data[at]! >= 0.5);
  const inside = chamfer(width, height, (at) => data[at]! < 0.5);
  return outside.map((value, at) => (value > 0 ? value - 0.5 : 0.5 - inside[at]!));
}

function chamfer(width: number, height: number, isTarget: (at: number) => boolean): Float32Array {
  const far = width + height;
  const distance = new Float32Array(width * height);
  for (let at = 0; at < distance.length; at++) distance[at] = isTarget(at) ? 0 : far;
  const relax = (at: number, x: number, y: number, forward: number) => {
    const [back, up] = [-forward, -forward * width];
    const hasBack = forward > 0 ? x > 0 : x < width - 1;
    const hasFront = forward > 0 ? x < width - 1 : x > 0;
    const hasUp = forward > 0 ? y > 0 : y < height - 1;
    let best = distance[at]!;
    if (hasBack) best = Math.min(best, distance[at + back]! + 1);
    if (hasUp) best = Math.min(best, distance[at + up]! + 1);
    if (hasUp && hasBack) best = Math.min(best, distance[at + up + back]! + Math.SQRT2);
    if (hasUp && hasFront) best = Math.min(best, distance[at + up - back]! + Math.SQRT2);
    distance[at] = best;
  };
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) relax(y * width + x, x, y, 1);
  for (let y = height - 1; y >= 0; y--) for (let x = width - 1; x >= 0; x--) relax(y * width + x, x, y, -1);
  return distance;
}

/** Puts the fitted digit into 28×28 so that its center of mass lies in the middle, moved by whole pixels and never cut. */
function center(fitted: Plane): Plane {
  let [mass, sumX, sumY] = [0, 0, 0];
  for (let y = 0; y < fitted.height; y++) {
    for (let x = 0; x < fitted.width; x++) {
      const value = fitted.data[y * fitted.width + x]!;
      mass += value;
      sumX += value * (x + 0.5);
      sumY += value * (y + 0.5);
    }
  }
  const left = place(sumX / mass, fitted.width);
  const top = place(sumY / mass, fitted.height);
  const data = new Float32Array(FRAME_SIDE * FRAME_SIDE);
  for (let y = 0; y < fitted.height; y++) {
    const row = fitted.data.subarray(y * fitted.width, (y + 1) * fitted.width);
    data.set(row, (top + y) * FRAME_SIDE + left);
  }
  return { width: FRAME_SIDE, height: FRAME_SIDE, data };
}

function place(middle: number, length: number): number {
  return Math.min(FRAME_SIDE - length, Math.max(0, Math.round(FRAME_SIDE / 2 - middle)));
}
