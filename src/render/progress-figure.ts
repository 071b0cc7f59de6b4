import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { createSheet, drawText, drawTitle, fitSize, type Sheet } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

export interface ProgressFigureInput extends Style {
  name?: string;
  total: number;
  correct: number;
  streak: number;
  skills: { label: string; correct: number; total: number }[];
  /** The oldest first; dates as 2026-11-23. */
  days: { date: string; correct: number; wrong: number }[];
}

const MARGIN = 48;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const SKILL_ROW = 96;
const CHART = 220;

/** A learner's answers, accuracy by skill, streak, and answers by day. */
export function drawProgressFigure(input: ProgressFigureInput): Figure {
  const { skills, days, total, correct, streak, language, theme } = input;
  const t = figureTexts(language);
  const skillsTop = 400;
  const skillsHeight = skills.length === 0 ? 110 : skills.length * SKILL_ROW;
  const chartTop = skillsTop + skillsHeight + 120;
  const sheet = createSheet(chartTop + CHART + 110, theme);
  const { colors } = sheet;
  drawTitle(
    sheet,
    input.name === undefined ? t('progress-title') : t('progress-title-of', { name: input.name.slice(0, 40) }),
    { x: MARGIN, y: 70, width: INNER },
    56,
  );

  const share = total === 0 ? '—' : `${Math.round((100 * correct) / total)} %`;
  const tiles = [
    { value: String(total), label: t('progress-answers', { count: total }), color: colors.blue },
    { value: share, label: t('progress-right'), color: colors.green },
    { value: String(streak), label: t('progress-streak', { count: streak }), color: colors.red },
  ];
  const width = (INNER - 40) / 3;
  tiles.forEach(({ value, label, color }, index) => {
    const x = MARGIN + index * (width + 20);
    sheet.context.fillStyle = colors.panel;
    sheet.context.fillRect(x, 130, width, 180);
    sheet.context.fillStyle = color;
    sheet.context.fillRect(x, 130, 10, 180);
    drawText(sheet, value, x + width / 2 + 5, 195, {
      font: fonts.bold(fitSize(value, fonts.bold, width - 40, { max: 76, min: 30 })),
      color: colors.ink,
      anchor: 'center',
    });
    drawText(sheet, label, x + width / 2 + 5, 270, {
      font: fonts.text(fitSize(label, fonts.text, width - 40, { max: sizes.small, min: 20 })),
      color: colors.muted,
      anchor: 'center',
    });
  });
  drawText(sheet, t('progress-skills'), MARGIN, skillsTop - 36, { font: fonts.bold(sizes.text), color: colors.ink });
  if (skills.length === 0) drawEmpty(sheet, t('progress-none'), skillsTop);
  skills.forEach((skill, index) => {
    drawSkill(sheet, skill, skillsTop + index * SKILL_ROW);
  });
  drawText(sheet, t('progress-days'), MARGIN, chartTop - 40, { font: fonts.bold(sizes.text), color: colors.ink });
  drawDays(sheet, days, chartTop, language);
  return sheet.figure();
}

function drawEmpty(sheet: Sheet, text: string, top: number): void {
  const size = fitSize(text, fonts.text, INNER, { max: sizes.text, min: 22 });
  drawText(sheet, text, MARGIN, top + 40, { font: fonts.text(size), color: sheet.colors.muted });
}

function drawSkill(sheet: Sheet, { label, correct, total }: ProgressFigureInput['skills'][number], top: number): void {
  const { context, colors } = sheet;
  const counts = `${correct} / ${total}   ${Math.round((100 * correct) / total)} %`;
  drawText(sheet, label, MARGIN, top + 24, {
    font: fonts.text(fitSize(label, fonts.text, INNER - 300, { max: sizes.small, min: 22 })),
    color: colors.ink,
  });
  drawText(sheet, counts, FIGURE_WIDTH - MARGIN, top + 24, { font: fonts.mono(28), color: colors.muted, anchor: 'right' });
  context.fillStyle = colors.panel;
  context.fillRect(MARGIN, top + 50, INNER, 24);
  context.fillStyle = correct / total >= 0.8 ? colors.green : correct / total >= 0.5 ? colors.orange : colors.red;
  context.fillRect(MARGIN, top + 50, Math.max(correct > 0 ? 6 : 0, (INNER * correct) / total), 24);
}

function drawDays(sheet: Sheet, days: ProgressFigureInput['days'], top: number, language: Style['language']): void {
  const { context, colors } = sheet;
  const most = Math.max(4, ...days.map((day) => day.correct + day.wrong));
  const column = INNER / Math.max(1, days.length);
  context.fillStyle = colors.line;
  context.fillRect(MARGIN, top + CHART, INNER, 3);
  const dated = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  days.forEach(({ date, correct, wrong }, index) => {
    const x = MARGIN + index * column + column * 0.15;
    const height = (count: number) => (CHART * count) / most;
    context.fillStyle = colors.green;
    context.fillRect(x, top + CHART - height(correct), column * 0.7, height(correct));
    context.fillStyle = colors.red;
    context.fillRect(x, top + CHART - height(correct + wrong), column * 0.7, height(wrong));
    if (correct + wrong > 0 && days.length <= 31) {
      drawText(sheet, String(correct + wrong), x + column * 0.35, top + CHART - height(correct + wrong) - 18, {
        font: fonts.text(24),
        color: colors.muted,
        anchor: 'center',
      });
    }
    if (index !== 0 && index !== days.length - 1 && index !== Math.floor(days.length / 2)) return;
    const anchor = index === 0 ? 'left' : index === days.length - 1 ? 'right' : 'center';
    const labelX = index === 0 ? MARGIN : index === days.length - 1 ? FIGURE_WIDTH - MARGIN : x + column * 0.35;
    drawText(sheet, dated.format(Date.parse(`${date}T00:00:00Z`)), labelX, top + CHART + 40, {
      font: fonts.text(28),
      color: colors.muted,
      anchor,
    });
  });
}
