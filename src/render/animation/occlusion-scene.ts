import type { Plane } from '../../vision/picture.ts';
import { AXIS_ROOM, drawChart, drawDot } from '../chart.ts';
import type { Style } from '../figure.ts';
import type { CoveredDigit } from '../occlusion-figure.ts';
import { type DropMap, drawDigit, drawDrops, framePatch, percent } from '../occlusion-parts.ts';
import { drawText, fitSize, type Sheet, wrap } from '../sheet.ts';
import { figureTexts } from '../texts.ts';
import { fonts } from '../theme.ts';
import { framed, INNER, LINE, MARGIN } from './grid-parts.ts';
import { exactColors, MAX_FRAMES, SCENE_WIDTH, type Scene } from './scene.ts';

export interface OcclusionSceneInput extends Style {
  picture: Plane;
  /** The class that is explained, and its probability with nothing covered. */
  target: number;
  whole: number;
  map: DropMap;
  /** Every position, row by row: at most MAX_FRAMES − 2. */
  places: CoveredDigit[];
}

const TOP = 76;
const GAP = 20;
const WORDS = 2 * LINE + 36;
const CHART = 200;
const CHART_LEFT = 96;
/** A patch's own time, and that of the first and the last frame, milliseconds. */
const STEP_MS = 380;
const FIRST_MS = 1800;
const LAST_MS = 4000;

/** A patch that moves over a digit; beside it the map of drops, below it the probability as a curve, both grow with it. @throws RangeError for too many places */
export function occlusionScene(input: OcclusionSceneInput): Scene {
  const { picture, target, whole, places, theme, language } = input;
  if (places.length > MAX_FRAMES - 2) throw new RangeError(`${places.length} positions are too many to be shown one by one`);
  const t = figureTexts(language);
  const side = Math.floor((INNER - GAP) / 2 / picture.width) * picture.width;
  const chartTop = TOP + side + WORDS + AXIS_ROOM.top;
  const height = chartTop + CHART + 24;
  const lowest = Math.min(...places.map(({ probability }) => probability));
  const frames = places.length + 2;
  return {
    width: SCENE_WIDTH,
    height,
    frames,
    draw: (index) =>
      framed(height, theme, (sheet) => {
        const { colors } = sheet;
        const place = places[index - 1];
        const title =
          place === undefined ? t('occlusion-title', { digit: target }) : t('occlusion-position', { at: index, count: places.length });
        drawText(sheet, title, MARGIN, 40, {
          font: fonts.bold(fitSize(title, fonts.bold, INNER, { max: 36, min: 24 })),
          color: colors.ink,
        });
        const left = { x: MARGIN, y: TOP, width: side, height: side };
        const right = { ...left, x: SCENE_WIDTH - MARGIN - side };
        drawDigit(sheet, place?.picture ?? picture, left, place?.patch);
        drawDrops(sheet, picture, input.map, right, index);
        if (place !== undefined) framePatch(sheet, place.patch, right, picture);
        if (place !== undefined) {
          const said = `${t('occlusion-whole', { digit: target, percent: percent(place.probability) })}, ${t('occlusion-reads', { digit: place.reads })}`;
          const color = place.reads === target ? colors.ink : colors.red;
          drawText(sheet, said, MARGIN, TOP + side + 40, { font: fonts.bold(32), color });
        } else {
          const words =
            index === 0
              ? t('occlusion-start', { digit: target })
              : t('occlusion-done', { digit: target, count: places.length, percent: percent(lowest) });
          wrap(words, fonts.text(28), INNER).forEach((line, row) => {
            drawText(sheet, line, MARGIN, TOP + side + 38 + row * LINE, { font: fonts.text(28), color: colors.ink });
          });
        }
        drawTrace(sheet, [whole, ...places.map(({ probability }) => probability)], index, chartTop, target);
      }),
    duration: (index) => (index === 0 ? FIRST_MS : index === frames - 1 ? LAST_MS : STEP_MS),
    exact: exactColors(theme),
  };
}

/** The probability from position to position, as far as the patch has come; position 0 is the whole picture. */
function drawTrace(sheet: Sheet, trace: readonly number[], reached: number, top: number, target: number): void {
  const { context, colors } = sheet;
  const last = trace.length - 1;
  const rect = { x: CHART_LEFT, y: top, width: SCENE_WIDTH - CHART_LEFT - MARGIN - 12, height: CHART };
  const chart = drawChart(sheet, rect, {
    x: { low: 0, high: last, ticks: [], label: '', write: String },
    y: { low: 0, high: 1, ticks: [0, 0.5, 1], label: `p(${target}), %`, write: (tick) => String(100 * tick) },
  });
  context.strokeStyle = colors.blue;
  context.lineWidth = 5;
  context.lineJoin = 'round';
  context.beginPath();
  const shown = trace.slice(0, reached + 1);
  shown.forEach((value, at) => {
    context.lineTo(chart.atX(at), chart.atY(value));
  });
  context.stroke();
  const at = Math.min(reached, last);
  drawDot(sheet, chart.atX(at), chart.atY(trace[at]!), 11, colors.orange);
}
