import { sizeChain, sizePlain } from './06-output-size/skills.ts';
import { findKernel, findPadding, paddingSame, sizePadded } from './07-padding/skills.ts';
import { findStride, sizeStrided, unreached } from './08-stride/skills.ts';
import type { Skill } from './quiz/skill.ts';

/** What /quiz can be asked for. Codes begin with the topic's prefix. */
export interface QuizTopic {
  id: string;
  prefix: string;
  /**
   * Which skill a code's first digit (0…f) stands for. All sixteen places are taken from the start, and places are only ever handed
   * to a new skill together with a new prefix: a code must bring the same question back for ever.
   */
  slots: readonly Skill[];
}

/** Everything around N' = ⌊(N + 2P − F)/S⌋ + 1. */
export const PADDING: QuizTopic = {
  id: 'padding',
  prefix: 'pad',
  slots: [
    sizePlain,
    sizePadded,
    sizePadded,
    findPadding,
    sizeStrided,
    sizeStrided,
    sizeStrided,
    paddingSame,
    paddingSame,
    unreached,
    unreached,
    findKernel,
    findStride,
    sizeChain,
    sizeChain,
    sizePlain,
  ],
};

export const TOPICS: readonly QuizTopic[] = [PADDING];

/** The skills of a topic, each once, in the order of its first place. */
export const skillsOf = (topic: QuizTopic): Skill[] => [...new Set(topic.slots)];

/** Every skill there is. */
export const allSkills = (): Skill[] => [...new Set(TOPICS.flatMap((topic) => topic.slots))];
