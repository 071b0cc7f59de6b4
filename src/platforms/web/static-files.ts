import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { projectRoot } from '../../project-root.ts';

const SOURCES = join(projectRoot, 'src/platforms/web/client');
const BUILT = join(projectRoot, 'dist/src/platforms/web/client');
const FONTS = {
  'inter-400.ttf': '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'inter-600.ttf': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'math-400.woff2': '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2',
  'mono-400.ttf': '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
};

interface StaticFile {
  type: string;
  body: Uint8Array<ArrayBuffer>;
  gzipped: Uint8Array<ArrayBuffer>;
  etag: string;
}

export interface StaticFiles {
  /** The page with its `%name%` marks, filled in for each request. */
  page: string;
  /** By path, e.g. `/client/main.js`. */
  files: ReadonlyMap<string, StaticFile>;
}

/**
 * Reads everything that the page consists of into memory (about a megabyte, most of it fonts), so that a build that
 * goes on beside a running server never gives half a page.
 * @throws Error when the client has not been built
 */
export async function loadStaticFiles(): Promise<StaticFiles> {
  const { resolve } = createRequire(import.meta.url);
  const scripts = readBuilt();
  const entries: [path: string, type: string, file: string][] = [
    ['/style.css', 'text/css; charset=utf-8', join(SOURCES, 'style.css')],
    ['/icon.svg', 'image/svg+xml', join(SOURCES, 'icon.svg')],
    ...scripts.map((name): [string, string, string] => [`/client/${name}`, 'text/javascript; charset=utf-8', join(BUILT, name)]),
    ...Object.entries(FONTS).map(([name, path]): [string, string, string] => [
      `/fonts/${name}`,
      `font/${name.split('.')[1]}`,
      resolve(path),
    ]),
  ];
  const files = await Promise.all(entries.map(async ([path, type, file]) => [path, await packed(type, readFileSync(file))] as const));
  return { page: readFileSync(join(SOURCES, 'index.html'), 'utf8'), files: new Map(files) };
}

function readBuilt(): string[] {
  try {
    return readdirSync(BUILT).filter((name) => name.endsWith('.js'));
  } catch (cause) {
    throw new Error('The web chat’s page has not been built: run `npm run build`.', { cause });
  }
}

async function packed(type: string, body: Buffer): Promise<StaticFile> {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { type, body: new Uint8Array(body), gzipped: new Uint8Array(await promisify(gzip)(body)), etag };
}
