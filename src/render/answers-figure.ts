import { type Picture, pictureShape } from '../vision/picture.ts';
import { FIGURE_WIDTH, type Figure, type Style } from './figure.ts';
import { percentText } from './numbers.ts';
import { createSheet, drawPicture, drawText, drawTitle, fitPicture, fitSize, frameOver, type Rect, type Sheet, wrap } from './sheet.ts';
import { figureTexts } from './texts.ts';
import { fonts, sizes } from './theme.ts';

/** What one network was given and what it said. */
export interface AnswerColumn {
  network: string;
  /** What it was given: height, width, channels. */
  seen: Picture;
  /** Its pixels stand in another order, as when the network learned. */
  shuffled: boolean;
  /** The likeliest classes, the likeliest first; none where nothing was found to be asked about. */
  top: { name: string; probability: number }[];
  /** Why there are none. */
  none?: 'empty' | 'several' | 'not-a-digit';
}

export interface AnswerFigureInput extends Style {
  /** The picture as it came, the part that the network was given framed. */
  photo: { picture: Picture; box?: Rect };
  answer: AnswerColumn;
}

export interface ComparisonFigureInput extends Style {
  answers: [AnswerColumn, AnswerColumn];
}

const MARGIN = 40;
const GAP = 40;
const INNER = FIGURE_WIDTH - 2 * MARGIN;
const HALF = (INNER - GAP) / 2;
/** What stands beside something else: all usual inputs (28, 32, 64, 224) grow to it by whole steps. */
const COLUMN = 448;
const TITLE = 116;
const CAPTION_LINE = 42;
const ROW = 96;
const BAR = 30;
/** The most that the pictures of an answer are high. */
const PICTURE = 480;

/** One network: the picture, what of it the network was given, and the five likeliest classes as bars. */
export function drawAnswerFigure({ photo, answer, language, theme }: AnswerFigureInput): Figure {
  const t = figureTexts(language);
  const [best] = answer.top;
  const pictures = [
    { picture: photo.picture, box: photo.box, caption: t(photo.box === undefined ? 'answer-photo' : 'answer-photo-cut') },
    { picture: answer.seen, box: undefined, caption: seenCaption(answer, language) },
  ].map((part) => ({ ...part, size: fitPicture(part.picture, { width: HALF, height: PICTURE }), lines: captionLines(part.caption) }));
  const tall = Math.max(...pictures.map(({ size }) => size.height));
  const captions = Math.max(...pictures.map(({ lines }) => lines.length)) * CAPTION_LINE;
  const barsTop = TITLE + tall + captions + 50;
  const sheet = createSheet(barsTop + answer.top.length * ROW + 20, theme);
  const title =
    best === undefined ? t(`digit-none-${answer.none ?? 'unsure'}`) : `${best.name} · ${percentText(best.probability, language)}`;
  drawTitle(sheet, title, { x: MARGIN, y: 60, width: INNER }, sizes.title);
  pictures.forEach(({ picture, box, size, lines }, index) => {
    const left = MARGIN + index * (HALF + GAP);
    const place = { x: Math.round(left + (HALF - size.width) / 2), y: Math.round(TITLE + (tall - size.height) / 2), ...size };
    drawPicture(sheet, picture, place);
    if (box !== undefined) frameOver(sheet, scaled(box, size.width / picture.width, place), sheet.colors.orange);
    drawCaption(sheet, lines, left + HALF / 2, TITLE + tall + 14);
  });
  drawBars(sheet, answer.top, { x: MARGIN, y: barsTop, width: INNER }, language);
  return sheet.figure();
}

