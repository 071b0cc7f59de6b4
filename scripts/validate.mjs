/** `npm run validate`: formatting, lint, types, unused code and the build; everything is checked before it fails. */
import { spawnSync } from 'node:child_process';
import { root, say, setup } from './setup.mjs';

setup();
const checks = [
  ['formatting and lint', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings']],
  ['types', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']],
  ['types of the web client', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.client.json', '--noEmit']],
  ['unused code', 'node_modules/knip/bin/knip.js', []],
  ['build', 'scripts/build.mjs', []],
];
const failed = checks.filter(([name, script, args]) => {
  say(`— ${name}`);
  return spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) {
  say(`Failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
say('All checks passed.');
