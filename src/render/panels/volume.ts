import type { Sheet } from '../sheet.ts';

/** Sides in proportion, pixels. */
export interface Volume {
  width: number;
  height: number;
  depth: number;
}

const LEAST_SIDE = 12;
const MOST_DEPTH = 48;
const VECTOR_WIDTH = 22;
/** Where sides differ by more than this factor they are drawn by their square root. */
const MOST_DIFFERENCE = 8;

/**
 * Boxes for these shapes (channels, height, width; or one number, a vector) within a square of `side` pixels: height and width in one
 * proportion for all, depth by the logarithm of the channels.
 * @throws RangeError for a shape of another kind, or a side below 1
 */
export function volumesOf(shapes: readonly (number[] | undefined)[], side: number): (Volume | undefined)[] {
  const known = shapes.filter((shape) => shape !== undefined);
  if (known.some((shape) => (shape.length !== 1 && shape.length !== 3) || shape.some((count) => !(count >= 1))))
    throw new RangeError('a shape has one number or channels, height and width, each 1 at least');
  const sides = known.filter(({ length }) => length === 3).flatMap((shape) => shape.slice(1));
  const most = Math.max(1, ...sides);
  const power = most / Math.min(most, ...sides.filter((count) => count > 1)) > MOST_DIFFERENCE ? 0.5 : 1;
  const drawn = (count: number) => Math.max(LEAST_SIDE, Math.round((side - MOST_DEPTH) * (count / most) ** power));
  return shapes.map((shape) => {
    if (shape === undefined) return undefined;
    const [first, height, width] = shape as [number, number?, number?];
    if (height === undefined || width === undefined)
      return { width: VECTOR_WIDTH, height: Math.min(side, 40 + 10 * Math.log2(first)), depth: 0 };
    const depth = first === 1 ? 0 : Math.min(MOST_DEPTH, Math.round(8 + 4 * Math.log2(first)));
    return { width: drawn(width), height: drawn(height), depth };
  });
}

/** Draws a volume's three visible faces; x and y are the upper left corner of all of it. */
export function drawVolume({ context, colors }: Sheet, { width, height, depth }: Volume, x: number, y: number): void {
  const front = y + depth;
  const face = (points: [number, number][], fill: string) => {
    context.beginPath();
    for (const [across, down] of points) context.lineTo(across, down);
    context.closePath();
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = colors.panel;
    context.lineWidth = 3;
    context.stroke();
  };
  if (depth > 0) {
    const [right, back] = [x + width, x + width + depth];
    face(
      [
        [x, front],
        [x + depth, y],
        [back, y],
        [right, front],
      ],
      colors.sky,
    );
    face(
      [
        [right, front],
        [back, y],
        [back, y + height],
        [right, front + height],
      ],
      colors.blue,
    );
  }
  face(
    [
      [x, front],
      [x + width, front],
      [x + width, front + height],
      [x, front + height],
    ],
    depth > 0 ? colors.blue : colors.purple,
  );
}
