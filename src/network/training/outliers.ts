import type { Plane } from '../../vision/picture.ts';
import { digitSkeletons } from './digit-skeletons.ts';
import type { Random } from './random.ts';
import { drawStrokes, type Point, randomHand, type Stroke } from './strokes.ts';

const line = (...points: Point[]): Stroke => points;

/** Letters, signs and shapes that no one would take for a digit, each a list of strokes in the unit square. */
const signs: readonly (readonly Stroke[])[] = [
  [line([0.1, 1], [0.5, 0]), line([0.5, 0], [0.9, 1]), line([0.28, 0.62], [0.72, 0.62])], // A
  [line([0.2, 0], [0.2, 1]), line([0.2, 0], [0.8, 0]), line([0.2, 0.5], [0.7, 0.5]), line([0.2, 1], [0.8, 1])], // E
  [line([0.2, 0], [0.2, 1]), line([0.2, 0], [0.8, 0]), line([0.2, 0.5], [0.7, 0.5])], // F
  [line([0.15, 0], [0.15, 1]), line([0.85, 0], [0.85, 1]), line([0.15, 0.5], [0.85, 0.5])], // H
  [line([0.2, 0], [0.2, 1]), line([0.8, 0], [0.2, 0.55]), line([0.35, 0.45], [0.85, 1])], // K
  [line([0.1, 1], [0.1, 0]), line([0.1, 0], [0.5, 0.6]), line([0.5, 0.6], [0.9, 0]), line([0.9, 0], [0.9, 1])], // M
  [line([0.15, 1], [0.15, 0]), line([0.15, 0], [0.85, 1]), line([0.85, 1], [0.85, 0])], // N
  [line([0.15, 0], [0.15, 1]), line([0.85, 0], [0.85, 1]), line([0.15, 1], [0.85, 0])], // И
  [line([0.2, 0], [0.2, 1]), line([0.2, 0.02], [0.6, 0.02], [0.8, 0.25], [0.6, 0.5], [0.2, 0.5])], // P
  [line([0.2, 0], [0.2, 1]), line([0.2, 0.02], [0.6, 0.02], [0.8, 0.25], [0.6, 0.5], [0.2, 0.5]), line([0.45, 0.5], [0.85, 1])], // R
  [line([0.05, 0], [0.28, 1]), line([0.28, 1], [0.5, 0.35]), line([0.5, 0.35], [0.72, 1]), line([0.72, 1], [0.95, 0])], // W
  [line([0.15, 0], [0.85, 1]), line([0.85, 0], [0.15, 1])], // X
  [line([0.1, 0], [0.5, 0.5]), line([0.9, 0], [0.5, 0.5]), line([0.5, 0.5], [0.5, 1])], // Y
  [line([0.1, 0], [0.9, 0]), line([0.5, 0], [0.5, 1])], // T
  [line([0.1, 0], [0.5, 1]), line([0.5, 1], [0.9, 0])], // V
  [line([0.2, 0], [0.2, 1]), line([0.2, 1], [0.8, 1])], // L
  [line([0.1, 0], [0.1, 1]), line([0.5, 0], [0.5, 1]), line([0.9, 0], [0.9, 1]), line([0.1, 1], [0.9, 1])], // Ш
  [line([0.1, 0], [0.1, 1]), line([0.5, 0], [0.5, 1]), line([0.9, 0], [0.9, 1]), line([0.1, 0.5], [0.9, 0.5])], // Ж, roughly
  [line([0.2, 1], [0.2, 0]), line([0.2, 0], [0.8, 0]), line([0.8, 0], [0.8, 1])], // П
  [line([0.5, 0], [0.5, 1]), line([0, 0.5], [1, 0.5])], // plus
  [line([0.05, 0.5], [0.4, 0.9]), line([0.4, 0.9], [1, 0.05])], // check mark
  [line([0, 0.4], [1, 0.4]), line([0, 0.65], [1, 0.65])], // equals
  [line([0.1, 0.1], [0.9, 0.1]), line([0.9, 0.1], [0.9, 0.9]), line([0.9, 0.9], [0.1, 0.9]), line([0.1, 0.9], [0.1, 0.1])], // square
  [line([0.5, 0.05], [0.95, 0.9]), line([0.95, 0.9], [0.05, 0.9]), line([0.05, 0.9], [0.5, 0.05])], // triangle
  [line([0, 0.5], [1, 0.5]), line([0.7, 0.2], [1, 0.5]), line([1, 0.5], [0.7, 0.8])], // arrow
  [line([0.5, 0], [0.5, 1]), line([0.07, 0.25], [0.93, 0.75]), line([0.07, 0.75], [0.93, 0.25])], // asterisk
  [line([0.5, 0], [0.8, 1]), line([0.8, 1], [0, 0.38]), line([0, 0.38], [1, 0.38]), line([1, 0.38], [0.2, 1]), line([0.2, 1], [0.5, 0])], // star
  [line([0.5, 0.3], [0.25, 0], [0, 0.3], [0.5, 1]), line([0.5, 0.3], [0.75, 0], [1, 0.3], [0.5, 1])], // heart
  [
    line([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5], [0.5, 0]),
    line([0.33, 0.33], [0.34, 0.38]),
    line([0.66, 0.33], [0.65, 0.38]),
    line([0.25, 0.6], [0.5, 0.78], [0.75, 0.6]),
  ], // face
  [line([0.1, 0.2], [0.3, 0.8], [0.5, 0.2], [0.7, 0.8], [0.9, 0.2])], // wave
  [line([0.2, 0.9], [0.1, 0.5], [0.5, 0.3], [0.8, 0.6], [0.5, 0.9], [0.2, 0.7]), line([0.8, 0.3], [0.8, 0.9], [0.95, 0.95])], // a
  [line([0.2, 0.1], [0.2, 0.9]), line([0.2, 0.5], [0.5, 0.3], [0.7, 0.5], [0.7, 0.9])], // h
  [
    line([0.1, 0.9], [0.1, 0.3]),
    line([0.1, 0.5], [0.3, 0.3], [0.5, 0.5], [0.5, 0.9]),
    line([0.5, 0.5], [0.7, 0.3], [0.9, 0.5], [0.9, 0.9]),
  ], // m
  [line([0.8, 0.1], [0.35, 0.1], [0.1, 0.5], [0.35, 0.9], [0.8, 0.9])], // C, square
  [line([0.15, 0.1], [0.15, 0.7], [0.5, 1], [0.85, 0.7], [0.85, 0.1])], // U
  [line([0.5, 0], [0.5, 1]), line([0.5, 0.2], [0.1, 0.35], [0.1, 0.65], [0.5, 0.8], [0.9, 0.65], [0.9, 0.35], [0.5, 0.2])], // Ф
];

