import { FIGURE_WIDTH, type Figure, type Language, type Style } from './figure.ts';
import { createSheet, drawText, drawTitle, fitSize, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** What one layer or one design costs. */
export interface CostBar {
  label: string;
  /** Shape of the output, shown behind the label. */
  detail?: string;
  parameters: number;
  /** Undefined where the size of the input was not given. */
  multiplications?: number;
}

export interface CostFigureInput extends Style {
  /** Shares of all layers together, or of the dearer of two designs. */
  of: 'layers' | 'designs';
  bars: CostBar[];
}

const MARGIN = 48;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const TOP = 200;
const LINE = 42;
const BAR = 34;
const BAR_GAP = 10;
const ROW_GAP = 26;
/** What the numbers behind a bar may take. */
const NUMBERS = 390;
const LEAST_BAR = 5;

/** Parameters and multiplications as bars, layer by layer or design by design. */
export function drawCostFigure({ of, bars, language, theme }: CostFigureInput): Figure {
  const t = figureTexts(language);
  const counted = bars.every(({ multiplications }) => multiplications !== undefined);
  const labels = bars.map(({ label, detail }) =>
    wrap(detail === undefined ? label : `${label} → ${detail}`, fonts.bold(sizes.text), INNER),
  );
  const rowHeight = (lines: number) => lines * LINE + (counted ? 2 : 1) * (BAR + BAR_GAP) + ROW_GAP;
  const sheet = createSheet(TOP + labels.reduce((sum, { length }) => sum + rowHeight(length), 0) + 20, theme);
  const { colors } = sheet;
  drawTitle(sheet, t(`cost-title-${of}`), { x: MARGIN, y: 62, width: INNER }, sizes.title);
  drawLegend(sheet, colors.blue, t('cost-parameters'), MARGIN, 138);
  if (counted) drawLegend(sheet, colors.orange, t('cost-multiplications'), MARGIN + 330, 138);

  const whole = (values: readonly number[]) => (of === 'layers' ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values));
  const parameters = bars.map((bar) => bar.parameters);
  const multiplications = bars.map((bar) => bar.multiplications ?? 0);
  const draw = (value: number, all: readonly number[], color: string, y: number) => {
    drawBar(sheet, { value, most: Math.max(...all), whole: whole(all), color, language }, y);
  };
  let y = TOP;
  bars.forEach((_, index) => {
    for (const line of labels[index]!) {
      drawText(sheet, line, MARGIN, y + LINE / 2 - 4, {
        font: fonts.bold(fitSize(line, fonts.bold, INNER, { max: sizes.text, min: 20 })),
        color: colors.ink,
      });
      y += LINE;
    }
    draw(parameters[index]!, parameters, colors.blue, y);
    y += BAR + BAR_GAP;
    if (counted) {
      draw(multiplications[index]!, multiplications, colors.orange, y);
      y += BAR + BAR_GAP;
    }
    y += ROW_GAP;
  });
  return sheet.figure();
}

function drawLegend(sheet: Sheet, color: string, text: string, x: number, y: number): void {
  sheet.context.fillStyle = color;
  sheet.context.fillRect(x, y - 16, 32, 32);
  drawText(sheet, text, x + 46, y, { font: fonts.text(sizes.small), color: sheet.colors.ink });
}

function drawBar(
  sheet: Sheet,
  { value, most, whole, color, language }: { value: number; most: number; whole: number; color: string; language: Language },
  y: number,
): void {
  const { context, colors } = sheet;
  const width = value === 0 ? 0 : Math.max(LEAST_BAR, ((INNER - NUMBERS) * value) / most);
  context.fillStyle = color;
  context.fillRect(MARGIN, y, width, BAR);
  const text = `${new Intl.NumberFormat(language).format(value)} · ${shareOf(value, whole, language)}`;
  drawText(sheet, text, MARGIN + width + 14, y + BAR / 2, {
    font: fonts.text(fitSize(text, fonts.text, NUMBERS - 14, { max: sizes.small, min: 24 })),
    color: colors.ink,
  });
}

/** Whole per cents; one decimal below ten and just below a hundred, and `< 0.1 %` for what is there but hardly. */
function shareOf(value: number, whole: number, language: Language): string {
  const share = whole === 0 ? 0 : (100 * value) / whole;
  const format = (number: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: number < 10 || number > 99 ? 1 : 0 }).format(number);
  return value > 0 && share < 0.1 ? `< ${format(0.1)} %` : `${format(share)} %`;
}
