/**
 * Makes a fresh clone ready: installs the packages of the lockfile and sees that the native ones load.
 * Needs Node, npm, python3, make and g++; nothing but the npm registry and, for the drawing libraries, the distribution's packages.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.setup-stamp');

/** Debian's packages that compile and run `canvas` where its prebuilt binary cannot be had. */
const CANVAS_DEBIAN = ['pkg-config', 'libcairo2-dev', 'libpango1.0-dev', 'libjpeg-dev', 'libgif-dev', 'librsvg2-dev'];
const CANVAS_FEDORA = ['gcc-c++', 'cairo-devel', 'pango-devel', 'libjpeg-turbo-devel', 'giflib-devel', 'librsvg2-devel'];
const CANVAS_BREW = ['pkg-config', 'cairo', 'pango', 'libpng', 'jpeg', 'giflib', 'librsvg'];
const CANVAS_PKG_CONFIG = ['cairo', 'libpng', 'pangocairo', 'freetype2', 'librsvg-2.0'];
/** A prebuilt binary that has not come after this long is compiled instead, milliseconds. */
const PREBUILT_TIMEOUT_MS = 90_000;

// what the set-up says goes to standard error: standard output belongs to the program that follows
export const say = (line) => process.stderr.write(`${line}\n`);

/** Runs a command and shows its output on standard error only when it fails (or always with `show`). */
function run(command, args, { show = false, ...options } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  const ok = result.status === 0;
  if (!ok && show) say(`${result.stdout ?? ''}${result.stderr ?? ''}`.split('\n').slice(-60).join('\n'));
  return ok;
}

function fail(line) {
  say(line);
  process.exit(1);
}

/** Where Node's own headers lie beside this Node, so that node-gyp need not download them. */
function headersEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  const header = join(prefix, 'include/node/node_version.h');
  const major = process.versions.node.split('.')[0];
  const fits = existsSync(header) && new RegExp(`NODE_MAJOR_VERSION ${major}\\b`).test(readFileSync(header, 'utf8'));
  return { ...process.env, JOBS: 'max', ...(fits ? { npm_config_nodedir: prefix } : {}) };
}

const loads = (name) => run(process.execPath, ['-e', `require(${JSON.stringify(name)})`]);
const isRoot = () => typeof process.getuid === 'function' && process.getuid() === 0;
const has = (command) => run('sh', ['-c', `command -v ${command}`]);

/** Installs Debian packages when this is root on a Debian-like system; false when it is not, or when apt fails. */
export function aptInstall(packages) {
  if (!isRoot() || !has('apt-get')) return false;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env: environment });
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env: environment, show: true });
}

function prepareCanvas() {
  if (loads('canvas')) return;
  const folder = join(modules, 'canvas');
  const prebuilt = join(modules, 'prebuild-install/bin.js');
  if (
    existsSync(prebuilt) &&
    run(process.execPath, [prebuilt, '-r', 'napi'], { cwd: folder, timeout: PREBUILT_TIMEOUT_MS }) &&
    loads('canvas')
  )
    return;
  if (!run('pkg-config', ['--exists', ...CANVAS_PKG_CONFIG])) {
    say('The drawing library needs Cairo and Pango to be compiled: installing them …');
    if (!aptInstall(CANVAS_DEBIAN)) {
      fail(
        [
          'The drawing library (canvas) has no prebuilt binary here and its libraries are missing. Install them, then run this command again:',
          `  Debian, Ubuntu:  sudo apt-get install -y ${CANVAS_DEBIAN.join(' ')}`,
          `  Fedora:          sudo dnf install -y ${CANVAS_FEDORA.join(' ')}`,
          `  macOS:           brew install ${CANVAS_BREW.join(' ')}`,
        ].join('\n'),
      );
    }
  }
  compile('canvas');
}

function compile(name) {
  say(`Compiling ${name} (once, a minute or two) …`);
  // npm would ask the network for a prebuilt binary again; node-gyp compiles what is here
  const gyp = findNodeGyp();
  const built = run(process.execPath, [gyp, 'rebuild'], { cwd: join(modules, name), env: headersEnvironment(), show: true });
  if (!built || !loads(name)) fail(`${name} could not be compiled; what the compiler said stands above. It needs python3, make and g++.`);
}

function findNodeGyp() {
  const own = join(modules, 'node-gyp/bin/node-gyp.js');
  if (existsSync(own)) return own;
  const npm = spawnSync('npm', ['root', '-g'], { encoding: 'utf8' }).stdout.trim();
  return join(npm, 'npm/node_modules/node-gyp/bin/node-gyp.js');
}

function prepareSqlite() {
  if (loads('sqlite3')) return;
  const folder = join(modules, 'sqlite3');
  const prebuilt = join(modules, 'prebuild-install/bin.js');
  if (
    existsSync(prebuilt) &&
    run(process.execPath, [prebuilt, '-r', 'napi'], { cwd: folder, timeout: PREBUILT_TIMEOUT_MS }) &&
    loads('sqlite3')
  )
    return;
  compile('sqlite3');
}

/** Installs what is missing or outdated; does nothing, in milliseconds, when all is as the lockfile says. */
export function setup() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = createHash('sha256')
    .update(lock)
    .update(process.versions.modules)
    .update(process.platform)
    .update(process.arch)
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Installing packages (the first start takes a few minutes) …');
  // scripts of packages are left out: the two native packages are prepared below, where it can be said what is missing
  if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { show: true }))
    fail('npm could not install the packages; its message stands above.');
  prepareCanvas();
  prepareSqlite();
  writeFileSync(stampFile, stamp);
  say('Installed.');
}
