import { drawDayColumns } from './day-columns.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { createSheet, drawText, drawTitle, fitSize, measure, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface ProgressFigureInput extends Style {
  name?: string;
  total: number;
  correct: number;
  /** Days in a row. */
  streak: number;
  /** In the order of the course; `mastery` 0…1, undefined where nothing was asked yet. */
  lessons: { number: number; title: string; mastery?: number }[];
  /** Reviews of the coming days, today first; dates as 2026-11-23. */
  forecast: { date: string; count: number }[];
  /** Answers of the last days, the oldest first. */
  days: { date: string; correct: number; wrong: number }[];
  /** What went wrong most often, in words, and the lesson that mends it. */
  misconception?: { text: string; lesson: string };
}

const MARGIN = 48;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const RIGHT = FIGURE_WIDTH - MARGIN;
const TYPE = 28;
const LINE = 34;
const TITLE = 130;
const TILES = 250;
/** A section's heading, and what stays free below a section. */
const HEADING = 64;
const GAP = 56;
const CHART = 240;
/** Columns of a lesson's row: its number, its title, its bar, its share. */
const NUMBER = 52;
const LABEL = 500;
const SHARE = 110;
const BAR = 26;
const ROW_GAP = 20;

/** A learner's mastery by lesson, reviews to come, answers by day, streak, and what trips them up most. Of a newcomer: the course ahead. */
export function drawProgressFigure(input: ProgressFigureInput): Figure {
  const { name, total, forecast, days, misconception, language, theme } = input;
  const t = figureTexts(language);
  const begun = total > 0;
  const note = wrap(t(begun ? 'progress-mastery-note' : 'progress-none'), fonts.text(TYPE), INNER);
  const rows = input.lessons.map((lesson) => ({ ...lesson, lines: wrap(lesson.title, fonts.text(TYPE), LABEL - 24) }));
  const rowHeight = ({ lines }: { lines: string[] }) => lines.length * LINE + ROW_GAP;
  const lessonsHeight = HEADING + note.length * LINE + 20 + rows.reduce((sum, row) => sum + rowHeight(row), 0) + GAP;
  const slip = misconception === undefined ? [] : wrap(plain(misconception.text), fonts.text(TYPE), INNER - 70);
  const mends =
    misconception === undefined ? [] : wrap(t('progress-mends', { lesson: misconception.lesson }), fonts.bold(TYPE), INNER - 70);
  const slipHeight = misconception === undefined ? 0 : HEADING + (slip.length + mends.length) * LINE + 64 + GAP;
  const charts = begun ? 2 * (HEADING + CHART + GAP) : 0;
  const sheet = createSheet(TITLE + (begun ? TILES : 0) + lessonsHeight + charts + slipHeight, theme);
  const { colors } = sheet;
  const shortName = name === undefined ? undefined : [...name].slice(0, 40).join('');
  const title = shortName === undefined ? t('progress-title') : t('progress-title-of', { name: shortName });
  drawTitle(sheet, title, { x: MARGIN, y: 70, width: INNER }, 56);
  let y = TITLE;
  if (begun) {
    drawTiles(sheet, input, y);
    y += TILES;
  }
  drawHeading(sheet, t('progress-lessons'), y);
  y += HEADING;
  for (const line of note) {
    drawText(sheet, line, MARGIN, y + LINE / 2, { font: fonts.text(TYPE), color: colors.muted });
    y += LINE;
  }
  y += 20;
  for (const row of rows) {
    drawLesson(sheet, row, y, rowHeight(row) - ROW_GAP);
    y += rowHeight(row);
  }
  y += GAP;
  if (begun) {
    drawHeading(sheet, t('progress-forecast'), y);
    const coming = forecast.map(({ date, count }, index) => ({
      date,
      parts: [{ count, color: index === 0 ? colors.orange : colors.blue }],
    }));
    drawDayColumns(
      sheet,
      coming,
      { x: MARGIN, y: y + HEADING, width: INNER, height: CHART },
      { language, today: t('progress-today'), todayAt: 'first' },
    );
    y += HEADING + CHART + GAP;
    drawHeading(sheet, t('progress-days'), y);
    drawLegend(
      sheet,
      [
        { label: t('progress-right'), color: colors.green },
        { label: t('progress-wrong'), color: colors.red },
      ],
      y,
    );
    const answered = days.map(({ date, correct, wrong }) => ({
      date,
      parts: [
        { count: correct, color: colors.green },
        { count: wrong, color: colors.red },
      ],
    }));
    drawDayColumns(
      sheet,
      answered,
      { x: MARGIN, y: y + HEADING, width: INNER, height: CHART },
      { language, today: t('progress-today'), todayAt: 'last' },
    );
    y += HEADING + CHART + GAP;
  }
  if (misconception !== undefined) {
    drawHeading(sheet, t('progress-slip'), y);
    y += HEADING;
    const height = (slip.length + mends.length) * LINE + 64;
    drawPanel(sheet, y, height);
    y += 26;
    for (const [index, line] of [...slip, ...mends].entries()) {
      const mending = index >= slip.length;
      const font = mending ? fonts.bold(TYPE) : fonts.text(TYPE);
      drawText(sheet, line, MARGIN + 36, y + LINE / 2 + (mending ? 12 : 0), { font, color: mending ? colors.blue : colors.ink });
      y += LINE;
    }
  }
  return sheet.figure();
}

