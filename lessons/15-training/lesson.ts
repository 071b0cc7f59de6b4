import type { Lesson } from '../lesson.ts';
import { crossEntropySkill, epochSteps, learningRate, sgdStep, softmaxSkill } from './skills.ts';

export const training: Lesson = {
  number: 15,
  id: 'training',
  skills: [softmaxSkill, crossEntropySkill, sgdStep, learningRate, epochSteps],
  figures: {},
  waiting: { S39: 'networks' },
};
