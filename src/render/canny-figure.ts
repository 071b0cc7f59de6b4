import { CANNY_STAGES, type CannyStage, DIRECTION_COLORS, STRONG_COLOR, WEAK_COLOR } from '../vision/canny-stages.ts';
import type { Picture } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { formatNumber } from './numbers.ts';
import { createSheet, drawText, drawTitle, fitPicture, fitSize, measure, placePicture, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface CannyFigureInput extends Style {
  /** Pictures of the stages, of the sizes that cannyLayout tells or smaller. */
  stages: Record<CannyStage, Picture>;
  layout: ReturnType<typeof cannyLayout>;
  sigma: number;
  low: number;
  high: number;
  /** The gradient that is shown white. */
  white: number;
}

const MARGIN = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const GAP = 24;
const COLUMN = (INNER - GAP) / 2;
const TOP = 150;
/** Room under each picture for its name and what its colors mean. */
const CAPTION = 110;
/** The last stage is what all the others were for: it stands by itself, as wide as the figure. */
const SMALL_STAGES = CANNY_STAGES.slice(0, -1);

interface Size {
  width: number;
  height: number;
}

/** How large the stages are drawn: two beside each other, and the edges alone. */
export function cannyLayout(picture: Size): { small: Size; large: Size } {
  return {
    small: fitPicture(picture, { width: COLUMN, height: COLUMN }),
    large: fitPicture(picture, { width: INNER, height: INNER }),
  };
}

/** The name of a stage, with its number. */
export const cannyCaption = (stage: CannyStage, language: Style['language']) =>
  `${CANNY_STAGES.indexOf(stage) + 1}. ${figureTexts(language)(`canny-stage-${stage}`)}`;

/** All stages from the gray photo to the edges, each with its name, its colors and numbers. */
export function drawCannyFigure(input: CannyFigureInput): Figure {
  const { stages, layout, sigma, low, high, language, theme } = input;
  const t = figureTexts(language);
  const { small, large } = layout;
  const rowHeight = small.height + CAPTION;
  const largeTop = TOP + (SMALL_STAGES.length / 2) * rowHeight;
  const sheet = createSheet(largeTop + large.height + 80, theme);
  drawTitle(sheet, t('canny-title'), { x: MARGIN, y: 56, width: INNER / 3 }, sizes.title);
  const settings = t('canny-settings', { sigma: formatNumber(sigma), low: formatNumber(low), high: formatNumber(high) });
  drawText(sheet, settings, MARGIN, 112, {
    font: fonts.text(fitSize(settings, fonts.text, INNER, { max: sizes.text, min: 26 })),
    color: sheet.colors.muted,
  });
  SMALL_STAGES.forEach((stage, index) => {
    const x = MARGIN + (index % 2) * (COLUMN + GAP);
    const y = TOP + Math.floor(index / 2) * rowHeight;
    placePicture(sheet, stages[stage], { x: Math.round(x + (COLUMN - small.width) / 2), y, ...small });
    const name = `${index + 1}. ${t(`canny-stage-${stage}`)}`;
    drawText(sheet, name, x, y + small.height + 30, {
      font: fonts.bold(fitSize(name, fonts.bold, COLUMN, { max: sizes.small, min: 24 })),
      color: sheet.colors.ink,
    });
    drawLegend(sheet, stage, input, x, y + small.height + 72);
  });
  placePicture(sheet, stages.edges, { x: Math.round(MARGIN + (INNER - large.width) / 2), y: largeTop, ...large });
  const name = `${CANNY_STAGES.length}. ${t('canny-stage-edges')}`;
  drawText(sheet, name, MARGIN, largeTop + large.height + 34, {
    font: fonts.bold(fitSize(name, fonts.bold, INNER, { max: sizes.small, min: 24 })),
    color: sheet.colors.ink,
  });
  return sheet.figure();
}

/** What the colors of a stage mean. */
function drawLegend(sheet: Sheet, stage: CannyStage, { language, white }: CannyFigureInput, x: number, y: number): void {
  const t = figureTexts(language);
  const note = (text: string) =>
    drawText(sheet, text, x, y, {
      font: fonts.text(fitSize(text, fonts.text, COLUMN, { max: 28, min: 22 })),
      color: sheet.colors.muted,
    });
  if (stage === 'direction')
    drawKeys(
      sheet,
      ['→', '↘', '↓', '↙'].map((arrow, index) => ({ color: DIRECTION_COLORS[index]!, text: arrow })),
      x,
      y,
    );
  else if (stage === 'thresholds') {
    const strong = { color: STRONG_COLOR, text: t('canny-strong') };
    drawKeys(sheet, [strong, { color: WEAK_COLOR, text: t('canny-weak') }], x, y);
  } else if (stage === 'magnitude') note(t('canny-white', { white: formatNumber(white) }));
  else note(t(`canny-what-${stage}`));
}

function drawKeys(sheet: Sheet, keys: { color: readonly number[]; text: string }[], x: number, y: number): void {
  const { context, colors } = sheet;
  let at = x;
  for (const { color, text } of keys) {
    context.fillStyle = `rgb(${color.join(', ')})`;
    context.fillRect(at, y - 15, 30, 30);
    context.strokeStyle = colors.ink;
    context.lineWidth = 1.5;
    context.strokeRect(at, y - 15, 30, 30);
    const font = fonts.text(28);
    drawText(sheet, text, at + 40, y, { font, color: colors.ink });
    at += 40 + measure(text, font) + 32;
  }
}