/** Without the marks of bold and code. */
const plain = (text: string) => text.replace(/\*\*|`/g, '');

function drawHeading(sheet: Sheet, text: string, y: number): void {
  const size = fitSize(text, fonts.bold, INNER, { max: sizes.text, min: 26 });
  drawText(sheet, text, MARGIN, y + 20, { font: fonts.bold(size), color: sheet.colors.ink });
}

function drawPanel({ context, colors }: Sheet, y: number, height: number): void {
  context.fillStyle = colors.panel;
  context.fillRect(MARGIN, y, INNER, height);
  context.fillStyle = colors.red;
  context.fillRect(MARGIN, y, 10, height);
}

function drawTiles(sheet: Sheet, { total, correct, streak, language }: ProgressFigureInput, top: number): void {
  const { context, colors } = sheet;
  const t = figureTexts(language);
  const number = new Intl.NumberFormat(language);
  const tiles = [
    { value: number.format(total), label: t('progress-answers', { count: total }), color: colors.blue },
    { value: `${Math.round((100 * correct) / total)} %`, label: t('progress-right'), color: colors.green },
    { value: number.format(streak), label: t('progress-streak', { count: streak }), color: colors.orange },
  ];
  const width = (INNER - 40) / 3;
  tiles.forEach(({ value, label, color }, index) => {
    const x = MARGIN + index * (width + 20);
    context.fillStyle = colors.panel;
    context.fillRect(x, top, width, 180);
    context.fillStyle = color;
    context.fillRect(x, top, 10, 180);
    drawText(sheet, value, x + width / 2 + 5, top + 65, {
      font: fonts.bold(fitSize(value, fonts.bold, width - 40, { max: 76, min: 30 })),
      color: colors.ink,
      anchor: 'center',
    });
    drawText(sheet, label, x + width / 2 + 5, top + 140, {
      font: fonts.text(fitSize(label, fonts.text, width - 40, { max: sizes.small, min: 26 })),
      color: colors.muted,
      anchor: 'center',
    });
  });
}

function drawLesson(
  sheet: Sheet,
  { number, lines, mastery }: { number: number; lines: string[]; mastery?: number },
  top: number,
  height: number,
): void {
  const { context, colors } = sheet;
  const middle = top + height / 2;
  const color = mastery === undefined ? colors.muted : colors.ink;
  drawText(sheet, String(number), MARGIN + NUMBER - 14, middle, { font: fonts.bold(TYPE), color: colors.muted, anchor: 'right' });
  lines.forEach((line, index) => {
    drawText(sheet, line, MARGIN + NUMBER, top + (index + 0.5) * LINE, { font: fonts.text(TYPE), color });
  });
  const x = MARGIN + NUMBER + LABEL;
  const width = RIGHT - SHARE - x;
  context.fillStyle = colors.panel;
  context.fillRect(x, middle - BAR / 2, width, BAR);
  context.strokeStyle = colors.line;
  context.lineWidth = 2;
  context.strokeRect(x, middle - BAR / 2, width, BAR);
  if (mastery === undefined) return;
  context.fillStyle = mastery >= 0.7 ? colors.green : mastery >= 0.35 ? colors.blue : colors.orange;
  context.fillRect(x, middle - BAR / 2, Math.max(6, width * mastery), BAR);
  drawText(sheet, `${Math.round(100 * mastery)} %`, RIGHT, middle, { font: fonts.bold(TYPE), color: colors.ink, anchor: 'right' });
}

/** What the colors mean, at the right end of a heading's line. */
function drawLegend(sheet: Sheet, entries: { label: string; color: string }[], y: number): void {
  const { context, colors } = sheet;
  let right = RIGHT;
  for (const { label, color } of entries.toReversed()) {
    drawText(sheet, label, right, y + 20, { font: fonts.text(TYPE), color: colors.muted, anchor: 'right' });
    right -= measure(label, fonts.text(TYPE)) + 36;
    context.fillStyle = color;
    context.fillRect(right, y + 8, 24, 24);
    right -= 30;
  }
}
