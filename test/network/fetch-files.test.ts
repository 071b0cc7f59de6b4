import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FetchSettings, fetchFiles } from '../../src/network/fetch-files.ts';
import { deadAddress, expected, fileServers, sendFolder } from '../helpers/file-server.ts';
import { temporaryFolders } from '../helpers/temporary-folder.ts';

const serve = fileServers();
const folder = temporaryFolders();
const contents = { one: Buffer.from('first file'), two: Buffer.alloc(200_000, 7), 'deep/three': Buffer.from('the last') };
const files = Object.entries(contents).map(([path, bytes]) => ({ path, ...expected(bytes) }));

const fetchFrom = (address: string, target: string, more: Partial<FetchSettings> = {}) =>
  fetchFiles({ files, source: { addresses: [address] }, target, pause: 1, ...more });
const comeWhole = async (target: string) => {
  for (const [path, bytes] of Object.entries(contents)) expect((await readFile(join(target, path))).equals(bytes)).toBe(true);
};

describe('files from an address', () => {
  it('come whole, and every byte is told', async () => {
    const { address } = await serve(sendFolder(contents));
    const target = await folder();
    const told: number[] = [];
    // with or without a stroke at its end
    await fetchFrom(address.slice(0, -1), target, { onBytes: (done, total) => told.push(done / total) });
    await comeWhole(target);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBe(1);
    expect((await readdir(target)).sort()).toEqual(['deep', 'one', 'two']);
  });

  it('that cannot be had are named with what each address did', async () => {
    const { address, asked } = await serve(sendFolder({ one: contents.one }));
    const addresses = [address, await deadAddress()];
    await expect(fetchFiles({ files, source: { addresses }, target: await folder(), pause: 1 })).rejects.toThrow(
      /^two could not be fetched \(127\.0\.0\.1:\d+: it answers 404 Not Found; 127\.0\.0\.1:\d+: it refuses the connection\)$/,
    );
    expect(asked.map(({ path }) => path)).toEqual(['one', 'two']);
  });

  it('with another content are refused, and not kept', async () => {
    const { address } = await serve(sendFolder({ ...contents, two: Buffer.alloc(200_000, 8) }));
    const target = await folder();
    await expect(fetchFrom(address, target)).rejects.toThrow('what it sends has the wrong checksum');
    expect(await readdir(target)).toEqual(['one']);
  });

  it('that were there already and are whole are not asked for again', async () => {
    const target = await folder();
    await writeFile(join(target, 'one'), contents.one);
    await writeFile(join(target, 'two'), 'half');
    const { address, asked } = await serve(sendFolder(contents));
    await fetchFrom(address, target);
    expect(asked.map(({ path }) => path)).toEqual(['two', 'deep/three']);
    await comeWhole(target);
  });
});

describe('files from a folder', () => {
  it('are checked alike, and the missing one is named', async () => {
    const [from, target] = [await folder(), await folder()];
    await mkdir(join(from, 'deep'));
    for (const path of ['one', 'two'] as const) await writeFile(join(from, path), contents[path]);
    await expect(fetchFiles({ files, source: { folder: from }, target })).rejects.toThrow(`deep/three is not in the folder ${from}`);
    await writeFile(join(from, 'deep', 'three'), 'THE last');
    await expect(fetchFiles({ files, source: { folder: from }, target })).rejects.toThrow(
      'deep/three is not the file that it should be: its SHA-256 is another',
    );
    await writeFile(join(from, 'deep', 'three'), contents['deep/three']);
    await fetchFiles({ files, source: { folder: from }, target });
    await comeWhole(target);
    expect(await readdir(join(target, 'deep'))).toEqual(['three']);
  });
});
