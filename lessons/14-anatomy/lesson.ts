import type { Lesson } from '../lesson.ts';
import { missingLayer } from './missing-layer.ts';
import { flattenLength, networkParameters, networkShape } from './skills.ts';

export const anatomy: Lesson = {
  number: 14,
  id: 'anatomy',
  skills: [networkShape, flattenLength, networkParameters, missingLayer],
  figures: {},
};
