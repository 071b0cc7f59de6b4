import { FIGURE_WIDTH, type Figure, type Language, type Style } from './figure.ts';
import {
  foldRepeats,
  layerDetails,
  layerName,
  type NetworkLayer,
  type Repeated,
  repeatedText,
  type Told,
  writtenShape,
} from './network-layer.ts';
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
const NAME_LINE = 40;
const DETAIL_LINE = 36;
const NOTE_LINE = 42;
/** Type sizes that are tried, first with numbers in full, then with short ones: 1.85B. */
const TYPES = { full: [34, 32, 30], brief: [34, 32, 30, 28, 26] };
/** Longer names and settings go on in another line. */
const NAME_ROOM = 310;

interface Cell {
  lines: string[];
  /** Smaller lines below. */
  details: string[];
}

const cellOf = (text: string): Cell => ({ lines: [text], details: [] });

/** The layers of a network as a table; columns that no layer has anything for are left out. */
export function drawLayerTable({ title, rows, total, language, theme }: LayerTableInput): Figure {
  const t = figureTexts(language);
  const has = (key: 'multiplications' | 'field') => rows.some((row) => row[key] !== undefined);
  const lines = foldedLines(rows);
  const heads = [
    t('layer-table-layer'),
    t('layer-table-output'),
    t('layer-table-parameters'),
    ...(has('multiplications') ? [t('layer-table-multiplications')] : []),
    ...(has('field') ? ['r', 'j'] : []),
  ];
  const cellsOf = (brief: boolean, type: number): Cell[][] => {
    const write = (value: Told | undefined) =>
      cellOf(value === undefined || value === 0 ? '—' : value === '?' ? '?' : number(value, language, brief));
    return [
      ...lines.map((line) => {
        const { end } = line;
        return [
          nameOf(line, (layer) => layerName(t, layer, true), type),
          cellOf(writtenShape(end.layer.shape)),
          write(sumOf(line, 'parameters')),
          ...(has('multiplications') ? [write(sumOf(line, 'multiplications'))] : []),
          ...(has('field') ? [end.field, end.jump].map((cells) => cellOf(String(cells ?? '—'))) : []),
        ];
      }),
      ...(total === undefined
        ? []
        : [
            [
              cellOf(t('layer-table-total')),
              cellOf(''),
              write(total.parameters),
              ...(has('multiplications') ? [write(total.multiplications)] : []),
            ],
          ]),
    ];
  };
  const { cells, type, widths } = fitColumns(heads, cellsOf);
  const notes = has('field') ? wrap(t('layer-table-note'), fonts.text(sizes.small), INNER) : [];
  const heights = cells.map(([first]) => ROW + (first!.lines.length - 1) * NAME_LINE + first!.details.length * DETAIL_LINE);
  const top = title === undefined ? 24 : TITLE;
  const bodyTop = top + ROW;
  const height = bodyTop + heights.reduce((sum, one) => sum + one, 0) + (notes.length === 0 ? 0 : 20 + notes.length * NOTE_LINE) + 24;
  const sheet = createSheet(height, theme);
  const { colors } = sheet;
  if (title !== undefined) drawTitle(sheet, title, { x: MARGIN, y: 56, width: INNER }, sizes.title);
  drawLine(sheet, heads.map(cellOf), { y: top, height: ROW, widths, type, color: colors.muted });
  let y = bodyTop;
  cells.forEach((line, index) => {
    const isTotal = index === lines.length;
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

/** Rows with repeated blocks folded, and of each the row that it ends with: that tells how far its last cells see. */
function foldedLines(rows: readonly LayerRow[]): (Repeated<LayerRow> & { end: LayerRow })[] {
  const told = ({ layer, parameters, multiplications }: LayerRow, index: number) => [
    layer,
    parameters,
    multiplications,
    rows[index - 1]?.layer.shape,
  ];
  let at = 0;
  return foldRepeats(rows, told).map((line) => {
    at += line.items.length * line.times;
    return { ...line, end: rows[at - 1]! };
  });
}

/** The largest type at which all columns stand beside each other, with what room is left spread between them. */
function fitColumns(heads: readonly string[], cellsOf: (brief: boolean, type: number) => Cell[][]) {
  let fitted: { cells: Cell[][]; type: number; natural: number[] } | undefined;
  const room = INNER - 2 * EDGE - (heads.length - 1) * COLUMN_GAP;
  for (const brief of [false, true])
    for (const type of brief ? TYPES.brief : TYPES.full) {
      const cells = cellsOf(brief, type);
      const natural = heads.map((head, column) =>
        Math.max(
          measure(head, fonts.text(type - 4)),
          ...cells.flatMap((line) => line[column]?.lines ?? []).map((text) => measure(text, fonts.bold(type))),
          ...cells.flatMap((line) => line[column]?.details ?? []).map((text) => measure(text, fonts.text(type - 4))),
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
  line.forEach(({ lines, details }, column) => {
    const width = widths[column]!;
    // names from the left, numbers below each other from the right
    const at = column === 0 ? left : left + width;
    const anchor = column === 0 ? ('left' as const) : ('right' as const);
    const size = isHead ? type - 4 : type;
    let middle = y + (height - (lines.length - 1) * NAME_LINE - details.length * DETAIL_LINE) / 2;
    for (const text of lines) {
      const asked = text.includes('?');
      const font = bold || asked || (column === 0 && !isHead) ? fonts.bold(size) : fonts.text(size);
      if (text !== '') drawText(sheet, text, at, middle, { font, color: asked ? colors.red : color, anchor });
      middle += NAME_LINE;
    }
    for (const text of details) {
      drawText(sheet, text, at, middle - 2, { font: fonts.text(type - 4), color: colors.muted, anchor });
      middle += DETAIL_LINE;
    }
    left += width + COLUMN_GAP;
  });
}

/** The name of a layer or a repeated block, with its settings and activations below. */
function nameOf({ items, times }: Repeated<LayerRow>, name: (layer: NetworkLayer) => string, type: number): Cell {
  const details = items.map(({ layer }) => layerDetails(layer));
  // what all layers of a block have in common is said once
  const said = details.every((detail) => detail === details[0]) ? details.slice(0, 1) : details;
  return {
    lines: wrap(
      repeatedText(
        items.map(({ layer }) => name(layer)),
        times,
      ),
      fonts.bold(type),
      NAME_ROOM,
    ),
    details: said.every((detail) => detail === '') ? [] : wrap(said.join(' → '), fonts.text(type - 4), NAME_ROOM),
  };
}

/** What all layers of a repeated block cost together. */
const sumOf = ({ items, times }: Repeated<LayerRow>, what: 'parameters' | 'multiplications'): Told | undefined => {
  const known = items.map((item) => item[what]).filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  return known.includes('?') ? '?' : times * known.reduce((sum: number, value) => sum + Number(value), 0);
};

const number = (value: number, language: Language, brief: boolean) =>
  new Intl.NumberFormat(language, brief && value >= 1e6 ? { notation: 'compact', maximumSignificantDigits: 4 } : {}).format(value);
