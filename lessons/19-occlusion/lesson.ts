import { patchPlaces } from '../arithmetic.ts';
import type { Lesson } from '../lesson.ts';
import { gridFigure } from '../size-figures.ts';
import { patchFill } from './fill-skill.ts';
import { patchPlacesSkill } from './places-skill.ts';
import { keyPatch, probabilityDrop } from './reading-skills.ts';
import { hotSpot } from './spot-skill.ts';

/** Place of the nine among the drawn digits that is covered in the cards. */
export const NINE = 29;
const DIGIT = { height: 28, width: 28 };
const PHOTO = { height: 224, width: 224 };
const small = { height: 10, width: 10, patch: 4, stride: 3 };
const fine = patchPlaces({ ...DIGIT, patch: 5, stride: 1 });
const coarse = patchPlaces({ ...DIGIT, patch: 8, stride: 4 });
const photo = patchPlaces({ ...PHOTO, patch: 15, stride: 8 });

/** What patches leave of a probability at their worst place, whole percent; test/lessons/19-occlusion.test.ts measures it again. */
export const MEASURED = {
  /** The sample seven, filled with black. */
  seven5: 92,
  seven9: 20,
  /** The nine under 5×5 of white, where less than 1 % is left; it is read as an 8 then. */
  nineWhite: 0,
};

export const occlusion: Lesson = {
  number: 19,
  id: 'occlusion',
  skills: [patchPlacesSkill, probabilityDrop, keyPatch, hotSpot, patchFill],
  numbers: {
    smallSide: patchPlaces(small).rows,
    small: patchPlaces(small).places,
    fineSide: fine.rows,
    fine: fine.places,
    coarseSide: coarse.rows,
    coarse: coarse.places,
    photoSide: photo.rows,
    photo: photo.places,
    ...MEASURED,
    lost5: 100 - MEASURED.seven5,
    lost9: 100 - MEASURED.seven9,
  },
  figures: {
    map: { job: 'occlusion', input: { show: 'map', drawn: NINE, patch: 5, stride: 1 } },
    moving: { job: 'occlusion-animation', input: { drawn: NINE, patch: 8, stride: 4 } },
    positions: gridFigure({ n: small.height, f: small.patch, s: small.stride }),
    tables: { job: 'occlusion', input: { show: 'tables', drawn: NINE, patch: 8, stride: 4 } },
    readings: { job: 'occlusion', input: { show: 'readings', drawn: NINE, patch: 5, stride: 2 } },
    sizes: { job: 'occlusion', input: { show: 'sizes', drawn: NINE, patches: [3, 5, 9], stride: 1 } },
    fills: { job: 'occlusion', input: { show: 'fills', drawn: NINE, patch: 5, stride: 1, fills: [0, 'mean', 1] } },
    redundant: { job: 'occlusion', sample: 'seven', input: { show: 'sizes', patches: [5, 9], stride: 1 } },
  },
  waiting: { S32: 'seeing-inside' },
};
