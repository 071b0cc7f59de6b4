import { perceptron } from './01-perceptron/lesson.ts';
import { eyes } from './02-eyes/lesson.ts';
import { convolution } from './03-convolution/lesson.ts';
import { filters } from './04-filters/lesson.ts';
import { channels } from './05-channels/lesson.ts';
import { outputSizeLesson } from './06-output-size/lesson.ts';
import { padding } from './07-padding/lesson.ts';
import { stride } from './08-stride/lesson.ts';
import { pooling } from './09-pooling/lesson.ts';
import { receptiveFieldLesson } from './10-receptive-field/lesson.ts';
import { oneByOne } from './11-one-by-one/lesson.ts';
import { cost } from './12-cost/lesson.ts';
import { otherConvolutions } from './13-other-convolutions/lesson.ts';
import { anatomy } from './14-anatomy/lesson.ts';
import { training } from './15-training/lesson.ts';
import { filterPicturesLesson } from './16-filters-as-pictures/lesson.ts';
import { neighbors } from './17-neighbors/lesson.ts';
import { activationMaps } from './18-activation-maps/lesson.ts';
import { occlusion } from './19-occlusion/lesson.ts';
import { gradients } from './20-gradients/lesson.ts';
import { dreamsLesson } from './21-dreams/lesson.ts';
import type { Lesson } from './lesson.ts';
import type { Skill } from './quiz/skill.ts';

/** All lessons, in the order in which they are taught. */
export const LESSONS: readonly Lesson[] = [
  perceptron,
  eyes,
  convolution,
  filters,
  channels,
  outputSizeLesson,
  padding,
  stride,
  pooling,
  receptiveFieldLesson,
  oneByOne,
  cost,
  otherConvolutions,
  anatomy,
  training,
  filterPicturesLesson,
  neighbors,
  activationMaps,
  occlusion,
  gradients,
  dreamsLesson,
];

/** Every skill there is, in the lessons' order. */
export const allSkills = (): readonly Skill[] => SKILLS;

const SKILLS = LESSONS.flatMap((lesson) => lesson.skills);

/** Skills asked of who has not begun with any lesson yet: the arithmetic that the whole course rests on. */
const FIRST_LESSONS = [3, 6, 7, 8];

/** What /quiz without a topic asks: skills of the lessons touched so far, by number, and of the one that follows; at first the course's arithmetic. */
export function mixedSkills(touched: ReadonlySet<number>): Skill[] {
  const last = Math.max(0, ...touched);
  const chosen = touched.size === 0 ? FIRST_LESSONS : [...touched, last + 1];
  return SKILLS.filter(({ lesson }) => chosen.includes(lesson));
}

/** A lesson by its number or id. */
export const findLesson = (word: string): Lesson | undefined =>
  LESSONS.find(({ number, id }) => id === word || (/^\d+$/.test(word) && number === Number(word)));
