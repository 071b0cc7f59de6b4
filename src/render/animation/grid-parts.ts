/** What the scenes of number grids share: their header, captions, the lines below, and the colors of what is being worked on. */
import type { Padding } from '../../vision/convolution.ts';
import type { Figure, Theme } from '../figure.ts';
import { createSheet, drawText, fitSize, type Sheet, wrap } from '../sheet.ts';
import type { figureTexts } from '../texts.ts';
import { fonts } from '../theme.ts';
import { type WindowKind, windowKind } from '../window-kind.ts';
import { SCENE_WIDTH } from './scene.ts';

export const MARGIN = 28;
export const INNER = SCENE_WIDTH - 2 * MARGIN;
/** Where the first grids begin. */
export const GRIDS_TOP = 176;
/** From a grid's caption to its top. */
export const CAPTION = 30;
/** Height of a line below the grids. */
export const LINE = 42;

/** A line below the grids. */
export interface FormulaLine {
  text: string;
  look: 'formula' | 'words';
}

/** One frame of a scene. */
export function framed(height: number, theme: Theme, draw: (sheet: Sheet) => void): Figure {
  const sheet = createSheet(height, theme, SCENE_WIDTH);
  draw(sheet);
  return sheet.figure();
}

export function drawHeader(sheet: Sheet, title: string, facts: string): void {
  const { colors } = sheet;
  drawText(sheet, title, MARGIN, 48, { font: fonts.bold(fitSize(title, fonts.bold, INNER, { max: 38, min: 18 })), color: colors.ink });
  drawText(sheet, facts, MARGIN, 96, { font: fonts.text(fitSize(facts, fonts.text, INNER, { max: 27, min: 18 })), color: colors.muted });
}

/** A grid's caption, above its left corner, or with `right` above the right one. */
export function gridCaption(
  sheet: Sheet,
  text: string,
  { x, y }: { x: number; y: number },
  width: number,
  anchor: 'left' | 'right' = 'left',
): void {
  const font = fonts.bold(fitSize(text, fonts.bold, width, { max: 27, min: 16 }));
  drawText(sheet, text, x, y - CAPTION + 4, { font, color: sheet.colors.ink, anchor });
}

export const words = (text: string): FormulaLine[] => wrap(text, fonts.text(28), INNER).map((line) => ({ text: line, look: 'words' }));

/** Formulas in one size, the largest in which all of them fit. */
export function drawLines(sheet: Sheet, lines: readonly FormulaLine[], top: number): void {
  const formulas = lines.filter(({ look }) => look === 'formula');
  const size = Math.min(...formulas.map(({ text }) => fitSize(text, fonts.mono, INNER, { max: 31, min: 15 })));
  lines.forEach(({ text, look }, index) => {
    const font = look === 'formula' ? fonts.mono(size) : fonts.text(28);
    drawText(sheet, text, MARGIN, top + index * LINE, { font, color: sheet.colors.ink });
  });
}

export const square = (cell: number) => ({ width: cell, height: cell });

/** A light orange on which ink and small red numbers read well: what is being worked on. */
export const tint = ({ colors }: Sheet) => (colors.background === '#ffffff' ? '#fdebc8' : '#4a3a14');

/** Stride, padding and dilation in words, and a border other than zeros and a turned kernel; pooling windows have no holes here. */
export function windowFacts(t: FigureTranslate, { stride, padding, dilation, pooling = false, ...kind }: WindowFacts): string {
  const { top, right, bottom, left } = padding;
  const zeros = top === right && right === bottom && bottom === left ? String(top) : `${top} ${right} ${bottom} ${left}`;
  const more = windowKind(t, { padded: top + right + bottom + left > 0, ...kind });
  // a line has room for so many words: a window without holes need not say so
  const short = pooling || (dilation === 1 && more.length > 0);
  const first = short
    ? t('animation-pooling-window', { stride, padding: zeros })
    : t('animation-window', { stride, padding: zeros, dilation });
  return [first, ...more].join(' · ');
}

type FigureTranslate = ReturnType<typeof figureTexts>;

interface WindowFacts extends WindowKind {
  padding: Padding;
  stride: number;
  dilation: number;
  pooling?: boolean;
}
