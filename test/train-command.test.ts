import { spawn } from 'node:child_process';
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sourceOf } from '../src/data-sets.ts';
import type { TrainedCard } from '../src/network/training/trained-card.ts';
import { projectRoot } from '../src/project-root.ts';
import { train } from '../src/train.ts';
import { temporaryFolders } from './helpers/temporary-folder.ts';
import { writeMnist } from './network/training/small-mnist.ts';

const temporaryFolder = temporaryFolders();
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

/** Runs the command in this process. */
async function run(...args: string[]): Promise<{ said: string; errors: string[]; code: typeof process.exitCode }> {
  const errors: string[] = [];
  let said = '';
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    said += `${line}\n`;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
  await train(args);
  vi.restoreAllMocks();
  return { said, errors, code: process.exitCode };
}

/** Runs the command in a process of its own, which sends itself a signal when it prints `at`. */
function runAlone(args: string[], signal = '', at = ''): Promise<{ said: string; code: number | null; signal: string | null }> {
  const program = `import('./dist/src/train.js').then(({ train }) => train(${JSON.stringify(args)}))`;
  const child = spawn(process.execPath, ['--import', './test/network/training/signal-at.mjs', '-e', program], {
    cwd: projectRoot,
    env: { ...process.env, SIGNAL: signal, AT: at },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += String(text);
    });
  return new Promise((resolve) => child.on('close', (code, killedBy) => resolve({ said, code, signal: killedBy })));
}

const quick = (out: string, epochs: number) => [
  'mlp-digits',
  '--data',
  'drawn',
  '--limit',
  '256',
  '--threads',
  '1',
  '--epochs',
  String(epochs),
  '--out',
  out,
];

