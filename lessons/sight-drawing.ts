import type { JobInput } from '../src/engine/catalogue.ts';
import type { Sight, WindowStep } from './receptive-field.ts';

type Level = JobInput<'receptive'>['levels'][number];
type Box = JobInput<'receptive-photo'>['boxes'][number];

/** Boxes on a photo: more than colors tell apart are thinned out. */
const MOST_BOXES = 6;
/** Levels of a pyramid that a phone still shows without scrolling far. */
const MOST_LEVELS = 12;

/** The pyramid of cells below one output, along one axis: from the last layer down to the input. */
export function pyramidLevels(steps: readonly WindowStep[], { layers, cells }: Sight): Level[] {
  const all = layers.map(({ axis, needed, center, jump, field }, index): Level => {
    return { name: steps[index]!.layer.name, cells: axis.output, ...needed, center, jump, field };
  });
  return [...thinned(all, MOST_LEVELS).reverse(), { cells, ...layers[0]!.input, center: 0, jump: 1, field: 1 }];
}

/**
 * What the cell of each layer sees that lies nearest to the middle of the chosen output's field, as `name: 6×6` and in parts of the photo.
 * @param names of all layers; those without a name get no box
 */
export function sightBoxes(rows: Sight, columns: Sight, names: readonly (string | undefined)[]): Box[] {
  return names.flatMap((name, index) => {
    if (name === undefined) return [];
    const [down, across] = [rows.layers[index]!, columns.layers[index]!];
    return {
      label: `${name}: ${down.field}×${across.field}`,
      left: across.nearest.from / columns.cells,
      right: (across.nearest.to + 1) / columns.cells,
      top: down.nearest.from / rows.cells,
      bottom: (down.nearest.to + 1) / rows.cells,
    };
  });
}

/** As many boxes as can be told apart. */
export const fewBoxes = (boxes: readonly Box[]): Box[] => thinned(boxes, MOST_BOXES);

/** At most so many, spread evenly, the last always among them. */
function thinned<T>(all: readonly T[], most: number): T[] {
  const count = Math.min(most, all.length);
  return Array.from({ length: count }, (_, index) => all[Math.round(((index + 1) * all.length) / count) - 1]!);
}
