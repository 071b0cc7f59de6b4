import { type ChainInput, drawChain } from './chain-figure.ts';
import type { Figure, Style } from './figure.ts';
import { drawParticipation, type ParticipationInput } from './participation-figure.ts';
import { drawSizeGrid, fitsGrid, type SizeGridInput } from './size-grid-figure.ts';
import { type AxisDrawing, drawStrip, stripHeight, stripsSheet } from './size-strip.ts';
import { figureTexts } from './texts.ts';

/** Each axis of a layer for itself: what is long, one-dimensional, spatial or transposed. */
export interface SizeStripsInput extends Style {
  view: 'strips';
  axes: AxisDrawing[];
}

export type SizeFigureInput = SizeStripsInput | SizeGridInput | ParticipationInput | ChainInput;

/** A figure of sizes; a grid with too many cells is drawn as strips. */
export function drawSizeFigure(input: SizeFigureInput): Figure {
  switch (input.view) {
    case 'chain':
      return drawChain(input);
    case 'heatmap':
      return drawParticipation(input);
    case 'grid': {
      const { rows, columns, language, theme } = input;
      if (fitsGrid(rows, columns)) return drawSizeGrid(input);
      return drawStrips({ view: 'strips', axes: rows.formula === columns.formula ? [columns] : [rows, columns], language, theme });
    }
    case 'strips':
      return drawStrips(input);
  }
}

function drawStrips({ axes, language, theme }: SizeStripsInput): Figure {
  const t = figureTexts(language);
  const sheet = stripsSheet(axes, theme);
  let y = 0;
  for (const axis of axes) {
    drawStrip(sheet, t, axis, y);
    y += stripHeight(axis) + 30;
  }
  return sheet.figure();
}
