export type Language = 'en' | 'ru';
export type Theme = 'light' | 'dark';

/** A drawn figure: red, green and blue interleaved, rows from the top. */
export interface Figure {
  width: number;
  height: number;
  channels: 3;
  data: Uint8Array;
}

/** What every figure is told about how to draw. */
export interface Style {
  language: Language;
  theme: Theme;
}

/** Figures are drawn this wide, pixels: a phone shows them at about a third. */
export const FIGURE_WIDTH = 1080;