/** Draws something that is not one digit: a letter or sign, a scribble, two digits, a blotch or a torn texture. Ink 0…1. */
export function drawOutlier(side: number, random: Random): Plane {
  const hand = randomHand(random);
  const kind = random.next();
  if (kind < 0.4) return drawStrokes(random.pick(signs), hand, side, random);
  if (kind < 0.6) return drawStrokes(scribble(random), { ...hand, pen: hand.pen * 0.7 }, side, random);
  if (kind < 0.75) return drawStrokes(severalDigits(random), { ...hand, pen: hand.pen * 0.6 }, side, random);
  return texture(side, random);
}

function scribble(random: Random): Stroke[] {
  const strokes = 1 + random.below(3);
  return Array.from({ length: strokes }, () => Array.from({ length: 4 + random.below(9) }, () => [random.next(), random.next()] as const));
}

/** Two or three digits side by side. */
function severalDigits(random: Random): Stroke[] {
  const count = random.chance(0.75) ? 2 : 3;
  const strokes: Stroke[] = [];
  for (let i = 0; i < count; i++) {
    const shift = random.between(-0.06, 0.06);
    for (const stroke of random.pick(random.pick(digitSkeletons))) {
      strokes.push(stroke.map(([x, y]) => [(i + 0.05 + 0.9 * x) / count, 0.1 + 0.8 * y + shift] as const));
    }
  }
  return strokes;
}

/** Patches of cloudy noise, cut at a level: what ink-like parts of photos look like. */
function texture(side: number, random: Random): Plane {
  const data = new Float32Array(side * side);
  const waves = Array.from({ length: 9 }, () => {
    const frequency = random.between(1.5, 11) / side;
    const angle = random.between(0, 2 * Math.PI);
    return { x: Math.cos(angle) * frequency, y: Math.sin(angle) * frequency, phase: random.next(), size: random.between(0.3, 1) };
  });
  const level = random.between(0.2, 1.6);
  const sharpness = random.between(0.8, 4);
  const round = random.chance(0.5);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      let value = -level;
      for (const wave of waves) value += wave.size * Math.sin(2 * Math.PI * (wave.x * x + wave.y * y + wave.phase));
      const far = round
        ? Math.hypot(x - side / 2, y - side / 2) / (side * 0.35)
        : Math.max(Math.abs(x - side / 2), Math.abs(y - side / 2)) / (side * 0.35);
      data[y * side + x] = far > 1 ? 0 : Math.min(1, Math.max(0, value * sharpness));
    }
  }
  return { width: side, height: side, data };
}
