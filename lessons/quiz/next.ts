import { type QuizTopic, skillsOf } from '../catalogue.ts';
import { codeFor, exerciseOf } from './exercise.ts';
import type { Skill } from './skill.ts';

/** Codes that are not asked again right away. */
const RECENT = 12;

export interface QuestionMemory {
  countsBySkill(learner: string): Promise<Map<string, { correct: number; total: number }>>;
  recentCodes(learner: string, count: number): Promise<string[]>;
}

/**
 * The next question's code for a learner: weaker and less practised skills come oftener, the skill of the last question and recent codes do not come again.
 * @param random 0…1, Math.random in service
 */
export async function nextCode(
  memory: QuestionMemory,
  learner: string,
  topic: QuizTopic,
  random: () => number = Math.random,
): Promise<string> {
  const [counts, recent] = await Promise.all([memory.countsBySkill(learner), memory.recentCodes(learner, RECENT)]);
  const last = recent[0] === undefined ? undefined : exerciseOf(recent[0])?.skill;
  const skills = skillsOf(topic).filter((skill, _index, all) => skill !== last || all.length === 1);
  // with one success and one failure added beforehand, a skill never asked counts as half known
  const need = (skill: Skill) => {
    const { correct, total } = counts.get(skill.id) ?? { correct: 0, total: 0 };
    return 1.15 - (correct + 1) / (total + 2);
  };
  const sum = skills.reduce((total, skill) => total + need(skill), 0);
  let left = random() * sum;
  const skill = skills.find((candidate) => {
    left -= need(candidate);
    return left <= 0;
  });
  for (;;) {
    const code = codeFor(topic, skill ?? skills[0]!, random);
    if (!recent.includes(code)) return code;
  }
}