/** Two networks side by side: what each was given of the same picture, and its five likeliest classes. */
export function drawComparisonFigure({ answers, language, theme }: ComparisonFigureInput): Figure {
  const t = figureTexts(language);
  const columns = answers.map((answer) => ({
    answer,
    // a picture that was merely shrunk to an input that nobody was given has not its own proportions
    size: answer.top.length === 0 ? { width: COLUMN, height: COLUMN } : columnSize(answer.seen),
    lines: captionLines(seenCaption(answer, language, 'answer-not-asked'), COLUMN),
    words: answer.top.length > 0 ? [] : wrap(t(`digit-none-${answer.none ?? 'unsure'}`), fonts.bold(sizes.text), COLUMN - 40),
  }));
  const tall = Math.max(...columns.map(({ size }) => size.height));
  const captions = Math.max(...columns.map(({ lines }) => lines.length)) * CAPTION_LINE;
  const barsTop = TITLE + tall + captions + 50;
  const rows = Math.max(...columns.map(({ answer }) => answer.top.length));
  const sheet = createSheet(barsTop + rows * ROW + 20, theme);
  columns.forEach(({ answer, size, lines, words }, index) => {
    const x = index === 0 ? MARGIN : FIGURE_WIDTH - MARGIN - COLUMN;
    drawTitle(sheet, answer.network, { x, y: 60, width: COLUMN }, sizes.title);
    const place = { x: Math.round(x + (COLUMN - size.width) / 2), y: TITLE, ...size };
    if (answer.top.length === 0) drawWords(sheet, words, place);
    else drawPicture(sheet, answer.seen, place);
    drawCaption(sheet, lines, x + COLUMN / 2, TITLE + tall + 14);
    drawBars(sheet, answer.top, { x, y: barsTop, width: COLUMN }, language);
  });
  return sheet.figure();
}

/** As large as a column allows, whatever the network's input: two of them are to be compared. */
function columnSize({ width, height }: Picture): { width: number; height: number } {
  const scale = COLUMN / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** In a picture's place, why there is none. */
function drawWords(sheet: Sheet, words: readonly string[], { x, y, width, height }: Rect): void {
  sheet.context.fillStyle = sheet.colors.panel;
  sheet.context.fillRect(x, y, width, height);
  const line = 46;
  words.forEach((text, row) => {
    drawText(sheet, text, x + width / 2, y + height / 2 + (row - (words.length - 1) / 2) * line, {
      font: fonts.bold(sizes.text),
      color: sheet.colors.ink,
      anchor: 'center',
    });
  });
}

function seenCaption({ network, seen, shuffled, none }: AnswerColumn, language: Style['language'], noneKey = 'answer-seen-none'): string {
  return figureTexts(language)(none !== undefined ? noneKey : shuffled ? 'answer-seen-shuffled' : 'answer-seen', {
    network,
    shape: pictureShape(seen),
  });
}

const captionLines = (caption: string, width = HALF) => wrap(caption, fonts.text(sizes.small), width);

function drawCaption(sheet: Sheet, lines: readonly string[], center: number, top: number): void {
  lines.forEach((line, row) => {
    drawText(sheet, line, center, top + (row + 0.5) * CAPTION_LINE, {
      font: fonts.text(sizes.small),
      color: sheet.colors.muted,
      anchor: 'center',
    });
  });
}

function drawBars(sheet: Sheet, top: AnswerColumn['top'], { x, y, width }: Omit<Rect, 'height'>, language: Style['language']): void {
  const { context, colors } = sheet;
  top.forEach(({ name, probability }, index) => {
    const line = y + index * ROW;
    const font = index === 0 ? fonts.bold : fonts.text;
    const percent = percentText(probability, language);
    const room = width - 150;
    drawText(sheet, name, x, line + 20, { font: font(fitSize(name, font, room, { max: sizes.text, min: 22 })), color: colors.ink });
    drawText(sheet, percent, x + width, line + 20, {
      font: font(sizes.text),
      color: index === 0 ? colors.ink : colors.muted,
      anchor: 'right',
    });
    context.fillStyle = colors.panel;
    context.fillRect(x, line + 46, width, BAR);
    context.fillStyle = index === 0 ? colors.blue : colors.sky;
    context.fillRect(x, line + 46, Math.max(probability > 0.001 ? 3 : 0, width * probability), BAR);
  });
}

const scaled = (box: Rect, scale: number, at: { x: number; y: number }): Rect => ({
  x: at.x + box.x * scale,
  y: at.y + box.y * scale,
  width: box.width * scale,
  height: box.height * scale,
});
