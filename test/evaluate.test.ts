import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { lenet } from '../models/lenet/network.ts';
import { comparison, evaluateNetworks, HEAD, linesOf, type Measured, measure, reaches } from '../src/evaluate.ts';
import { startBackend } from '../src/network/backend.ts';
import { saveLayers } from '../src/network/layers-file.ts';
import { evaluate } from '../src/network/training/evaluate.ts';
import { asTheNetworkTakesThem } from '../src/network/training/recipe-data.ts';
import { temporaryFolders } from './helpers/temporary-folder.ts';
import { writeMnist } from './network/training/small-mnist.ts';
import { drawnSet } from './network/training/tiny.ts';

const temporaryFolder = temporaryFolders();
beforeAll(async () => void (await startBackend()));
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});

const of = (network: string, accuracy: number, more: Partial<Measured> = {}): Measured => ({
  network,
  parameters: 1000,
  all: { pictures: 10_000, accuracy, loss: 0.1 },
  card: [],
  ...more,
});

describe('the goals', () => {
  it('are reached by enough right answers, on the pictures that they are set for, with few enough parameters', () => {
    const first = (accuracy: number) => ({ first: { pictures: 1000, accuracy, loss: 0.5 } });
    expect(reaches(of('digits', 0.995))).toBe(true);
    expect(reaches(of('digits', 0.9949))).toBe(false);
    expect(reaches(of('objects', 0.8, first(0.85)))).toBe(true);
    expect(reaches(of('objects', 0.9, first(0.849)))).toBe(false);
    expect(reaches(of('objects', 0.9, { ...first(0.9), parameters: 1_500_001 }))).toBe(false);
    expect(reaches(of('mlp-cifar', 0.1))).toBeUndefined();
  });

  it('stand in a table beside what was measured', () => {
    expect(HEAD).toBe('network              parameters  pictures     right    loss     goal       reached  card');
    expect(linesOf(of('lenet', 0.98765))).toEqual([
      'lenet                1,000       10,000       98.77 %  0.1000   ≥ 98.8 %   NO       agrees',
    ]);
    expect(linesOf(of('objects', 0.86, { first: { pictures: 1000, accuracy: 0.87, loss: 0.4 }, card: ['says 85.00 %'] }))).toEqual([
      'objects              1,000       first 1,000  87.00 %  0.4000   ≥ 85.0 %   yes      DIFFERS: says 85.00 %',
      '                                 10,000       86.00 %  0.1000',
    ]);
  });

  it('come with comparisons of two networks', () => {
    const both = [of('mlp-cifar', 0.52), of('conv-cifar', 0.7)];
    expect(comparison(['mlp-cifar', 'conv-cifar'], both)).toBe('mlp-cifar → conv-cifar: right 52.00 % → 70.00 %, loss 0.1000 → 0.1000');
    expect(comparison(['mlp-cifar', 'objects'], both)).toBeUndefined();
  });
});

describe('a network is measured', () => {
  it('from the weights in its folder, as its recipe shows pictures, and its card is checked', async () => {
    const folder = await temporaryFolder();
    const entry = { ...lenet, folder };
    const set = drawnSet(40, 2);
    await expect(measure(entry, set)).rejects.toThrow(`no weights in ${folder}: npm run train -- lenet makes them`);
    const network = lenet.definition.create(1);
    await saveLayers(network, folder);
    const { accuracy } = evaluate(network, asTheNetworkTakesThem(lenet.recipe, set), lenet.definition.input, 10);
    expect(await measure(entry, set)).toMatchObject({
      network: 'lenet',
      parameters: 61_706,
      all: { pictures: 40, accuracy },
      card: ['is missing or no JSON'],
    });
    const write = (card: unknown) => writeFile(join(folder, 'card.json'), JSON.stringify(card));
    await write({ network: 'lenet', parameters: 61_706, test: { accuracy: accuracy + 0.0004 } });
    expect((await measure(entry, set)).card).toEqual([]);
    await write({ network: 'other', parameters: 5, test: { accuracy: 0.99 } });
    expect((await measure(entry, set)).card).toEqual(['is of other', 'says 5 parameters', 'says 99.00 %']);
    await write({ network: 'lenet', parameters: 61_706 });
    expect((await measure(entry, set)).card).toEqual(['says no test accuracy']);
  });

  it('or named as missing, with why, and the command fails', async () => {
    const folder = await temporaryFolder();
    await writeMnist(join(folder, 'mnist'), 'train', [1]);
    const said: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    await evaluateNetworks(['objects', '--data', folder]);
    expect(said.join('\n')).toMatch(/objects +MISSING\n\nobjects is missing: .* has no test pictures of cifar10$/);
    expect(process.exitCode).toBe(1);
  });

  it('only where there is one of that name', async () => {
    const errors: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
    await evaluateNetworks(['nothing']);
    expect(errors[0]).toMatch(/^nothing: no such network; there are digits, digits-lecture, lenet, /);
    expect(process.exitCode).toBe(1);
  });
});
