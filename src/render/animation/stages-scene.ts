import type { Picture } from '../../vision/picture.ts';
import type { Style } from '../figure.ts';
import { drawPicture, drawText, fitPicture, wrap } from '../sheet.ts';
import { fonts } from '../theme.ts';
import { framed, INNER, LINE, MARGIN } from './grid-parts.ts';
import { exactColors, SCENE_WIDTH, type Scene } from './scene.ts';

export interface StagesSceneInput extends Style {
  /** In order; pictures that were resized to `stageSize` beforehand are drawn fastest. */
  stages: { picture: Picture; caption: string }[];
}

const TOP = 92;
const BOX = { width: INNER, height: 760 };
/** Time to look at a stage and to read its caption, milliseconds; the last one stays longer. */
const STAGE_MS = 2400;
const LAST_MS = 4500;
const DOT = 22;

/** How large a stage's picture is drawn, pixels. */
export const stageSize = (picture: { width: number; height: number }) => fitPicture(picture, BOX);

/** Pictures of a method's stages one after the other, each with its caption, and how many there are. */
export function stagesScene({ stages, theme }: StagesSceneInput): Scene {
  const captions = stages.map(({ caption }) => wrap(caption, fonts.bold(32), INNER));
  const tallest = Math.max(...stages.map(({ picture }) => stageSize(picture).height));
  const height = TOP + tallest + 40 + Math.max(...captions.map((lines) => lines.length)) * LINE;
  return {
    width: SCENE_WIDTH,
    height,
    frames: stages.length,
    draw: (index) =>
      framed(height, theme, (sheet) => {
        const { context, colors } = sheet;
        const { picture } = stages[index]!;
        const size = stageSize(picture);
        drawText(sheet, `${index + 1}/${stages.length}`, SCENE_WIDTH - MARGIN, 46, {
          font: fonts.bold(32),
          color: colors.muted,
          anchor: 'right',
        });
        stages.forEach((_, stage) => {
          context.beginPath();
          context.arc(MARGIN + DOT / 2 + stage * DOT * 1.7, 46, DOT / 2 - 2, 0, 2 * Math.PI);
          context.fillStyle = stage <= index ? colors.blue : colors.line;
          context.fill();
        });
        drawPicture(sheet, picture, {
          x: Math.round((SCENE_WIDTH - size.width) / 2),
          y: TOP + Math.round((tallest - size.height) / 2),
          ...size,
        });
        captions[index]!.forEach((line, row) => {
          drawText(sheet, line, MARGIN, TOP + tallest + 44 + row * LINE, { font: fonts.bold(32), color: colors.ink });
        });
      }),
    duration: (index) => (index === stages.length - 1 ? LAST_MS : STAGE_MS),
    exact: exactColors(theme),
  };
}
