/** The networks that ship on every backend of this machine: first whether the numbers agree, then how quick each is. */
import { availableParallelism, cpus } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { BACKENDS, type BackendName, type BackendReport } from '../network/backends/choice.ts';
import { reasonsLine } from '../network/backends/report-line.ts';
import { askSide, type SideResult } from './backend-side.ts';
import { AGREEMENT, networkFolders, relativeError } from './network-numbers.ts';
import type { NetworkTimes } from './network-times.ts';

/** Pictures whose numbers are compared. */
const COMPARED = 3;
/** The slowest and plainest of all is what the others are compared with; it is timed only when it is asked for. */
const REFERENCE = 'cpu';

export interface Comparison {
  machine: string;
  backends: BackendReport[];
  /** Relative errors against the reference. */
  agreement: { backend: BackendName; network: string; outputs: number; gradient: number; failure?: string }[];
  times: { backend: BackendName; network: string; times?: NetworkTimes; failure?: string }[];
  agreed: boolean;
}

export interface ComparisonOptions {
  /** What runs one backend in a process of its own (`askSide`). */
  script: string;
  /** Where networks lie, if no `--folder` says so. */
  folders: string[];
  /** Whether numbers are compared, too. */
  correctness: boolean;
}

/**
 * Runs the comparison with the arguments of a command line: `[NETWORK…] [--backends wasm,webgpu] [--folder DIR]… [--seconds N] [--json]`. About
 * N seconds go to each kind of work on each network; with 0 nothing is timed.
 * @throws Error in one sentence on arguments that make no sense
 */
export async function compareBackends(args: string[], { script, folders, correctness }: ComparisonOptions): Promise<Comparison> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      backends: { type: 'string' },
      folder: { type: 'string', multiple: true, default: folders },
      seconds: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
    },
  });
  const asked = backendsOf(values.backends);
  const chosen = networkFolders(values.folder).filter((folder) => positionals.length === 0 || positionals.includes(basename(folder)));
  if (chosen.length === 0) throw new Error(`no network with its weights was found in ${values.folder.join(', ')}`);
  const seconds = Number(values.seconds);
  if (!(seconds >= 0)) throw new Error(`--seconds takes a number, not ${values.seconds}`);
  const say = (line: string) => {
    if (!values.json) process.stdout.write(`${line}\n`);
  };
  const comparison: Comparison = {
    machine: `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node.js ${process.versions.node}`,
    backends: [],
    agreement: [],
    times: [],
    agreed: true,
  };
  say(comparison.machine);
  for (const backend of asked) {
    const { report } = await askSide(script, { backend, folders: [], measure: { pictures: 0 } });
    const { name, device, gpu, passedOver } = report!;
    const software = name === backend && isGpuBackend(backend) && !gpu && values.backends === undefined;
    if (name === backend && !software) comparison.backends.push(report!);
    if (software) say(`${backend}: left out, ${device} is no GPU; --backends ${backend} takes it all the same`);
    else say(name === backend ? `${backend}: ${device}` : `left out: ${reasonsLine(passedOver)}`);
  }
  const names = comparison.backends.map(({ name }) => name);
  if (correctness) await compareNumbers(comparison, names, script, chosen, say);
  if (seconds > 0) {
    await compareTimes(
      comparison,
      values.backends === undefined ? names.filter((name) => name !== REFERENCE) : names,
      script,
      chosen,
      seconds,
      say,
    );
  }
  if (values.json) process.stdout.write(`${JSON.stringify(comparison, null, 2)}\n`);
  return comparison;
}

async function compareNumbers(
  comparison: Comparison,
  names: BackendName[],
  script: string,
  folders: string[],
  say: (line: string) => void,
) {
  const numbersOn = (backend: BackendName): Promise<SideResult> => askSide(script, { backend, folders, measure: { pictures: COMPARED } });
  say(`\nNumbers against ${REFERENCE}, ‖a − b‖ / ‖b‖, at most ${AGREEMENT}:`);
  const reference = await numbersOn(REFERENCE);
  for (const backend of names.filter((name) => name !== REFERENCE)) {
    const side = await numbersOn(backend);
    for (const folder of folders) {
      const network = basename(folder);
      const [actual, expected] = [side.numbers.get(network), reference.numbers.get(network)];
      const failure = side.failures.get(network) ?? reference.failures.get(network);
      const outputs = actual && expected ? relativeError(actual.outputs, expected.outputs) : Number.POSITIVE_INFINITY;
      const gradient = actual && expected ? relativeError(actual.gradient, expected.gradient) : Number.POSITIVE_INFINITY;
      const agrees = outputs <= AGREEMENT && gradient <= AGREEMENT;
      comparison.agreement.push({ backend, network, outputs, gradient, ...(failure === undefined ? {} : { failure }) });
      comparison.agreed &&= agrees;
      const words = failure ?? `outputs ${outputs.toExponential(1)}, input gradient ${gradient.toExponential(1)}`;
      const verdict = failure === undefined ? (agrees ? 'agrees' : 'DIFFERS') : 'FAILS';
      say(`${verdict.padEnd(8)} ${backend.padEnd(10)} ${network.padEnd(22)} ${words}`);
    }
  }
}

async function compareTimes(
  comparison: Comparison,
  names: BackendName[],
  script: string,
  folders: string[],
  seconds: number,
  say: (line: string) => void,
) {
  const columns = ['network', 'backend', 'one picture', 'pictures/s (batch)', 'input gradient', 'training step', 'tensors', 'resident'];
  const widths = [22, 10, 12, 20, 15, 14, 10, 10];
  const row = (cells: string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index]!))
      .join(' ')
      .trimEnd();
  for (const backend of names) {
    // a process for each network: its memory is its own
    for (const folder of folders) {
      const network = basename(folder);
      const side = await askSide(script, { backend, folders: [folder], measure: { seconds } });
      const [times, failure] = [side.times.get(network), side.failures.get(network)];
      comparison.times.push({ backend, network, ...(times === undefined ? {} : { times }), ...(failure === undefined ? {} : { failure }) });
    }
  }
  say(`\n${row(columns)}`);
  for (const { backend, network, times, failure } of comparison.times) {
    say(times === undefined ? `${row([network, backend])} ${failure}` : row([network, backend, ...cellsOf(times)]));
  }
}

function cellsOf({ singleMs, perSecond, batch, gradientMs, stepMs, tensorBytes, reservedBytes, residentBytes }: NetworkTimes): string[] {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
  return [
    ms(singleMs),
    `${perSecond.toFixed(0)} (${batch})`,
    ms(gradientMs),
    typeof stepMs === 'number' ? ms(stepMs) : stepMs,
    mb(reservedBytes ?? tensorBytes),
    mb(residentBytes),
  ];
}

const isGpuBackend = (backend: BackendName) => backend === 'webgpu' || backend === 'tensorflow';

function backendsOf(text: string | undefined): BackendName[] {
  const names = text === undefined ? [...BACKENDS] : text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !(BACKENDS as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`--backends takes ${BACKENDS.join(', ')}, not ${unknown.join(', ')}`);
  return names as BackendName[];
}
