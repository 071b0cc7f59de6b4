/** `npm test`: installs what is missing (a browser for the web chat's tests too), builds, runs every test. */
import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { aptInstall, root, say, setup } from './setup.mjs';

setup();
const browser = spawnSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || command -v google-chrome']);
if (browser.status !== 0) {
  say('Installing Chromium for the tests of the web chat …');
  if (!aptInstall(['chromium'])) say('Chromium could not be installed: the tests of the web chat in a browser will be skipped.');
}
build();
const result = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
