import type { Figure, Theme } from '../figure.ts';
import { colors } from '../theme.ts';

/** Something that moves: frames that can be drawn in any order, all of one size. */
export interface Scene {
  width: number;
  height: number;
  /** 1…MAX_FRAMES. */
  frames: number;
  /** Pure: the same index always gives the same pixels. */
  draw(index: number): Figure;
  /** How long the frame stays, milliseconds (a GIF counts hundredths of a second). */
  duration(index: number): number;
  /** Colors that must come out exactly, as `#rrggbb`: those of frames, marks and large areas. */
  exact: readonly string[];
}

/** Animations are drawn this wide, pixels: a phone shows them at about half. */
export const SCENE_WIDTH = 720;
/** More frames nobody waits for. */
export const MAX_FRAMES = 60;
/** How long the first and the last frame stay, milliseconds: time to look, and a pause before it begins anew. */
const FIRST_MS = 1600;
const LAST_MS = 3200;

/** How long each frame stays: the fewer there are, the longer there is to calculate along. */
export function timed(frames: number): (index: number) => number {
  const between = frames <= 14 ? 1300 : frames <= 30 ? 800 : 500;
  return (index) => (index === frames - 1 ? LAST_MS : index === 0 ? FIRST_MS : between);
}

/** The theme's own colors, without the scales of values. */
export function exactColors(theme: Theme): string[] {
  const { background, panel, ink, muted, line, blue, orange, red } = colors[theme];
  return [background, panel, ink, muted, line, blue, orange, red];
}
