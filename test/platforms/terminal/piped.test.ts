import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/project-root.ts';
import { temporaryFolders } from '../../helpers/temporary-folder.ts';

const temporaryFolder = temporaryFolders();

it('the terminal answers what comes through a pipe, waits for long work, and ends', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder();
  const program = `import('./dist/src/main.js').then(({ chat }) => chat(['--out', ${JSON.stringify(folder)}]))`;
  const child = spawn(process.execPath, ['-e', program], {
    cwd: projectRoot,
    env: { ...process.env, LANG: 'en_US.UTF-8', DATABASE_URL: `sqlite:${join(folder, 'tutor.sqlite')}` },
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += String(text);
  });
  child.stdin.end('/size 7 3 0 2\n/train network=mlp pictures=100 epochs=1\n');
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(0);
  expect(said).toContain('⌊(7 + 2·0 − 3) / 2⌋ + 1 = 3');
  expect(said).toMatch(/of 50 test digits read correctly after 2 steps/);
  expect(said).not.toContain('\r');
});
