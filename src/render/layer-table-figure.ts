import { FIGURE_WIDTH, type Figure, type Language, type Style } from './figure.ts';
import { layerName, type NetworkLayer, type Told, writtenShape } from './network-layer.ts';
import { createSheet, drawText, drawTitle, measure, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** A layer with what it costs and what it sees. */
export interface LayerRow {
  layer: NetworkLayer;
  parameters: Told;
  /** Multiplications with a weight. */
  multiplications?: Told;
  /** Cells of the network's input that one output sees along an axis, and how far apart the fields of neighbors lie; none in vectors. */
  field?: Told;
  jump?: Told;
}

export interface LayerTableInput extends Style {
  title?: string;
  rows: LayerRow[];
  /** Sums below. */
  total?: { parameters: number; multiplications?: number };
}

const MARGIN = 30;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const TITLE = 110;
const COLUMN_GAP = 26;
const EDGE = 14;
const ROW = 64;
const DETAIL_LINE = 36;
const NOTE_LINE = 42;
/** Type sizes that are tried; where numbers are still too long for the last they are written short: 1.85 G. */
const TYPES = [34, 32, 30, 28];

interface Cell {
  text: string;
  /** A smaller line below. */
  detail?: string;
}

/** The layers of a network as a table; columns that no layer has anything for are left out. */
export function drawLayerTable({ title, rows, total, language, theme }: LayerTableInput): Figure {
  const t = figureTexts(language);
  const has = (key: 'multiplications' | 'field') => rows.some((row) => row[key] !== undefined);
  const heads = [
    t('layer-table-layer'),
    t('layer-table-output'),
    t('layer-table-parameters'),
    ...(has('multiplications') ? [t('layer-table-multiplications')] : []),
    ...(has('field') ? ['r', 'j'] : []),
  ];
  const cellsOf = (brief: boolean): Cell[][] => {
    const write = (value: Told | undefined) =>
      value === undefined || value === 0 ? '—' : value === '?' ? '?' : number(value, language, brief);
    const line = (first: Cell, shape: string, row: Omit<LayerRow, 'layer'>, seeing: boolean): Cell[] => [
      first,
      { text: shape },
      { text: write(row.parameters) },
      ...(has('multiplications') ? [{ text: write(row.multiplications) }] : []),
      ...(has('field') ? [{ text: seeing ? write(row.field) : '' }, { text: seeing ? write(row.jump) : '' }] : []),
    ];
    return [
      ...rows.map(({ layer, ...row }) => {
        const details = [...(layer.settings ?? []), ...(layer.activation === undefined ? [] : [`+ ${layer.activation}`])];
        const name = { text: layerName(t, layer, true), ...(details.length === 0 ? {} : { detail: details.join(', ') }) };
        return line(name, writtenShape(layer.shape), row, true);
      }),
      ...(total === undefined ? [] : [line({ text: t('layer-table-total') }, '', total, false)]),
    ];
  };
  const { cells, type, widths } = fitColumns(heads, cellsOf);
  const notes = has('field') ? wrap(t('layer-table-note'), fonts.text(sizes.small), INNER) : [];
  const heights = cells.map(([first]) => ROW + (first!.detail === undefined ? 0 : DETAIL_LINE));
  const top = title === undefined ? 24 : TITLE;
  const bodyTop = top + ROW;
  const height = bodyTop + heights.reduce((sum, one) => sum + one, 0) + (notes.length === 0 ? 0 : 20 + notes.length * NOTE_LINE) + 24;
  const sheet = createSheet(height, theme);
  const { colors } = sheet;
  if (title !== undefined) drawTitle(sheet, title, { x: MARGIN, y: 56, width: INNER }, sizes.title);
  drawLine(
    sheet,
    heads.map((text) => ({ text })),
    { y: top, height: ROW, widths, type, color: colors.muted },
  );
  let y = bodyTop;
  cells.forEach((line, index) => {
    const isTotal = index === rows.length;
    if (index % 2 === 0 && !isTotal) {
      sheet.context.fillStyle = colors.panel;
      sheet.context.fillRect(MARGIN, y, INNER, heights[index]!);
    }
    if (isTotal) {
      sheet.context.fillStyle = colors.ink;
      sheet.context.fillRect(MARGIN, y, INNER, 3);
    }
    drawLine(sheet, line, { y, height: heights[index]!, widths, type, color: colors.ink, bold: isTotal });
    y += heights[index]!;
  });
  notes.forEach((line, index) => {
    drawText(sheet, line, MARGIN, y + 20 + (index + 0.5) * NOTE_LINE, { font: fonts.text(sizes.small), color: colors.muted });
  });
  return sheet.figure();
}

/** The largest type at which all columns stand beside each other, with what room is left spread between them. */
function fitColumns(heads: readonly string[], cellsOf: (brief: boolean) => Cell[][]) {
  let fitted: { cells: Cell[][]; type: number; natural: number[] } | undefined;
  const room = INNER - 2 * EDGE - (heads.length - 1) * COLUMN_GAP;
  for (const brief of [false, true])
    for (const type of TYPES) {
      const cells = cellsOf(brief);
      const natural = heads.map((head, column) =>
        Math.max(
          measure(head, fonts.text(type - 4)),
          ...cells.map((line) => measure(line[column]!.text, fonts.bold(type))),
          ...cells.map((line) => measure(line[column]!.detail ?? '', fonts.text(type - 4))),
        ),
      );
      fitted = { cells, type, natural };
      if (natural.reduce((sum, one) => sum + one, 0) <= room) return spread(fitted, room);
    }
  return spread(fitted!, room);
}

function spread({ cells, type, natural }: { cells: Cell[][]; type: number; natural: number[] }, room: number) {
  const free = Math.max(0, room - natural.reduce((sum, one) => sum + one, 0));
  return { cells, type, widths: natural.map((one) => one + free / natural.length) };
}

function drawLine(
  sheet: Sheet,
  line: readonly Cell[],
  {
    y,
    height,
    widths,
    type,
    color,
    bold = false,
  }: { y: number; height: number; widths: number[]; type: number; color: string; bold?: boolean },
): void {
  const { colors } = sheet;
  const isHead = color === colors.muted;
  let left = MARGIN + EDGE;
  line.forEach(({ text, detail }, column) => {
    const width = widths[column]!;
    const asked = text === '?' || text.includes('?×') || text.includes('×?');
    const strong = bold || asked || (column === 0 && !isHead);
    // names from the left, numbers below each other from the right
    const at = column === 0 ? left : left + width;
    const anchor = column === 0 ? ('left' as const) : ('right' as const);
    const middle = detail === undefined ? y + height / 2 : y + (height - DETAIL_LINE) / 2 + 2;
    const size = isHead ? type - 4 : type;
    drawText(sheet, text, at, middle, { font: strong ? fonts.bold(size) : fonts.text(size), color: asked ? colors.red : color, anchor });
    if (detail !== undefined)
      drawText(sheet, detail, at, y + height - DETAIL_LINE / 2 - 12, { font: fonts.text(type - 4), color: colors.muted, anchor });
    left += width + COLUMN_GAP;
  });
}

const number = (value: number, language: Language, brief: boolean) =>
  new Intl.NumberFormat(language, brief && value >= 1e6 ? { notation: 'compact', maximumSignificantDigits: 4 } : {}).format(value);
