import type { Lesson } from '../lesson.ts';
import { sizeChain, sizePlain } from './skills.ts';

export const outputSizeLesson: Lesson = { number: 6, id: 'output-size', skills: [sizePlain, sizeChain], figures: {} };
