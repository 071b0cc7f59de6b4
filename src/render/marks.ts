import { frame } from './number-grid.ts';
import type { Rect, Sheet } from './sheet.ts';

/** Where a rectangle of a picture lies when the picture is drawn into `place`. */
export function scaled({ x, y, width, height }: Rect, place: Rect, picture: { width: number; height: number }): Rect {
  const across = place.width / picture.width;
  const down = place.height / picture.height;
  return { x: place.x + x * across, y: place.y + y * down, width: width * across, height: height * down };
}

/** A frame that shows on any picture, orange with white around it; around something tiny it is at least so large, pixels. */
export function mark(sheet: Sheet, { x, y, width, height }: Rect, least: number): void {
  const wide = Math.max(width, least);
  const high = Math.max(height, least);
  const rect = { x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high };
  frame(sheet, rect, '#ffffff', 9);
  frame(sheet, rect, sheet.colors.orange, 5);
}
