import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { TextValues } from './errors.ts';

export const LANGUAGES = ['en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Gives the text of a key in one language, with its values filled in. */
export type Translate = (id: string, values?: TextValues) => string;

export interface Texts {
  /** Texts in this language; a key that is missing there is taken from English, else the key itself is shown. */
  in(language: Language): Translate;
  has(language: Language, id: string): boolean;
  keys(language: Language): string[];
}

/**
 * Loads `en.ftl` and `ru.ftl` of each folder (Fluent: plurals and numbers follow the language).
 * @throws Error when a file does not parse or a key stands in two files
 */
export function loadTexts(folders: readonly string[]): Texts {
  const bundles = new Map(LANGUAGES.map((language) => [language, loadBundle(language, folders)]));
  const bundleOf = (language: Language) => bundles.get(language)!;
  const format = (bundle: FluentBundle, id: string, values: TextValues) => {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern === null || pattern === undefined) return undefined;
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, values, errors);
    if (errors.length > 0) throw new Error(`text ${id}: ${errors.map(String).join('; ')}`);
    return text;
  };
  return {
    in:
      (language) =>
      (id, values = {}) =>
        format(bundleOf(language), id, values) ?? format(bundleOf('en'), id, values) ?? id,
    has: (language, id) => bundleOf(language).hasMessage(id),
    keys: (language) => [...bundleOf(language)._messages.keys()],
  };
}

/** The nearest language that the tutor speaks for a BCP 47 tag such as `ru-RU`; English for all others. */
export function nearestLanguage(tag: string | undefined): Language {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

function loadBundle(language: Language, folders: readonly string[]): FluentBundle {
  // isolation marks would be copied along with commands and file names
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const folder of folders) {
    const file = join(folder, `${language}.ftl`);
    if (!existsSync(file)) continue;
    const errors = bundle.addResource(new FluentResource(readFileSync(file, 'utf8')));
    if (errors.length > 0) throw new Error(`${file}: ${errors.map(String).join('; ')}`);
  }
  return bundle;
}
