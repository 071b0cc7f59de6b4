import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chooseBackend } from '../network/backend.ts';
import type { BackendChoice, BackendReport } from '../network/backends/choice.ts';
import { registerTrainingKernels } from '../network/wasm-training/register.ts';
import { type Numbers, numbersOf, openNetwork } from './network-numbers.ts';
import { type NetworkTimes, timesOf } from './network-times.ts';

/** What a process of one backend is to do, one network after another. */
export interface SideTask {
  backend: BackendChoice;
  folders: string[];
  /** Pictures whose outputs and gradients are compared, or how long each kind of work is timed. */
  measure: { pictures: number } | { seconds: number };
}

/** What it says, one line each. */
type SideLine =
  | { report: BackendReport }
  | { network: string; outputs: string; gradient: string }
  | { network: string; times: NetworkTimes }
  | { network: string; failure: string };

export interface SideResult {
  report?: BackendReport;
  numbers: Map<string, Numbers>;
  times: Map<string, NetworkTimes>;
  failures: Map<string, string>;
}

/** Does a task in this process, and ends the process: a GPU's driver may not survive an ordinary end. */
export async function runSide({ backend, folders, measure }: SideTask): Promise<void> {
  // who asked is gone
  process.stdin.resume().once('close', end);
  const chosen = await chooseBackend(backend);
  const { name, device, gpu, passedOver } = chosen;
  if (name === 'wasm') registerTrainingKernels();
  await say({ report: { name, device, gpu, passedOver } });
  // what fell back to another backend is that one's to measure
  for (const folder of backend === 'auto' || name === backend ? folders : []) {
    const network = await openNetwork(folder);
    try {
      if ('pictures' in measure) {
        const { outputs, gradient } = await numbersOf(network, measure.pictures);
        await say({ network: network.name, outputs: packed(outputs), gradient: packed(gradient) });
      } else await say({ network: network.name, times: await timesOf(network, measure.seconds) });
    } catch (error) {
      await say({ network: network.name, failure: (error as Error).message });
    }
    network.model.dispose();
  }
  end();
}

/** Has another process do a task. @param script what runs `runSide` when its arguments are `--side TASK` */
export async function askSide(script: string, task: SideTask, onNetwork: (name: string) => void = () => undefined): Promise<SideResult> {
  const child = spawn(process.execPath, [script, '--side', JSON.stringify(task)], { stdio: ['pipe', 'pipe', 'pipe'] });
  const result: SideResult = { numbers: new Map(), times: new Map(), failures: new Map() };
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  for await (const text of createInterface({ input: child.stdout })) {
    // drivers may write lines of their own
    if (!text.startsWith('{')) continue;
    const line = JSON.parse(text) as SideLine;
    if ('report' in line) result.report = line.report;
    else {
      onNetwork(line.network);
      if ('outputs' in line) result.numbers.set(line.network, { outputs: unpacked(line.outputs), gradient: unpacked(line.gradient) });
      else if ('times' in line) result.times.set(line.network, line.times);
      else result.failures.set(line.network, line.failure);
    }
  }
  if (result.report === undefined) throw new Error(`the process for ${task.backend} did not start: ${errors.trim()}`);
  for (const folder of task.folders) {
    const name = folder.split('/').at(-1)!;
    const known = result.numbers.has(name) || result.times.has(name) || result.failures.has(name);
    if (!known && result.report.name === task.backend)
      result.failures.set(name, `the process ended: ${errors.trim().split('\n').at(-1) ?? ''}`);
  }
  return result;
}

const end = () => void process.kill(process.pid, 'SIGKILL');
const say = (line: SideLine) => new Promise<void>((done) => process.stdout.write(`${JSON.stringify(line)}\n`, () => done()));
const packed = (values: Float32Array) => Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
const unpacked = (text: string) => new Float32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
