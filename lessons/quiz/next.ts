import { codeFor, exerciseOf } from './exercise.ts';
import type { Level, Skill } from './skill.ts';

/** Codes that are not asked again right away. */
const RECENT = 12;

export interface QuestionMemory {
  countsBySkill(learner: string): Promise<Map<string, { correct: number; total: number }>>;
  recentCodes(learner: string, count: number): Promise<string[]>;
}

/**
 * The next question's code for a learner out of these skills: weaker and less practised ones come oftener, and the better a skill is known
 * the harder its questions. The skill of the last question, the form it was last asked in and recent codes do not come again right away.
 * @param random 0…1, Math.random in service
 */
export async function nextCode(
  memory: QuestionMemory,
  learner: string,
  among: readonly Skill[],
  random: () => number = Math.random,
): Promise<string> {
  const [counts, codes] = await Promise.all([memory.countsBySkill(learner), memory.recentCodes(learner, RECENT)]);
  const recent = codes.flatMap((code) => exerciseOf(code) ?? []);
  const last = recent[0]?.skill;
  const skills = among.filter((skill) => skill !== last || among.length === 1);
  // with one success and one failure added beforehand, a skill never asked counts as half known
  const known = (skill: Skill) => {
    const { correct, total } = counts.get(skill.id) ?? { correct: 0, total: 0 };
    return (correct + 1) / (total + 2);
  };
  const need = (skill: Skill) => 1.15 - known(skill);
  const sum = skills.reduce((total, skill) => total + need(skill), 0);
  let left = random() * sum;
  const skill =
    skills.find((candidate) => {
      left -= need(candidate);
      return left <= 0;
    }) ?? skills[0]!;
  const level = levelFor(known(skill));
  const lastForm = recent.find((exercise) => exercise.skill === skill)?.form;
  const others = skill.forms.filter((form) => form !== lastForm);
  for (;;) {
    const code = codeFor(skill, level, random, others.length === 0 ? skill.forms : others);
    if (!codes.includes(code)) return code;
  }
}

/** How hard the next question of a skill is; `known`: 0…1. Two right answers from the start lead to the second level, five to the third. */
function levelFor(known: number): Level {
  if (known > 0.85) return 3;
  return known > 0.7 ? 2 : 1;
}
