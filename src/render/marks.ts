import { frame } from './number-grid.ts';
import type { Rect, Sheet } from './sheet.ts';

/** Where a rectangle of a picture lies when the picture is drawn into `place`. */
export function scaled({ x, y, width, height }: Rect, place: Rect, picture: { width: number; height: number }): Rect {
  const across = place.width / picture.width;
  const down = place.height / picture.height;
  return { x: place.x + x * across, y: place.y + y * down, width: width * across, height: height * down };
}

/** How far a frame may stand out of its picture, pixels: a window in the padding touches the edge. */
const OUTSIDE = 14;

/** A frame on a picture drawn at `place`, orange with white around it, so that it shows on any; at least so large, pixels. */
export function mark(sheet: Sheet, { x, y, width, height }: Rect, place: Rect, least: number): void {
  const wide = Math.max(width, least);
  const high = Math.max(height, least);
  const within = (from: number, length: number, start: number, whole: number) =>
    Math.min(Math.max(from, start - OUTSIDE), Math.max(start - OUTSIDE, start + whole + OUTSIDE - length));
  const rect = {
    x: within(x + (width - wide) / 2, wide, place.x, place.width),
    y: within(y + (height - high) / 2, high, place.y, place.height),
    width: Math.min(wide, place.width + 2 * OUTSIDE),
    height: Math.min(high, place.height + 2 * OUTSIDE),
  };
  frame(sheet, rect, '#ffffff', 9);
  frame(sheet, rect, sheet.colors.orange, 5);
}