describe('npm run train', () => {
  it('trains on drawn digits, says how it goes, and writes the network with its card', { timeout: 180_000 }, async () => {
    const out = await temporaryFolder();
    const { said, errors } = await run(...quick(out, 2));
    expect(errors).toEqual([]);
    expect(said).toMatch(/epoch 1 of 2: [\d.]+ s, loss [\d.]+, [\d.]+ % right while learning, [\d.]+ % of 256 test pictures\n/);
    expect(said).toMatch(/step 8 of 8, epoch 2 of 2, loss [\d.]+, [\d.]+ % right, 0 s left\n/);
    expect((await readdir(out)).sort()).toEqual(['README.md', 'card.json', 'loss.png', 'model.json', 'weights.bin']);
    const card = JSON.parse(await readFile(join(out, 'card.json'), 'utf8')) as TrainedCard;
    expect(card).toMatchObject({
      network: 'mlp-digits',
      parameters: 159_010,
      data: 'drawn',
      epochs: 2,
      steps: 8,
      pictures: { train: 256, test: 256 },
    });
    expect(card.losses.length).toBe(2);
    expect(card.testAccuracies?.[1]).toBe(card.test.accuracy);
    expect(card.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(256);
    expect(card.command).toBe('npm run train -- mlp-digits --data drawn --epochs 2 --seed 1 --threads 1 --limit 256');
    const readme = await readFile(join(out, 'README.md'), 'utf8');

    await writeFile(join(out, 'notes.md'), 'Known by hand.');
    await run('mlp-digits', '--describe', '--out', out);
    expect(await readFile(join(out, 'README.md'), 'utf8')).toBe(`${readme}\nKnown by hand.\n`);
  });

  it('stops on Ctrl+C and survives a kill: the same command goes on, and ends in the weights of a run in one piece', {
    timeout: 300_000,
  }, async () => {
    const [out, whole] = [await temporaryFolder(), await temporaryFolder()];
    const stopped = await runAlone(quick(out, 6), 'SIGINT', 'epoch 2 of 6');
    expect(stopped.code).toBe(130);
    const words =
      /stopped after step (\d+) of 24\. The last good state is kept in .*mlp-digits\.checkpoint\. The same command goes on: npm run train -- mlp-digits --data drawn --epochs 6 --seed 1 --threads 1 --limit 256 --out (\S+)\n/;
    const step = Number(words.exec(stopped.said)![1]);
    expect(words.exec(stopped.said)![2]).toBe(out);
    expect(await readdir(out)).toEqual(['mlp-digits.checkpoint']);
    const killed = await runAlone(quick(out, 6), 'SIGKILL', 'epoch 5 of 6');
    expect(killed.signal).toBe('SIGKILL');
    expect(killed.said).toContain(`going on from step ${step} of 24`);
    const rest = await run(...quick(out, 6));
    expect(rest.said).toContain(`going on from step ${step} of 24`);
    expect(await readdir(out)).not.toContain('mlp-digits.checkpoint');
    await run(...quick(whole, 6));
    const weightsOf = (folder: string) => readFile(join(folder, 'weights.bin'));
    expect(Buffer.compare(await weightsOf(out), await weightsOf(whole))).toBe(0);
    const cardOf = async (folder: string) => ({ ...JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')), minutes: 0 });
    expect(await cardOf(out)).toEqual(await cardOf(whole));
  });

  it('explains a learning rate that is too high, and leaves the network as it was', async () => {
    const out = await temporaryFolder();
    await writeFile(join(out, 'weights.bin'), 'as it was');
    const { errors, code } = await run(...quick(out, 1), '--rate', '1e38');
    expect(errors).toEqual([
      expect.stringMatching(
        /^the loss is no longer a number after step \d: a learning rate of [\de+.]+ is too high for this network and data\. No state had been kept yet\. Try --rate 1e\+37\.$/,
      ),
    ]);
    expect(code).toBe(1);
    expect(await readFile(join(out, 'weights.bin'), 'utf8')).toBe('as it was');
  });

  it('does not take a run whose loss has run away for one that is done', async () => {
    const out = await temporaryFolder();
    const { errors, code } = await run(...quick(out, 2), '--rate', '1000');
    expect(errors).toEqual([
      expect.stringMatching(
        /^the mean loss has run away to [\de.+]+ after step 4: a learning rate of 1000 is too high .* Try --rate 100\.$/,
      ),
    ]);
    expect(code).toBe(1);
    expect(await readdir(out)).toEqual([]);
  });

  it('keeps a quick try away from what ships', { timeout: 60_000 }, async () => {
    const shipped = await readFile(join(projectRoot, 'models/mlp-digits/weights.bin'));
    const place = join(projectRoot, 'trained/mlp-digits');
    const { said } = await run('mlp-digits', '--data', 'drawn', '--limit', '64', '--threads', '1', '--epochs', '1');
    expect(said).toMatch(/written to trained\/mlp-digits; what ships stays in models\/mlp-digits\n$/);
    expect(Buffer.compare(await readFile(join(projectRoot, 'models/mlp-digits/weights.bin')), shipped)).toBe(0);
    await access(join(place, 'weights.bin'));
    await rm(place, { recursive: true });
  });

  it('says before it begins that it cannot write', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    for (const [place, reason] of [
      [file, 'a file is in its way'],
      [join(file, 'below'), 'a file is in its way'],
      ['/proc/nope/deeper', 'it is not there'],
    ] as const) {
      const { errors, said, code } = await run(...quick(place, 1));
      expect(errors).toEqual([`nothing can be written to ${place}: ${reason}`]);
      expect([said, code]).toEqual(['', 1]);
    }
  });

  it('keeps a checkpoint that it cannot use, and says why', async () => {
    const out = await temporaryFolder();
    await writeFile(join(out, 'mlp-digits.checkpoint'), 'something else');
    const { said } = await run(...quick(out, 1));
    expect(said).toMatch(/mlp-digits\.checkpoint is damaged: it is kept as .*mlp-digits\.checkpoint\.old, and training begins anew/);
    expect(await readFile(join(out, 'mlp-digits.checkpoint.old'), 'utf8')).toBe('something else');
  });

  it('says in a sentence what it cannot do, and keeps the run when the network cannot be written', async () => {
    const out = await temporaryFolder();
    const errorOf = async (...args: string[]) => (await run(...args)).errors.join('\n');
    expect(await errorOf('objects', '--data', 'drawn')).toMatch(/^objects learns airplane, .*: drawn digits do not fit it/);
    expect(await errorOf('lenet', '--data', join(out, 'nowhere'))).toBe(`there is no folder ${join(out, 'nowhere')}`);
    await writeMnist(join(out, 'set'), 'train', [0, 1, 2]);
    await writeMnist(join(out, 'set'), 't10k', [0, 1, 2]);
    expect(await errorOf('lenet', '--data', join(out, 'set'), '--out', out)).toBe(
      'none of the 3 pictures to learn from shows the classes 3, 4, 5, 6, 7, 8, 9',
    );
    expect(await errorOf('lenet', '--describe', '--out', out)).toBe(`${join(out, 'card.json')} is missing: train lenet first`);
    // the weights' place is taken by a folder
    await mkdir(join(out, 'weights.bin', 'full'), { recursive: true });
    expect(await errorOf(...quick(out, 1))).toMatch(
      /^the network could not be written to .* \(.*\)\. The last good state is kept in .*mlp-digits\.checkpoint\. The same command tries again\.$/,
    );
    await access(join(out, 'mlp-digits.checkpoint'));
  });
});

describe('a set', () => {
  it('that was downloaded before is found, and one that cannot be had is told with what to do instead', async () => {
    const home = await temporaryFolder();
    await writeMnist(join(home, 'mnist'), 'train', [1]);
    expect(await sourceOf(undefined, 'mnist', { home })).toEqual({ kind: 'set', folder: join(home, 'mnist') });
    const errors: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
    const nobody = 'http://127.0.0.1:1/';
    const sets = {
      mnist: { title: 'MNIST', instead: 'draw them', mirrors: [nobody, nobody], files: [{ path: 'a', bytes: 1, sha256: '' }] },
      cifar10: { title: 'CIFAR-10', mirrors: [nobody], files: [{ path: 'a', bytes: 1, sha256: '' }] },
    };
    await expect(sourceOf(undefined, 'cifar10', { home, sets })).rejects.toThrow(
      /^CIFAR-10 could not be downloaded: a could not be fetched \(.*\); give a folder that has its files with --data FOLDER$/,
    );
    await expect(sourceOf(undefined, 'mnist', { home: join(home, 'other'), sets })).rejects.toThrow(/--data FOLDER, or draw them$/);
    expect(errors).toEqual([expect.stringMatching(/^127\.0\.0\.1:1: .*; trying the next address$/)]);
  });
});
