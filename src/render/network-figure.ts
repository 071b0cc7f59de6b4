import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { type Block, blocksOf, drawBlock, drawLink } from './network-block.ts';
import { foldRepeats, layerDetails, layerName, type NetworkLayer, repeatedText, writtenShape } from './network-layer.ts';
import { drawArrow } from './panels/arrow.ts';
import { createSheet, drawText, drawTitle, fitSize, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface NetworkFigureInput extends Style {
  title?: string;
  /** From the input on: 2 at least. */
  layers: NetworkLayer[];
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const TITLE = 110;
/** Layers beside each other; a chain goes on in the next row. */
const MOST_IN_ROW = 3;
const GAP = 40;
const NAME_LINE = 40;
const DETAIL_LINE = 38;
const HEAD_GAP = 18;
const LABEL = 70;
const ROW_GAP = 34;

interface Cell {
  layer: NetworkLayer;
  block: Block;
  names: string[];
  details: string[];
}

/**
 * A network as a chain of volumes, each in proportion, with its layer above and its shape below: maps as sheets one behind the other,
 * vectors as columns. The orange window of a sliding layer leads to the cell that it gives.
 * @throws RangeError for fewer than two layers
 */
export function drawNetwork({ title, layers, language, theme }: NetworkFigureInput): Figure {
  if (layers.length < 2) throw new RangeError('a network has an input and a layer at least');
  const t = figureTexts(language);
  const parts = foldRepeats(layers, (layer, index) => [layer, layers[index - 1]?.shape]);
  // rows as even as can be
  const perRow = Math.ceil(parts.length / Math.ceil(parts.length / MOST_IN_ROW));
  const column = (INNER - (perRow - 1) * GAP) / perRow;
  // a block that is repeated stands there as what comes out of it, with the window that goes over what comes into it
  const ends = parts.map(({ items }): NetworkLayer => {
    const { window: _, ...end } = items.at(-1)!;
    const { window } = items[0];
    return window === undefined ? end : { ...end, window };
  });
  const blocks = blocksOf(ends, column - 20);
  const cells = parts.map(({ items, times }, index): Cell => {
    const details = [...new Set(items.map(layerDetails))].filter((detail) => detail !== '');
    return {
      layer: ends[index]!,
      block: blocks[index]!,
      names: wrap(
        repeatedText(
          items.map((layer) => layerName(t, layer)),
          times,
        ),
        fonts.bold(sizes.text),
        column,
      ),
      details: details.length === 0 ? [] : wrap(details.join(' → '), fonts.text(sizes.small), column),
    };
  });
  const rows = Array.from({ length: Math.ceil(cells.length / perRow) }, (_, row) => {
    const inRow = cells.slice(row * perRow, (row + 1) * perRow);
    const head = Math.max(...inRow.map(({ names, details }) => names.length * NAME_LINE + details.length * DETAIL_LINE));
    const body = Math.max(...inRow.map(({ block }) => block.height));
    return { cells: inRow, head: head + HEAD_GAP, body };
  });
  const top = title === undefined ? 30 : TITLE;
  const height = rows.reduce((sum, { head, body }) => sum + head + body + LABEL + ROW_GAP, 0);
  const sheet = createSheet(top + height, theme);
  if (title !== undefined) drawTitle(sheet, title, { x: MARGIN, y: 56, width: INNER }, sizes.title);
  let y = top;
  rows.forEach((row, index) => {
    drawRow(sheet, row, { y, column, first: index === 0 });
    y += row.head + row.body + LABEL + ROW_GAP;
  });
  return sheet.figure();
}

function drawRow(
  sheet: Sheet,
  { cells, head, body }: { cells: Cell[]; head: number; body: number },
  { y, column, first }: { y: number; column: number; first: boolean },
): void {
  const { colors } = sheet;
  const placed = cells.map(({ block }, index) => {
    const left = MARGIN + index * (column + GAP);
    return { left, x: left + (column - block.width) / 2, y: y + head + (body - block.height) / 2 };
  });
  cells.forEach(({ layer, block, names, details }, index) => {
    const { left, x, y: blockTop } = placed[index]!;
    const middle = left + column / 2;
    names.forEach((name, line) => {
      drawText(sheet, name, middle, y + (line + 0.5) * NAME_LINE, {
        font: fonts.bold(fitSize(name, fonts.bold, column, { max: sizes.text, min: 26 })),
        color: colors.ink,
        anchor: 'center',
      });
    });
    details.forEach((line, number) => {
      drawText(sheet, line, middle, y + names.length * NAME_LINE + (number + 0.5) * DETAIL_LINE, {
        font: fonts.text(sizes.small),
        color: colors.muted,
        anchor: 'center',
      });
    });
    drawBlock(sheet, block, x, blockTop);
    const label = writtenShape(layer.shape);
    drawText(sheet, label, middle, y + head + body + LABEL / 2, {
      font: fonts.bold(fitSize(label, fonts.bold, column, { max: 40, min: 26 })),
      color: label.includes('?') ? colors.red : colors.ink,
      anchor: 'center',
    });
  });
  // links lie over both of their ends
  cells.forEach(({ block }, index) => {
    const { x, y: blockTop } = placed[index]!;
    const before = cells[index - 1];
    if (before !== undefined) {
      const from = placed[index - 1]!;
      drawLink(sheet, { block: before.block, x: from.x, y: from.y }, { block, x, y: blockTop });
    } else if (!first) {
      const height = blockTop + block.height / 2;
      drawArrow(sheet, { x: MARGIN - 20, y: height }, { x: Math.max(MARGIN + 24, x - 14), y: height }, colors.muted);
    }
  });
}
