/** What figures about occlusion share: the digit with its patch, the map of drops over the digit, and how probabilities are written. */
import type { Picture, Plane } from '../vision/picture.ts';
import { scaled } from './marks.ts';
import { drawPicture, drawText, frameOver, type Rect, type Sheet } from './sheet.ts';
import { fonts } from './theme.ts';

/** A square patch; row and column of the pixel under its upper left corner. */
export interface Patch {
  row: number;
  column: number;
  side: number;
}

/** Drops of a probability, 0…1 and less, at each position of a patch. */
export interface DropMap {
  drops: Plane;
  patch: number;
  stride: number;
}

/** Full color of the map: a drop of 100 points. It lies on black in every theme. */
const HOT = [255, 150, 20] as const;
/** How bright the digit shines through its map where nothing falls, 0…255. */
const SHINE = 110;
/** Probabilities nearer to 0 or 1 than this are not written as such: no network is wholly sure. */
const NEARLY = 0.005;

/** A probability in percent with its sign of relation, never 0 or 100: `< 1 %`, `= 37 %`, `> 99 %`. */
export function percent(p: number): string {
  if (p < NEARLY) return '< 1\u00a0%';
  return p > 1 - NEARLY ? '> 99\u00a0%' : `= ${Math.round(100 * p)}\u00a0%`;
}

/** Gray numbers 0…1 in big pixels, the patch framed. */
export function drawDigit(sheet: Sheet, { width, height, data }: Plane, rect: Rect, patch?: Patch): void {
  const picture: Picture = { width, height, channels: 1, data: Uint8Array.from(data, (value) => Math.round(255 * clamp(value))) };
  drawPicture(sheet, picture, rect);
  if (patch !== undefined) framePatch(sheet, patch, rect, { width, height });
}

export function framePatch(sheet: Sheet, { row, column, side }: Patch, rect: Rect, picture: { width: number; height: number }): void {
  frameOver(sheet, scaled({ x: column, y: row, width: side, height: side }, rect, picture), sheet.colors.orange, 5);
}

/**
 * The map of drops over the digit it belongs to: each position colors the stride × stride pixels around its patch's middle. A thin line encloses
 * them: nearer to the edge no patch has its middle. @param shown only so many positions, row by row; all if not given
 */
export function drawDrops(
  sheet: Sheet,
  digit: Plane,
  { drops, patch, stride }: DropMap,
  rect: Rect,
  shown = Number.POSITIVE_INFINITY,
): void {
  const data = new Uint8Array(rect.width * rect.height * 3);
  const free = (patch - stride) / 2;
  for (let y = 0, to = 0; y < rect.height; y++) {
    const v = ((y + 0.5) * digit.height) / rect.height;
    const row = Math.floor((v - free) / stride);
    for (let x = 0; x < rect.width; x++, to += 3) {
      const u = ((x + 0.5) * digit.width) / rect.width;
      const column = Math.floor((u - free) / stride);
      const inside = row >= 0 && row < drops.height && column >= 0 && column < drops.width;
      const at = row * drops.width + column;
      const drop = inside && at < shown ? clamp(drops.data[at]!) : 0;
      const gray = SHINE * clamp(digit.data[Math.floor(v) * digit.width + Math.floor(u)]!);
      HOT.forEach((end, channel) => {
        data[to + channel] = Math.round(gray + (end - gray) * drop);
      });
    }
  }
  drawPicture(sheet, { width: rect.width, height: rect.height, channels: 3, data }, rect);
  const { context } = sheet;
  const middles = scaled({ x: free, y: free, width: stride * drops.width, height: stride * drops.height }, rect, digit);
  context.strokeStyle = '#8b97a3';
  context.lineWidth = 2;
  context.strokeRect(middles.x, middles.y, middles.width, middles.height);
}

/** What the map's colors stand for, from 0 to 100 points. Takes BAR_HEIGHT. */
export function drawDropBar(sheet: Sheet, { x, y, width }: Omit<Rect, 'height'>, [low, high]: readonly [string, string]): void {
  const { context, colors } = sheet;
  const gradient = context.createLinearGradient(x, 0, x + width, 0);
  gradient.addColorStop(0, '#000000');
  gradient.addColorStop(1, `rgb(${HOT.join(', ')})`);
  context.fillStyle = gradient;
  context.fillRect(x, y, width, BAR);
  context.strokeStyle = colors.line;
  context.lineWidth = 2;
  context.strokeRect(x, y, width, BAR);
  const look = { font: fonts.text(BAR_TYPE), color: colors.ink };
  drawText(sheet, low, x, y + BAR + 28, look);
  drawText(sheet, high, x + width, y + BAR + 28, { ...look, anchor: 'right' });
}

const BAR = 26;
const BAR_TYPE = 28;
export const BAR_HEIGHT = BAR + 50;

const clamp = (value: number) => Math.max(0, Math.min(1, value));
