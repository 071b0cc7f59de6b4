import type { Lesson } from '../lesson.ts';
import { findStride, sizeStrided, unreached } from './skills.ts';

export const stride: Lesson = { number: 8, id: 'stride', skills: [sizeStrided, unreached, findStride], figures: {} };
