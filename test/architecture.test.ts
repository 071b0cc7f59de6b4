import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/project-root.ts';

/** What each room may import; the plan of the house. `types` may be imported as types only. */
const MAY_IMPORT: Record<string, { code: string[]; types?: string[] }> = {
  'src/chat': { code: [] },
  'src/platforms': { code: ['src/chat'] },
  'src/vision': { code: [] },
  'src/network': { code: ['src/vision'] },
  'src/render': { code: ['src/vision'] },
  models: { code: ['src/network'] },
  'src/engine': { code: ['src/vision', 'src/network', 'src/render', 'models'] },
  'src/store': { code: [] },
  lessons: { code: ['src/store'], types: ['src/chat', 'src/engine'] },
  commands: { code: ['src/chat', 'lessons', 'src/engine', 'src/store'] },
  data: { code: ['src/vision', 'src/network'] },
};
/** The folder's path is for everyone. Files at the top of src, and the benchmark and the gallery that run the whole tutor, may import everything. */
const FOR_EVERYONE = ['src/project-root.ts'];

const rooms = Object.keys(MAY_IMPORT);
const roomOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`));

function sourcesOf(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)));
}

const files = ['src', 'commands', 'lessons', 'models', 'data'].flatMap(sourcesOf);

describe('the house', () => {
  it('has no room that is not in its plan', () => {
    const strangers = files.filter((file) => roomOf(file) === undefined && !/^src\/((bench|gallery)\/)?[a-z-]+\.ts$/.test(file));
    expect(strangers).toEqual([]);
  });

  it('keeps to its doors: no room imports what it may not', () => {
    const broken: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      if (room === undefined) continue;
      const text = readFileSync(join(projectRoot, file), 'utf8');
      for (const [, type, path] of text.matchAll(/^(?:import|export) (type )?[^'"]*?from '(\.[^']+)'/gm)) {
        const target = relative(projectRoot, resolve(projectRoot, dirname(file), path!));
        const other = roomOf(target);
        if (other === room || FOR_EVERYONE.includes(target)) continue;
        const rules = MAY_IMPORT[room]!;
        const allowed =
          other !== undefined && (rules.code.includes(other) || (type !== undefined && rules.types?.includes(other) === true));
        if (!allowed) broken.push(`${file} → ${target}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('reads the environment in one place only', () => {
    const readers = files.filter(
      (file) => file !== 'src/config.ts' && readFileSync(join(projectRoot, file), 'utf8').includes('process.env'),
    );
    expect(readers).toEqual([]);
  });

  it('keeps platforms apart from each other', () => {
    const crossing = files.filter((file) => {
      const platform = /^src\/platforms\/([a-z]+)\//.exec(file)?.[1];
      if (platform === undefined) return false;
      const text = readFileSync(join(projectRoot, file), 'utf8');
      return ['discord', 'telegram', 'web', 'terminal'].some(
        (other) => other !== platform && text.includes(`/${other}/`) && text.includes(`from '../${other}/`),
      );
    });
    expect(crossing).toEqual([]);
  });
});
