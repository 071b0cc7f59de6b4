/** `npm run lessons`: what each system of the lecture has to be read, seen, tried and asked, and what is missing. */
import { allCommands } from '../commands/index.ts';
import { type Card, lessonText } from '../lessons/cards.ts';
import { LESSONS } from '../lessons/catalogue.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { SYSTEMS } from '../lessons/systems.ts';
import { parseRoute } from './chat/route.ts';
import { LANGUAGES } from './chat/texts.ts';

/** What a system has in its lesson. */
export interface SystemReport {
  system: string;
  lesson: number;
  cards: number;
  figures: string[];
  commands: string[];
  /** Question generators: every form of every skill asked at its cards. */
  generators: number;
  /** What it lacks and could have: `cards`, `figures`, `commands`, `questions`, or `lesson`. */
  missing: string[];
  /** What the rest waits for. */
  waiting?: string;
}

/** The report of every system, in the lecture's order. */
export function reportSystems(lessons: readonly Lesson[] = LESSONS): SystemReport[] {
  return Object.entries(SYSTEMS)
    .sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
    .map(([system, number]) => {
      const lesson = lessons.find((candidate) => candidate.number === number);
      if (lesson === undefined) return { system, lesson: number, cards: 0, figures: [], commands: [], generators: 0, missing: ['lesson'] };
      const [cards = [], ...others] = LANGUAGES.map((language) =>
        lessonText(lesson, language).cards.filter(({ systems }) => systems.includes(system)),
      );
      const waiting = lesson.waiting?.[system];
      const found = { figures: figuresOf(cards), commands: commandsOf(cards), generators: generatorsOf(lesson, cards) };
      const missing = [
        ...(cards.length === 0 || others.some(({ length }) => length !== cards.length) ? ['cards'] : []),
        ...(found.figures.length === 0 && waiting === undefined ? ['figures'] : []),
        ...(found.commands.length === 0 && waiting === undefined ? ['commands'] : []),
        ...(found.generators === 0 ? ['questions'] : []),
      ];
      return { system, lesson: number, cards: cards.length, ...found, missing, ...(waiting === undefined ? {} : { waiting }) };
    });
}

const figuresOf = (cards: readonly Card[]) => [...new Set(cards.flatMap(({ figures }) => figures.map(({ name }) => name)))];

function commandsOf(cards: readonly Card[]): string[] {
  const known = new Set(allCommands().map(({ name }) => name));
  const named = cards.flatMap(({ tries }) => tries.map(({ route }) => parseRoute(route)?.command ?? ''));
  return [...new Set(named)].filter((name) => known.has(name)).map((name) => `/${name}`);
}

/** Of the skills asked at these cards; a card without a question is asked about at the next one that has some. */
function generatorsOf({ skills }: Lesson, cards: readonly Card[]): number {
  const asked = new Set(cards.flatMap(({ asks }) => asks));
  return skills.filter(({ id }) => asked.has(id)).reduce((sum, { forms }) => sum + forms.length, 0);
}

/** Prints the report; the process ends with 1 when something is missing that could be there. */
export function lessonsReport(): void {
  const reports = reportSystems();
  const row = (cells: readonly string[]) => cells.map((cell, index) => cell.padEnd([5, 8, 7, 9, 11, 34][index] ?? 0)).join('');
  const lines = [row(['id', 'lesson', 'cards', 'figures', 'questions', 'commands', ''])];
  for (const { system, lesson, cards, figures, commands, generators, missing, waiting } of reports) {
    const state = missing.length > 0 ? `MISSING: ${missing.join(', ')}` : waiting === undefined ? '' : `waits for ${waiting}`;
    lines.push(row([system, String(lesson), String(cards), String(figures.length), String(generators), commands.join(' '), state]));
  }
  const skills = LESSONS.flatMap((lesson) => lesson.skills);
  const forms = skills.reduce((sum, skill) => sum + skill.forms.length, 0);
  const lacking = reports.filter(({ missing }) => missing.length > 0).length;
  lines.push(
    '',
    `${LESSONS.length} lessons, ${skills.length} skills, ${forms} question generators, ${LANGUAGES.length} languages.`,
    lacking === 0 ? 'Nothing is missing.' : `${lacking} systems lack something.`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  if (lacking > 0) process.exitCode = 1;
}
