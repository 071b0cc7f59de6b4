import type { Lesson } from '../lesson.ts';
import { orientationColumn, orientedResponse } from './cortex-skills.ts';
import { cellField, centerSurround } from './retina-skills.ts';

export const eyes: Lesson = {
  number: 2,
  id: 'eyes',
  skills: [cellField, centerSurround, orientedResponse, orientationColumn],
  numbers: {},
  figures: {},
};
