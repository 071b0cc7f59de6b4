/**
 * Whether this machine's GPU computes what the processor does, and how quick it is. Runs from the build, or packed with Node and Dawn for a
 * machine that has a driver and nothing else; networks are then looked for in `extra` beside it. Ends with 0 where all numbers agree, 1 where
 * some differ, 2 where there is no GPU (an adapter that is a program counts only with `--backends …,webgpu`).
 *
 * With `--seconds 0` numbers are compared and nothing is timed.
 *
 * node dist/src/bench/gpu-check.js [NETWORK…] [--backends tensorflow,webgpu,wasm,cpu] [--folder DIR]… [--seconds N] [--json]
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSide, type SideTask } from './backend-side.ts';
import { compareBackends } from './compare-backends.ts';

const script = fileURLToPath(import.meta.url);
const here = dirname(script);
const packed = join(here, 'extra');

async function check(args: string[]): Promise<number> {
  const folders = existsSync(packed) ? [join(packed, 'models'), packed] : [join(here, '../../../models')];
  const { agreed, backends } = await compareBackends(args, { script, folders: folders.filter(existsSync), correctness: true });
  if (!agreed) return 1;
  return backends.some(({ name }) => name === 'webgpu' || name === 'tensorflow') ? 0 : 2;
}

const [first, task = ''] = process.argv.slice(2);
if (first === '--side') await runSide(JSON.parse(task) as SideTask);
else {
  process.exitCode = await check(process.argv.slice(2)).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    return 1;
  });
}
