import type { Panel } from '../quiz/cell-panels.ts';

const SIDE = 17;
const MIDDLE = (SIDE - 1) / 2;
/** Width of a slit of light, pixels, and how far a cell's field reaches. */
const WIDTH = 3;
const REACH = 7.5;

/** A slit of light through the middle that rises by so many degrees: 0…1 for each pixel, by how much of it is lit. */
function slit(degrees: number): number[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return Array.from({ length: SIDE * SIDE }, (_, at) => {
    const [x, y] = [(at % SIDE) - MIDDLE, Math.floor(at / SIDE) - MIDDLE];
    const away = Math.abs(x * sin + y * cos);
    return Math.hypot(x, y) > REACH ? 0 : Math.max(0, Math.min(1, (WIDTH + 1) / 2 - away));
  });
}

/** What a cell that is built for one slit answers to another, in percent of its own: the two laid on each other, even light counting nothing. */
export function slitResponse(preferred: number, shown: number): number {
  const [field, light] = [slit(preferred), slit(shown)];
  const seen = field.map((_, at) => Math.hypot((at % SIDE) - MIDDLE, Math.floor(at / SIDE) - MIDDLE) <= REACH);
  const mean = field.reduce((sum, value) => sum + value, 0) / seen.filter(Boolean).length;
  const answer = (pattern: number[]) => pattern.reduce((sum, value, at) => sum + (seen[at] ? (field[at]! - mean) * value : 0), 0);
  return Math.round((100 * answer(light)) / answer(field));
}

/** A slit as a picture. */
export const slitPanel = (degrees: number, caption: string): Panel => ({
  kind: 'picture',
  caption,
  width: SIDE,
  height: SIDE,
  data: slit(degrees).map((light) => Math.round(40 + 205 * light)),
});
