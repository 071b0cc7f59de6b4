import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../project-root.ts';
import type { Style } from '../../render/figure.ts';
import type { PanelBox, PanelContent, PhotoPanel as ReadyPhoto, Room } from '../../render/panels/panel.ts';
import { type DrawnPanel, drawPanels, panelRoom } from '../../render/panels/panels-figure.ts';
import { photoSize } from '../../render/panels/picture-panels.ts';
import { decodePicture } from '../../vision/decode.ts';
import type { Display } from '../../vision/display.ts';
import { filterPicture } from '../../vision/filter-picture.ts';
import { toGray } from '../../vision/gray.ts';
import type { Picture } from '../../vision/picture.ts';
import { poolPicture } from '../../vision/pool-picture.ts';
import { resizePicture } from '../../vision/resize.ts';
import { shufflePixels } from '../../vision/shuffle.ts';
import { job } from '../job.ts';
import { filterOf, type KernelChoice, type WindowChoice, windowOf } from './convolve.ts';
import { rendered, renderedPhoto } from './figure-style.ts';

/** A photo, in gray, shuffled, filtered, pooled, in this order; shown at one size however small the result. */
export interface PhotoPanel {
  kind: 'photo';
  gray?: boolean;
  /** Seed: all pixels in another order. */
  shuffle?: number;
  /** Stride 1 and `same`, mirrored around, if not given: results then have the photo's size. */
  filter?: { kernel: KernelChoice; flip?: boolean; channels?: 'gray' | 'color'; display?: Display } & Partial<WindowChoice>;
  pool?: { kind: 'max' | 'average'; size: number; stride: number };
  boxes?: PanelBox[];
}

export type Panel = (Exclude<PanelContent, ReadyPhoto> | PhotoPanel) & { caption?: string };

export interface PanelsInput extends Style {
  /** 1…6. */
  panels: Panel[];
  /** Letters A, B, C, … on the panels: they are choices. */
  lettered?: boolean;
  /** What `photo` panels show; the project's own scene if not given. */
  bytes?: Uint8Array;
}

const MAX_WORKING_PIXELS = 1_000_000;
const SCENE = join(projectRoot, 'data/samples/scene.png');

/** Figures of questions and lesson cards: what is to be read, and no answer. */
export const panels = job({
  timeoutMs: 20_000,
  cached: true,
  async run(input: PanelsInput) {
    const { panels: asked, lettered, language, theme } = input;
    const style = { language, theme };
    const hasPhoto = asked.some(({ kind }) => kind === 'photo');
    const room = panelRoom(
      asked.map((panel) => (panel.kind === 'photo' ? { kind: 'photo' as const } : panel)),
      style,
    );
    const isWorkedOn = asked.some((panel) => panel.kind === 'photo' && (panel.filter !== undefined || panel.pool !== undefined));
    const photo = hasPhoto ? await readPhoto(input.bytes, room, isWorkedOn) : undefined;
    const drawn = asked.map((panel): DrawnPanel => (panel.kind === 'photo' ? workedPhoto(panel, photo!) : panel));
    const figure = drawPanels({ panels: drawn, ...style, ...(lettered === undefined ? {} : { lettered }) });
    return hasPhoto ? renderedPhoto(figure) : rendered(figure);
  },
});

/**
 * The photo at the size at which it is shown; at half of that where anything is done to it, so that the work of a 3×3 kernel or a 2×2 window
 * is seen on a phone. Small pictures stay as they are.
 */
async function readPhoto(bytes: Uint8Array | undefined, room: Room, isWorkedOn: boolean): Promise<Picture> {
  const { picture } = await decodePicture(bytes ?? new Uint8Array(await readFile(SCENE)), { maxPixels: MAX_WORKING_PIXELS });
  const share = isWorkedOn ? 2 : 1;
  const size = photoSize(picture, { width: Math.floor(room.width / share), height: Math.floor(room.height / share) });
  return size.width < picture.width ? resizePicture(picture, size) : picture;
}

/** @throws Problem as filters and pooling do */
function workedPhoto(
  { gray = false, shuffle, filter, pool, boxes, caption }: PhotoPanel & { caption?: string },
  photo: Picture,
): DrawnPanel {
  let picture = gray ? toGray(photo) : photo;
  if (shuffle !== undefined) picture = shufflePixels(picture, shuffle);
  if (filter !== undefined) {
    const chosen = filterOf(filter.kernel, filter.flip);
    const window = windowOf(chosen, {
      ...filter,
      stride: filter.stride ?? 1,
      padding: filter.padding ?? 'same',
      border: filter.border ?? 'reflect',
    });
    picture = filterPicture(picture, chosen, window, filter).picture;
  }
  if (pool !== undefined) picture = poolPicture(picture, { ...pool, padding: 0, ceil: false, countPadding: true }).output;
  return { kind: 'photo', picture, ...(boxes === undefined ? {} : { boxes }), ...(caption === undefined ? {} : { caption }) };
}
