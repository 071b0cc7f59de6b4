import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import { parse } from 'yaml';
import type { Block } from '../src/chat/reply.ts';
import type { Language } from '../src/chat/texts.ts';
import { projectRoot } from '../src/project-root.ts';
import { inLanguage } from './formula.ts';
import { folderOf, type Lesson } from './lesson.ts';

/** One idea of a lesson, as it is shown at once. */
export interface Card {
  title: string;
  /** Systems of the lecture that it teaches: S14. */
  systems: string[];
  blocks: Block[];
  /** Names of the lesson's figures, with what they show. */
  figures: { name: string; alt: string }[];
  /** Commands to try, as routes. */
  tries: { label: string; route: string }[];
  /** Skills asked for at this card. */
  asks: string[];
}

export interface LessonText {
  title: string;
  /** What a learner will be able to do. */
  goals: string[];
  cards: Card[];
}

const kept = new Map<string, LessonText>();

/**
 * A lesson in one language, from its file `LANGUAGE.md`: front matter with `title` and `goals`, then a card for each `## Title {S14}`.
 * A card holds paragraphs, lists, tables and code as Markdown has them (in texts only **bold** and `code`), and
 * - a formula: a fence of `math` with the readable form behind it, and LaTeX, a line each, in it;
 * - a figure: `![what it shows](figure:NAME)`; a command to try: `[label](<try:size 7 3 1>)`; a question: `[ask](ask:SKILL)`.
 * `{{name}}` stands for one of the lesson's computed numbers.
 * @throws Error naming the file and what is wrong in it
 */
export function lessonText(lesson: Lesson, language: Language): LessonText {
  const file = `${folderOf(lesson)}/${language}.md`;
  const known = kept.get(file);
  if (known !== undefined) return known;
  const read = readLesson(readFileSync(join(projectRoot, 'lessons', file), 'utf8'), lesson, language, file);
  kept.set(file, read);
  return read;
}

/** Emphasis that no chat is told of. */
const SLANTED = /(?<!\*)\*(?!\*)[^*\n]+(?<!\*)\*(?!\*)/;

/** Reads a lesson's Markdown; `file` is named in errors. */
export function readLesson(source: string, lesson: Pick<Lesson, 'numbers'>, language: Language, file: string): LessonText {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  if (match === null) throw new Error(`${file} has no front matter`);
  const front = parse(match[1]!) as { title?: unknown; goals?: unknown };
  if (typeof front.title !== 'string' || !Array.isArray(front.goals)) throw new Error(`${file}: the front matter needs title and goals`);
  const cards: Card[] = [];
  for (const token of lexer(match[2]!) as Tokens.Generic[]) {
    if (token.type === 'space') continue;
    if (token.type === 'heading') {
      cards.push(begin(token as Tokens.Heading, file));
      continue;
    }
    if (token.type !== 'code' && SLANTED.test(token.raw))
      throw new Error(`${file}: ${SLANTED.exec(token.raw)![0]} is shown with its asterisks; write **bold**`);
    const card = cards.at(-1);
    if (card === undefined) throw new Error(`${file}: a card begins with “## Title {S1}”`);
    add(card, token as Token, { fill: filling(lesson, language, file), language, file });
  }
  return { title: front.title, goals: front.goals.map(String), cards };
}

function begin({ depth, text }: Tokens.Heading, file: string): Card {
  const match = /^(.*?)\s*\{([^}]*)\}$/.exec(text);
  if (depth !== 2 || match === null) throw new Error(`${file}: “${text}” is no “## Title {S1}”`);
  const systems = match[2]!.split(/[\s,]+/).filter((id) => id !== '');
  return { title: match[1]!, systems, blocks: [], figures: [], tries: [], asks: [] };
}

interface Reading {
  fill: Fill;
  language: Language;
  file: string;
}
/** Puts the lesson's numbers into a text; `plainly`: without marks between thousands. */
type Fill = (text: string, plainly?: boolean) => string;

function add(card: Card, token: Token, reading: Reading): void {
  const { fill, file } = reading;
  switch (token.type) {
    case 'paragraph':
      addParagraph(card, token as Tokens.Paragraph, reading);
      return;
    case 'list': {
      const { items, ordered } = token as Tokens.List;
      card.blocks.push({ type: 'list', items: items.map(({ text }) => oneLine(fill(text))), ...(ordered ? { ordered } : {}) });
      return;
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = (row: Tokens.TableCell[]) => row.map(({ text }) => fill(text));
      card.blocks.push({ type: 'table', header: cells(header), rows: rows.map(cells) });
      return;
    }
    case 'code':
      addCode(card, token as Tokens.Code, reading);
      return;
    default:
      throw new Error(`${file}: ${card.title}: ${token.type} cannot be shown in every chat`);
  }
}

function addParagraph(card: Card, { text, tokens }: Tokens.Paragraph, { fill, file }: Reading): void {
  const special = tokens.filter(({ type }) => type === 'image' || type === 'link') as (Tokens.Image | Tokens.Link)[];
  if (special.length === 0) {
    card.blocks.push({ type: 'paragraph', text: oneLine(fill(text)) });
    return;
  }
  if (tokens.some((token) => !special.includes(token as Tokens.Link) && token.raw.trim() !== ''))
    throw new Error(`${file}: ${card.title}: figures and links stand in paragraphs of their own`);
  for (const { href, text: label } of special) {
    const [, kind, what] = /^(figure|try|ask):(.+)$/.exec(href) ?? [];
    if (kind === 'figure') card.figures.push({ name: what!, alt: fill(label) });
    else if (kind === 'try') card.tries.push({ label: fill(label), route: fill(what!, true) });
    else if (kind === 'ask') card.asks.push(what!);
    else throw new Error(`${file}: ${card.title}: ${href} is no figure, try or ask`);
  }
}

function addCode(card: Card, { lang = '', text }: Tokens.Code, { fill, language }: Reading): void {
  if (lang !== 'math' && !lang.startsWith('math ')) {
    card.blocks.push({ type: 'code', text: fill(text, true), ...(lang === '' ? {} : { language: lang }) });
    return;
  }
  const plain = fill(lang.slice('math '.length), true);
  card.blocks.push({ type: 'math', ...inLanguage({ latex: fill(text, true), plain }, language) });
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

function filling({ numbers = {} }: Pick<Lesson, 'numbers'>, language: Language, file: string): Fill {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return (text, plainly = false) =>
    text.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
      const value = numbers[name];
      if (value === undefined) throw new Error(`${file}: {{${name}}} is no number of the lesson`);
      if (typeof value === 'string') return value;
      return plainly ? String(Math.round(value * 1000) / 1000) : format.format(value).replace('-', '−');
    });
}
