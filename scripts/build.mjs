/** Compiles the sources into dist/; types are checked by `npm run validate`, not here, so that a start stays quick. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, say, setup } from './setup.mjs';

const SOURCES = [
  'src',
  'commands',
  'lessons',
  'models',
  'data',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.client.json',
  'package-lock.json',
];
const SOURCE_FILE = /\.(ts|json)$/;
const dist = join(root, 'dist');

/** The newest modification time below these paths, milliseconds. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return SOURCE_FILE.test(path) ? stats.mtimeMs : 0;
  return Math.max(stats.mtimeMs, 0, ...readdirSync(path).map((name) => (name.startsWith('.') ? 0 : newest(join(path, name)))));
}

/** Builds when a source is newer than the last build. */
export function build() {
  const stamp = join(dist, '.stamp');
  const sources = SOURCES.map((name) => join(root, name)).filter(existsSync);
  // the database in data/ changes all the time and is no source
  const changed = Math.max(...sources.map((path) => (path.endsWith('/data') ? newestSourceOnly(path) : newest(path))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > changed) return;
  const next = join(root, `dist-${process.pid}`);
  compile('tsconfig.build.json', next);
  if (existsSync(join(root, 'src/platforms/web/client'))) compile('tsconfig.client.json', join(next, 'src/platforms/web/client'));
  writeFileSync(join(next, '.stamp'), '');
  // swapped in whole, so that a worker never starts from half a build
  const previous = join(root, `dist-${process.pid}-previous`);
  if (existsSync(dist)) renameSync(dist, previous);
  try {
    renameSync(next, dist);
  } catch {
    // another build was quicker; its result stands
    cpSync(next, dist, { recursive: true, force: true });
    rmSync(next, { recursive: true, force: true });
  }
  rmSync(previous, { recursive: true, force: true });
}

function newestSourceOnly(folder) {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return newestSourceOnly(path);
      return entry.name.endsWith('.ts') ? statSync(path).mtimeMs : 0;
    }),
  );
}

function compile(project, outDir) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const result = spawnSync(process.execPath, [compiler, '-p', project, '--outDir', outDir, '--noCheck'], { cwd: root, encoding: 'utf8' });
  if (result.status !== 0) {
    say(`${result.stdout}${result.stderr}`);
    say(`The build of ${project} failed.`);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setup();
  build();
}
