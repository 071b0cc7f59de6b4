import { spawnSync } from 'node:child_process';
import { projectRoot } from '../src/project-root.ts';

/** The worker processes and the web client run from the build: it is brought up to date before any test. */
export function setup(): void {
  const result = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: projectRoot, stdio: 'inherit' });
  if (result.status !== 0) throw new Error('the build failed');
}
