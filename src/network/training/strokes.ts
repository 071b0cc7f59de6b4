import type { Plane } from '../../vision/picture.ts';
import type { Random } from './random.ts';

/** A point of a pen's path in a unit square, y downwards. */
export type Point = readonly [x: number, y: number];
/** One movement of the pen: a smooth curve through its points. Two points make a straight line; a corner starts a new stroke. */
export type Stroke = readonly Point[];

export interface Hand {
  /** Pen's thickness as a share of the figure's height. */
  pen: number;
  /** Horizontal shift for each unit of height. */
  slant: number;
  /** Degrees. */
  rotation: number;
  /** Width over height, relative to the skeleton's own. */
  aspect: number;
  /** How far each point strays, as a share of the height. */
  tremor: number;
}

const STEPS = 8; // straight pieces between two points of a curve

/** A random way of writing: most pens are ball-points, some are markers. */
export function randomHand(random: Random): Hand {
  return {
    pen: random.chance(0.25) ? random.between(0.11, 0.2) : random.between(0.03, 0.11),
    slant: random.normal() * 0.14,
    rotation: random.normal() * 6,
    aspect: Math.exp(random.normal() * 0.2),
    tremor: random.between(0.005, 0.035),
  };
}

/** Draws strokes as a hand would, on a square of `side` pixels: ink 0…1, edges smooth. */
export function drawStrokes(strokes: readonly Stroke[], hand: Hand, side: number, random: Random): Plane {
  const data = new Float32Array(side * side);
  const scale = side * 0.66;
  const angle = (hand.rotation * Math.PI) / 180;
  const place = ([x0, y0]: Point): Point => {
    const [wobbleX, wobbleY] = [random.normal() * hand.tremor, random.normal() * hand.tremor];
    const y = y0 - 0.5 + wobbleY;
    const x = (x0 - 0.5 + wobbleX) * hand.aspect - y * hand.slant;
    return [side / 2 + scale * (x * Math.cos(angle) - y * Math.sin(angle)), side / 2 + scale * (x * Math.sin(angle) + y * Math.cos(angle))];
  };
  const radius = Math.max(0.6, (hand.pen * scale) / 2);
  for (const stroke of strokes) {
    const path = curveThrough(stroke.map(place));
    for (let i = 0; i + 1 < path.length; i++) drawSegment(data, side, path[i]!, path[i + 1]!, radius * random.between(0.92, 1.08));
  }
  return { width: side, height: side, data };
}

/** Catmull-Rom curve through the points, as a chain of short straight pieces. */
function curveThrough(points: readonly Point[]): Point[] {
  if (points.length < 3) return [...points];
  const path: Point[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [b, c] = [points[i]!, points[i + 1]!];
    const a = points[i - 1] ?? b;
    const d = points[i + 2] ?? c;
    for (let step = 0; step < STEPS; step++) {
      const t = step / STEPS;
      path.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)]);
    }
  }
  path.push(points[points.length - 1]!);
  return path;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

function drawSegment(data: Float32Array, side: number, from: Point, to: Point, radius: number): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy || 1;
  const reach = radius + 1;
  const [left, right] = [Math.max(0, Math.floor(Math.min(from[0], to[0]) - reach)), Math.min(side - 1, Math.max(from[0], to[0]) + reach)];
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(from[1], to[1]) - reach)), Math.min(side - 1, Math.max(from[1], to[1]) + reach)];
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const along = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / length));
      const away = Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
      const ink = Math.min(1, Math.max(0, 0.5 + radius - away));
      const at = y * side + x;
      if (ink > data[at]!) data[at] = ink;
    }
  }
}
