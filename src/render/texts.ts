import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { projectRoot } from '../project-root.ts';
import type { Language } from './figure.ts';

const bundles = new Map<Language, FluentBundle>();

/** The words of figures in a language. */
export function figureTexts(language: Language): (id: string, values?: Record<string, string | number>) => string {
  const bundle = bundles.get(language) ?? load(language);
  return (id, values = {}) => {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern === null || pattern === undefined) throw new Error(`no figure text ${id} in ${language}`);
    return bundle.formatPattern(pattern, values);
  };
}

function load(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(join(projectRoot, 'src/render', `${language}.ftl`), 'utf8')));
  bundles.set(language, bundle);
  return bundle;
}
