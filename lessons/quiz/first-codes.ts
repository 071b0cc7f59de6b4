import { sizeChain, sizePlain } from '../06-output-size/skills.ts';
import { findKernel, findPadding, paddingSame, sizePadded } from '../07-padding/skills.ts';
import { findStride, sizeStrided, unreached } from '../08-stride/skills.ts';
import type { Level, QuestionForm, Skill } from './skill.ts';

/** Which skill the first digit (0…f) of a code `pad:…` stands for. */
const SLOTS: readonly Skill[] = [
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
];

/**
 * The first codes that the tutor gave out, `pad:8f3a`, meant skill, form and level in another way than today's; they bring their questions
 * back for ever. Even seeds asked for a choice, odd ones for a typed number; pairs of them went round the three levels.
 */
export function firstCode(prefix: string, digits: string): { skill: Skill; form: QuestionForm; level: Level } | undefined {
  if (prefix !== 'pad') return undefined;
  const skill = SLOTS[Number.parseInt(digits[0]!, 16)]!;
  const seed = Number.parseInt(digits, 16);
  return { skill, form: skill.forms[seed % 2]!, level: ((Math.floor(seed / 2) % 3) + 1) as Level };
}
