import type { Figure, Language, Theme } from '../../render/figure.ts';
import { encodePng } from '../../vision/encode.ts';
import type { Rendered } from '../job.ts';

/** What every drawing job is told about how to draw. */
export interface FigureStyle {
  language: Language;
  theme: Theme;
}

/** A drawn figure as a PNG. */
export async function rendered(figure: Figure): Promise<Rendered> {
  const { width, height, data } = figure;
  return { bytes: await encodePng({ width, height, channels: 4, data }), type: 'image/png', width, height };
}
