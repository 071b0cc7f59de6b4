import type { Picture } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { frame } from './number-grid.ts';
import { percentText } from './numbers.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitPicture, fitSize, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface DigitFigureInput extends Style {
  steps: {
    id: 'found' | 'contrast' | 'box' | 'centered';
    picture: Picture;
    box?: { x: number; y: number; width: number; height: number };
  }[];
  digit: number | null;
  reason?: 'empty' | 'several' | 'not-a-digit' | 'unsure';
  confidence: number;
  /** Of the ten digits; all zero where nothing was found. */
  probabilities: number[];
  /** The same for the picture merely squashed to 28×28. */
  unprepared: number[];
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const STEP = 235;
const STEP_GAP = 20;
const ROW = 62;

/** The steps from the photo to what the network sees, the answer, and the ten probabilities with and without the preparation. */
export function drawDigitFigure(input: DigitFigureInput): Figure {
  const { steps, digit, language, theme } = input;
  const t = figureTexts(language);
  const labels = steps.map(({ id }, index) => wrap(`${index + 1}. ${t(`digit-step-${id}`)}`, fonts.text(28), STEP));
  const labelLines = Math.max(1, ...labels.map((lines) => lines.length));
  const stepsTop = 140;
  const stepsHeight = STEP + labelLines * 36 + 20;
  const chartTop = stepsTop + stepsHeight + 90;
  const read = input.probabilities.some((probability) => probability > 0);
  const sheet = createSheet(read ? chartTop + 10 * ROW + 90 : stepsTop + stepsHeight + 40, theme);
  const { colors } = sheet;
  drawTitle(
    sheet,
    digit === null
      ? t(`digit-none-${input.reason ?? 'unsure'}`)
      : t('digit-title', { digit, percent: percentText(input.confidence, language) }),
    { x: MARGIN, y: 70, width: INNER },
    sizes.title,
  );
  steps.forEach(({ picture, box }, index) => {
    const x = MARGIN + index * (STEP + STEP_GAP);
    const shown = fitPicture(picture, { width: STEP, height: STEP });
    const at = { x: Math.round(x + (STEP - shown.width) / 2), y: Math.round(stepsTop + (STEP - shown.height) / 2), ...shown };
    drawPicture(sheet, picture, at);
    if (box !== undefined) {
      const scale = shown.width / picture.width;
      frame(
        sheet,
        { x: at.x + box.x * scale, y: at.y + box.y * scale, width: box.width * scale, height: box.height * scale },
        colors.red,
        5,
      );
    }
    labels[index]!.forEach((line, row) => {
      drawText(sheet, line, x + STEP / 2, stepsTop + STEP + 34 + row * 36, { font: fonts.text(28), color: colors.ink, anchor: 'center' });
    });
  });
  if (read) drawProbabilities(sheet, input, chartTop);
  return sheet.figure();
}

function drawProbabilities(sheet: Sheet, { probabilities, unprepared, digit, language }: DigitFigureInput, top: number): void {
  const { context, colors } = sheet;
  const t = figureTexts(language);
  const legend = (text: string, x: number, color: string, width: number) => {
    context.fillStyle = color;
    context.fillRect(x, top - 56, 30, 30);
    drawText(sheet, text, x + 44, top - 41, {
      font: fonts.text(fitSize(text, fonts.text, width - 44, { max: sizes.small, min: 20 })),
      color: colors.ink,
    });
  };
  legend(t('digit-prepared'), MARGIN, colors.blue, INNER / 2 - 20);
  legend(t('digit-unprepared'), MARGIN + INNER / 2, colors.orange, INNER / 2);
  const barX = MARGIN + 60;
  const barWidth = INNER - 60 - 176;
  probabilities.forEach((probability, index) => {
    const y = top + index * ROW;
    drawText(sheet, String(index), MARGIN, y + ROW / 2, { font: index === digit ? fonts.bold(40) : fonts.text(36), color: colors.ink });
    context.fillStyle = colors.panel;
    context.fillRect(barX, y + 6, barWidth, ROW - 14);
    context.fillStyle = colors.blue;
    context.fillRect(barX, y + 6, Math.max(probability > 0.001 ? 3 : 0, barWidth * probability), 30);
    const plain = unprepared[index] ?? 0;
    context.fillStyle = colors.orange;
    context.fillRect(barX, y + 38, Math.max(plain > 0.001 ? 3 : 0, barWidth * plain), ROW - 46);
    drawText(sheet, percentText(probability, language), FIGURE_WIDTH - MARGIN, y + ROW / 2, {
      font: index === digit ? fonts.bold(36) : fonts.text(34),
      color: index === digit ? colors.ink : colors.muted,
      anchor: 'right',
    });
  });
}
