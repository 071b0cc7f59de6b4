import type { Random } from './random.ts';

const SIDE = 28;
const GRID = 5; // the elastic warp moves the corners of a 4×4 lattice and bends what lies between

/**
 * A changed copy of one 28×28 picture: turned, slanted, stretched, moved and bent, then perhaps thicker or thinner, blurred,
 * coarser, fainter or noisy.
 * @param source bytes 0…255 @param at where the picture starts @param target floats 0…1, written from `to` on
 * @param strength 1 for the usual changes, 0 for none
 */
export function augment(source: Uint8Array, at: number, target: Float32Array, to: number, strength: number, random: Random): void {
  const picture = warp(source, at, strength, random);
  if (random.chance(0.25 * strength)) changeThickness(picture, random);
  if (random.chance(0.2 * strength)) coarsen(picture, random);
  if (random.chance(0.25 * strength)) {
    const gain = random.between(0.75, 1.35);
    const gamma = random.between(0.7, 1.4);
    for (let i = 0; i < picture.length; i++) picture[i] = Math.min(1, gain * picture[i]! ** gamma);
  }
  if (random.chance(0.15 * strength)) {
    const noise = random.between(0.02, 0.12);
    for (let i = 0; i < picture.length; i++) picture[i] = Math.min(1, Math.max(0, picture[i]! + noise * (random.next() - 0.5) * 2));
  }
  target.set(picture, to);
}

function warp(source: Uint8Array, at: number, strength: number, random: Random): Float32Array {
  const angle = ((random.normal() * 8 * Math.PI) / 180) * strength;
  const shear = random.normal() * 0.12 * strength;
  const scaleX = Math.exp(random.normal() * 0.08 * strength);
  const scaleY = Math.exp(random.normal() * 0.08 * strength);
  const [shiftX, shiftY] = [random.normal() * 0.8 * strength, random.normal() * 0.8 * strength];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const bend = random.between(0, 0.9) * strength;
  const bendX = Float32Array.from({ length: GRID * GRID }, () => random.normal() * bend);
  const bendY = Float32Array.from({ length: GRID * GRID }, () => random.normal() * bend);
  const out = new Float32Array(SIDE * SIDE);
  const middle = (SIDE - 1) / 2;
  const cell = (SIDE - 1) / (GRID - 1);
  for (let y = 0; y < SIDE; y++) {
    const gridY = Math.min(GRID - 2, Math.floor(y / cell));
    const fy = y / cell - gridY;
    for (let x = 0; x < SIDE; x++) {
      const gridX = Math.min(GRID - 2, Math.floor(x / cell));
      const fx = x / cell - gridX;
      const corner = gridY * GRID + gridX;
      const [a, b, c, d] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
      const dx = a * bendX[corner]! + b * bendX[corner + 1]! + c * bendX[corner + GRID]! + d * bendX[corner + GRID + 1]!;
      const dy = a * bendY[corner]! + b * bendY[corner + 1]! + c * bendY[corner + GRID]! + d * bendY[corner + GRID + 1]!;
      const [u, v] = [(x - middle) * scaleX, (y - middle) * scaleY];
      const sourceX = cos * u - sin * v + shear * v + middle + shiftX + dx;
      const sourceY = sin * u + cos * v + middle + shiftY + dy;
      out[y * SIDE + x] = sample(source, at, sourceX, sourceY) / 255;
    }
  }
  return out;
}

function sample(source: Uint8Array, at: number, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  if (x0 < -1 || y0 < -1 || x0 >= SIDE || y0 >= SIDE) return 0;
  const [fx, fy] = [x - x0, y - y0];
  const pixel = (px: number, py: number) => (px < 0 || py < 0 || px >= SIDE || py >= SIDE ? 0 : source[at + py * SIDE + px]!);
  return (1 - fy) * ((1 - fx) * pixel(x0, y0) + fx * pixel(x0 + 1, y0)) + fy * ((1 - fx) * pixel(x0, y0 + 1) + fx * pixel(x0 + 1, y0 + 1));
}

/** Mixes in the largest (thicker) or smallest (thinner) of each pixel's four neighbors. */
function changeThickness(picture: Float32Array, random: Random): void {
  const pick = random.chance(0.5) ? Math.max : Math.min;
  const share = random.between(0.3, 1);
  const before = picture.slice();
  for (let y = 1; y < SIDE - 1; y++) {
    for (let x = 1; x < SIDE - 1; x++) {
      const at = y * SIDE + x;
      const extreme = pick(before[at]!, before[at - 1]!, before[at + 1]!, before[at - SIDE]!, before[at + SIDE]!);
      picture[at] = (1 - share) * before[at]! + share * extreme;
    }
  }
}

/** Blurs: what a small scan looks like once it was enlarged. */
function coarsen(picture: Float32Array, random: Random): void {
  const share = random.between(0.1, 0.3); // weight of the two neighbors
  const before = picture.slice();
  for (const step of [1, SIDE]) {
    before.set(picture);
    for (let at = SIDE; at < picture.length - SIDE; at++) {
      picture[at] = (1 - 2 * share) * before[at]! + share * (before[at - step]! + before[at + step]!);
    }
  }
}
