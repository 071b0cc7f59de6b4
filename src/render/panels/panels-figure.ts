import { FIGURE_WIDTH, type Figure, type Style } from '../figure.ts';
import { createSheet, drawText, measure, type Sheet } from '../sheet.ts';
import { fonts, sizes } from '../theme.ts';
import { fitBars } from './bars-panel.ts';
import { fitCells } from './cells-panel.ts';
import { fitCurves } from './curves-panel.ts';
import { fitFields } from './fields-panel.ts';
import { fitGroups } from './groups-panel.ts';
import { fitKernelSum } from './kernel-sum-panel.ts';
import { fitLayers } from './layers-panel.ts';
import { fitMatrix } from './matrix-panel.ts';
import { fitNeurons } from './neurons-panel.ts';
import type { Fitted, PanelContent, PhotoPanel, Room, Words } from './panel.ts';
import { fitPhoto, fitSmallPicture } from './picture-panels.ts';
import { LEAST_TYPE, wordsOf, wrapWithin } from './words.ts';

/** A panel with what stands above it: `@id` is the text key `panel-id`. */
export type DrawnPanel = PanelContent & { caption?: string };

export interface PanelsFigureInput extends Style {
  /** 1…6. */
  panels: DrawnPanel[];
  /** Letters A, B, C, … on the panels: they are choices. */
  lettered?: boolean;
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const GAP = 40;
const ROW_GAP = 48;
const MOST_PANELS = 6;
const LETTERS = 'ABCDEF';
const BADGE = 56;
const BADGE_GAP = 16;
const CAPTION_LINE = 42;
/** Between a caption and its panel. */
const HEAD_GAP = 14;
/** The most that a panel is high: beside another, below another, and alone or where nothing less will do. */
const HEIGHTS = { beside: 620, stacked: 620, alone: 1000 };

/** A panel as the layout sees it: how large photos are does not matter. */
export type PlacedPanel = Exclude<DrawnPanel, PhotoPanel> | { kind: 'photo' };

/** The room that each panel has: photos are best worked on at that size beforehand. @throws RangeError as drawing does */
export function panelRoom(panels: readonly PlacedPanel[], style: Style): Room & { columns: number } {
  if (panels.length === 0 || panels.length > MOST_PANELS) throw new RangeError(`a figure has 1 to ${MOST_PANELS} panels`);
  const words = wordsOf(style.language);
  const rooms = [
    { width: (INNER - GAP) / 2, height: HEIGHTS.beside, columns: 2 },
    { width: INNER, height: HEIGHTS.stacked, columns: 1 },
    { width: INNER, height: HEIGHTS.alone, columns: 1 },
  ];
  const readable = (room: Room) => panels.every((panel) => panel.kind === 'photo' || fit(panel, room, words).readable);
  if (panels.length === 1) return rooms.at(-1)!;
  return (panels.every(isStrip) ? rooms.slice(1) : rooms).find(readable) ?? rooms.at(-1)!;
}

/** Strips are long and low: one below the other their cells are twice as large, and easily counted. */
const isStrip = (panel: PlacedPanel) => panel.kind === 'cells' && panel.rows === 1;

/**
 * Panels for a phone: one over the whole width, several in two columns, or one below the other where they would be too small to read.
 * @throws RangeError for no or too many panels, or one that is empty, ragged or too large to be read
 */
export function drawPanels({ panels, lettered = false, language, theme }: PanelsFigureInput): Figure {
  const words = wordsOf(language);
  const room = panelRoom(panels, { language, theme });
  const fitted = panels.map((panel, index) => {
    const body = fit(panel, room, words);
    if (!body.readable) throw new RangeError(`the panel "${panel.kind}" holds too much to be read`);
    return { body, head: headOf(panel.caption, lettered ? LETTERS[index] : undefined, room.width, words) };
  });
  const rows = Array.from({ length: Math.ceil(fitted.length / room.columns) }, (_, row) =>
    fitted.slice(row * room.columns, (row + 1) * room.columns),
  );
  const heights = rows.map((row) => ({
    head: Math.max(...row.map(({ head }) => head.height)),
    body: Math.max(...row.map(({ body }) => body.height)),
  }));
  const height = heights.reduce((sum, { head, body }) => sum + head + body, 0) + (rows.length - 1) * ROW_GAP + 2 * MARGIN;
  const sheet = createSheet(height, theme);
  // letters of a column stand below each other
  const blocks = Array.from({ length: room.columns }, (_, column) =>
    Math.max(...rows.flatMap((row) => row.slice(column, column + 1)).map(({ head, body }) => Math.max(head.width, body.width))),
  );
  let y = MARGIN;
  rows.forEach((row, index) => {
    const { head: headHeight, body: bodyHeight } = heights[index]!;
    // one that is alone in its row stands in the middle
    const start = MARGIN + (INNER - row.length * room.width - (row.length - 1) * GAP) / 2;
    row.forEach(({ head, body }, column) => {
      const left = start + column * (room.width + GAP);
      const block = blocks[column]!;
      const x = left + (room.width - block) / 2;
      head.draw(sheet, x, y + headHeight - head.height);
      body.draw(sheet, Math.round(x + (block - body.width) / 2), y + headHeight);
    });
    y += headHeight + bodyHeight + ROW_GAP;
  });
  return sheet.figure();
}

function fit(panel: DrawnPanel, room: Room, words: Words): Fitted {
  switch (panel.kind) {
    case 'matrix':
      return fitMatrix(panel, room, words);
    case 'kernel-sum':
      return fitKernelSum(panel, room, words);
    case 'cells':
      return fitCells(panel, room);
    case 'photo':
      return fitPhoto(panel, room);
    case 'picture':
      return fitSmallPicture(panel, room);
    case 'layers':
      return fitLayers(panel, room, words);
    case 'neurons':
      return fitNeurons(panel, room, words);
    case 'groups':
      return fitGroups(panel, room, words);
    case 'curves':
      return fitCurves(panel, room, words);
    case 'bars':
      return fitBars(panel, room, words);
    case 'fields':
      return fitFields(panel, room, words);
  }
}

/** The letter and the caption above a panel. */
function headOf(caption: string | undefined, letter: string | undefined, width: number, words: Words) {
  const left = letter === undefined ? 0 : BADGE + BADGE_GAP;
  const text = caption === undefined ? '' : words.text(caption);
  const font = measure(text, fonts.text(sizes.text)) <= width - left ? fonts.text(sizes.text) : fonts.text(LEAST_TYPE + 2);
  const lines = text === '' ? [] : wrapWithin(text, font, width - left);
  const inner = Math.max(letter === undefined ? 0 : BADGE, lines.length * CAPTION_LINE);
  return {
    width: left + Math.ceil(Math.max(0, ...lines.map((line) => measure(line, font)))),
    height: inner === 0 ? 0 : inner + HEAD_GAP,
    draw(sheet: Sheet, x: number, y: number) {
      if (letter !== undefined) drawBadge(sheet, letter, x, y + (inner - BADGE) / 2);
      lines.forEach((line, index) => {
        drawText(sheet, line, x + left, y + inner / 2 + (index - (lines.length - 1) / 2) * CAPTION_LINE, { font, color: sheet.colors.ink });
      });
    },
  };
}

function drawBadge(sheet: Sheet, letter: string, x: number, y: number): void {
  const { context, colors } = sheet;
  context.fillStyle = colors.ink;
  context.beginPath();
  context.roundRect(x, y, BADGE, BADGE, 14);
  context.fill();
  drawText(sheet, letter, x + BADGE / 2, y + BADGE / 2 + 2, { font: fonts.bold(38), color: colors.background, anchor: 'center' });
}
