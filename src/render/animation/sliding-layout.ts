import { CAPTION, GRIDS_TOP, INNER, MARGIN } from './grid-parts.ts';
import { SCENE_WIDTH } from './scene.ts';
import type { SlidingSceneInput } from './sliding-scene.ts';

/** Between two grids, pixels. */
export const GAP = 44;
const LARGEST_CELL = 74;
/** Beside each other everything stays in view on a phone: cells may be this much smaller for it. */
const LESS_IS_FINE = 0.85;

/** A grid's upper left corner and the side of its cells, pixels. */
export interface Place {
  x: number;
  y: number;
  cell: number;
}

export interface SlidingLayout {
  input: Place;
  kernel: Place;
  output: Place;
  /** Where the lowest grid ends. */
  bottom: number;
}

/** Beside each other, or the input above and the others below it: whichever gives the larger cells. */
export function slidingLayout({ input, padding, kernels, output }: SlidingSceneInput): SlidingLayout {
  const rows = input.length + padding.top + padding.bottom;
  const columns = input[0]!.length + padding.left + padding.right;
  const kernelRows = kernels[0]?.values.length ?? 0;
  const kernelColumns = (kernels[0]?.values[0]?.length ?? 0) * kernels.length + 0.5 * Math.max(0, kernels.length - 1);
  const outRows = output.length;
  const outColumns = output[0]!.length;
  const right = Math.max(kernelColumns, outColumns, 2.4);
  const between = kernels.length === 0 ? 0 : GAP + CAPTION;
  const beside = Math.floor(
    Math.min(LARGEST_CELL, (INNER - GAP) / (columns + right), 620 / rows, (620 - between) / (kernelRows + outRows)),
  );
  const across = outColumns + (kernels.length === 0 ? 0 : kernelColumns);
  const above = Math.floor(Math.min(60, INNER / columns, 520 / rows));
  const below = Math.floor(Math.min(60, (INNER - GAP) / across, 380 / Math.max(outRows, kernelRows)));
  if (beside >= LESS_IS_FINE * Math.min(above, below)) {
    const x = MARGIN + columns * beside + GAP;
    const outputTop = GRIDS_TOP + kernelRows * beside + between;
    return {
      input: { x: MARGIN, y: GRIDS_TOP, cell: beside },
      kernel: { x, y: GRIDS_TOP, cell: beside },
      output: { x, y: outputTop, cell: beside },
      bottom: Math.max(GRIDS_TOP + rows * beside, outputTop + outRows * beside),
    };
  }
  const y = GRIDS_TOP + rows * above + GAP + CAPTION;
  return {
    input: { x: MARGIN + Math.floor((INNER - columns * above) / 2), y: GRIDS_TOP, cell: above },
    output: { x: MARGIN, y, cell: below },
    kernel: { x: SCENE_WIDTH - MARGIN - Math.ceil(kernelColumns * below), y, cell: below },
    bottom: y + Math.max(outRows, kernelRows) * below,
  };
}
