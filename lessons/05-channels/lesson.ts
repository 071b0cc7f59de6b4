import type { Lesson } from '../lesson.ts';
import { bankParameters, channelsWindow, layerMaps, weightShape } from './skills.ts';

export const channels: Lesson = {
  number: 5,
  id: 'channels',
  skills: [channelsWindow, layerMaps, weightShape, bankParameters],
  numbers: {},
  figures: {},
};
