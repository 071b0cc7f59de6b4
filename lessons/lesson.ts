import type { Language } from '../src/chat/texts.ts';
import type { Drawing } from './drawing.ts';
import type { Skill } from './quiz/skill.ts';

/** What a system of the lecture (S1…S39, see the README's curriculum) needs before it can be taught whole. */
export type Waiting = 'networks' | 'seeing-inside';

/**
 * One lesson. Its folder `NN-ID` holds its cards (`en.md`, `ru.md`, see cards.ts), the texts of its questions (`en.ftl`, `ru.ftl`), its
 * skills and its figures.
 */
export interface Lesson {
  /** 1…21. */
  number: number;
  id: string;
  skills: readonly Skill[];
  /** Figures that cards show, by name: `![what it shows](figure:NAME)`. */
  figures: Readonly<Record<string, Drawing | ((language: Language) => Drawing)>>;
  /** Numbers and shapes of its cards, computed: `{{name}}` in a card. */
  numbers?: Readonly<Record<string, number | string>>;
  /** Systems of this lesson whose figures or commands need what the tutor cannot do yet. */
  waiting?: Readonly<Record<string, Waiting>>;
}

/** The lesson's folder below lessons/: `07-padding`. */
export const folderOf = ({ number, id }: Pick<Lesson, 'number' | 'id'>): string => `${String(number).padStart(2, '0')}-${id}`;
