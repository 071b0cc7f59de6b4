import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { FluentParser, type Message, type PatternElement, Placeable, SelectExpression, VariableReference } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../commands/index.ts';
import { allSkills } from '../lessons/catalogue.ts';
import { projectRoot } from '../src/project-root.ts';

const ROOMS = ['src', 'commands', 'lessons', 'models'];

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const languageFiles = ROOMS.flatMap((room) => filesBelow(room, /\.ftl$/));
const folders = [...new Set(languageFiles.map((file) => file.replace(/\/\w+\.ftl$/, '')))];
const sources = ROOMS.flatMap((room) => filesBelow(room, /\.(ts|html)$/))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const messagesOf = (folder: string, language: string): Message[] =>
  new FluentParser()
    .parse(readFileSync(join(folder, `${language}.ftl`), 'utf8'))
    .body.filter((entry): entry is Message => entry.type === 'Message');

/** The variables that a text shows. */
function variablesOf(message: Message): string[] {
  const found = new Set<string>();
  const look = (element: PatternElement | Placeable['expression']): void => {
    if (element instanceof Placeable) look(element.expression);
    else if (element instanceof VariableReference) found.add(element.id.name);
    else if (element instanceof SelectExpression) {
      look(element.selector);
      for (const variant of element.variants) variant.value.elements.forEach(look);
    } else if (element.type === 'FunctionReference') for (const argument of element.arguments.positional) look(argument);
  };
  message.value?.elements.forEach(look);
  return [...found].sort();
}

/** Keys that code asks for by putting them together: the part before the first hole. */
const prefixes = [...sources.matchAll(/`([a-z][a-z0-9]*-[a-z0-9-]*)\$\{/g)].map((match) => match[1]!);
/** Texts of skills: `quiz-question-SKILL`, or one for each form, with hints numbered. */
const ofSkills = new Set(
  allSkills().flatMap(({ id, forms }) =>
    ['', ...forms.map((form) => `-${form.id}`)].flatMap((form) =>
      ['question', 'alt', 'hint'].flatMap((kind) =>
        (kind === 'hint' ? ['-1', '-2'] : ['']).map((end) => `quiz-${kind}-${id}${form}${end}`),
      ),
    ),
  ),
);
const isUsed = (key: string) =>
  ofSkills.has(key) || sources.includes(`'${key}'`) || sources.includes(`"${key}"`) || prefixes.some((prefix) => key.startsWith(prefix));

describe('texts', () => {
  it('stand in every room in both languages', () => {
    expect(folders.length).toBeGreaterThan(5);
    for (const folder of folders)
      expect(messagesOf(folder, 'ru').map((message) => message.id.name)).toEqual(
        messagesOf(folder, 'en').map((message) => message.id.name),
      );
  });

  it('show the same values in both languages', () => {
    for (const folder of folders) {
      const russian = new Map(messagesOf(folder, 'ru').map((message) => [message.id.name, variablesOf(message)]));
      for (const message of messagesOf(folder, 'en'))
        expect([message.id.name, ...variablesOf(message)]).toEqual([message.id.name, ...russian.get(message.id.name)!]);
    }
  });

  it('are all used', () => {
    const unused = folders.flatMap((folder) => messagesOf(folder, 'en').map((message) => message.id.name)).filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });

  it('exist for every key that the code names', () => {
    const keys = new Set(folders.flatMap((folder) => messagesOf(folder, 'en').map((message) => message.id.name)));
    const named = [...sources.matchAll(/(?:\bt\(|refusal\(t, |LearnerError\(|Problem\()\s*'([a-z0-9-]+)'/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(80);
    expect([...new Set(named)].filter((key) => !keys.has(key))).toEqual([]);
    const derived = allCommands().flatMap(({ name, options, contextMenu }) => [
      `command-${name}`,
      `command-${name}-name`,
      ...(contextMenu === true ? [`command-${name}-menu`] : []),
      ...Object.keys(options).map((option) => `command-${name}-${option}`),
    ]);
    expect(derived.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('follow Russian plurals', () => {
    const bundle = new FluentBundle('ru', { useIsolating: false });
    bundle.addResource(new FluentResource(readFileSync(join(projectRoot, 'commands/ru.ftl'), 'utf8')));
    const say = (count: number) => bundle.formatPattern(bundle.getMessage('size-unreached')!.value!, { count });
    expect([1, 2, 5, 11, 21, 22].map((count) => say(count).split('**')[1])).toEqual([
      '1 столбец',
      '2 столбца',
      '5 столбцов',
      '11 столбцов',
      '21 столбец',
      '22 столбца',
    ]);
  });

  it('fit into menus: what commands and options do takes at most 100 characters', () => {
    for (const language of ['en', 'ru']) {
      const descriptions = messagesOf(join(projectRoot, 'commands'), language).filter(({ id }) =>
        /^command-[a-z]+(-[a-z]+)?$/.test(id.name),
      );
      for (const { id, value } of descriptions) {
        const text = value!.elements.map((element) => ('value' in element ? element.value : '')).join('');
        expect(String(text).length, `${language} ${id.name}`).toBeLessThanOrEqual(100);
      }
    }
  });
});
