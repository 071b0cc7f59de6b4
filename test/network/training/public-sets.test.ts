import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create } from 'tar';
import { describe, expect, it } from 'vitest';
import { fetchPublicSet, PUBLIC_SETS, type PublicSet } from '../../../src/network/training/public-sets.ts';
import { expected, fileServers, sendFile, sendFolder } from '../../helpers/file-server.ts';
import { temporaryFolders } from '../../helpers/temporary-folder.ts';

const temporaryFolder = temporaryFolders();
const serve = fileServers();

describe('a public set', () => {
  const small = (mirrors: string[], files: Record<string, Buffer>): PublicSet => ({
    title: 'A set',
    instead: 'do something else',
    mirrors,
    files: Object.entries(files).map(([path, bytes]) => ({ path, ...expected(bytes) })),
  });

  it('is there when all its files are', async () => {
    const folder = join(await temporaryFolder(), 'set');
    const files = { one: Buffer.from('first'), two: Buffer.from('second') };
    const { address } = await serve(sendFolder(files));
    const received: number[] = [];
    await fetchPublicSet(small([address], files), folder, { onBytes: (done) => received.push(done) });
    expect((await readdir(folder)).sort()).toEqual(['one', 'two']);
    expect(received.at(-1)).toBe(11);
  });

  it('keeps what came when a file is missing, and is not taken for whole', async () => {
    const parent = await temporaryFolder();
    const files = { one: Buffer.from('first'), two: Buffer.from('second') };
    const { address, asked } = await serve(sendFolder({ one: files.one }));
    const host = new URL(address).host;
    const set = small([address], files);
    await expect(fetchPublicSet(set, join(parent, 'set'))).rejects.toThrow(
      `A set could not be downloaded: two could not be fetched (${host}: it answers 404 Not Found); give a folder that has its files with --data FOLDER, or do something else`,
    );
    expect(await readdir(parent)).toEqual(['set.part']);
    await expect(fetchPublicSet(set, join(parent, 'set'))).rejects.toThrow();
    expect(asked.filter(({ path }) => path === 'one').length).toBe(1);
  });

  it('is unpacked from its archive, data files alone, also by a second try', async () => {
    const parent = await temporaryFolder();
    await mkdir(join(parent, 'source', 'inner'), { recursive: true });
    for (const name of ['data.bin', 'readme.html']) await writeFile(join(parent, 'source', 'inner', name), name);
    await create({ file: join(parent, 'a.tar.gz'), cwd: join(parent, 'source'), gzip: true }, ['inner']);
    const archive = await readFile(join(parent, 'a.tar.gz'));
    // an earlier try was killed while it unpacked
    await mkdir(join(parent, 'set.part', 'unpacked'), { recursive: true });
    await writeFile(join(parent, 'set.part', 'unpacked', 'data.bin'), 'half');
    await fetchPublicSet(small([(await serve(sendFile(archive))).address], { 'a.tar.gz': archive }), join(parent, 'set'));
    expect(await readdir(join(parent, 'set'))).toEqual(['data.bin']);
    expect(await readFile(join(parent, 'set', 'data.bin'), 'utf8')).toBe('data.bin');
  });

  it('names files by full checksums, and more than one mirror', () => {
    for (const { mirrors, files } of Object.values(PUBLIC_SETS)) {
      expect(mirrors.length).toBeGreaterThan(1);
      expect(mirrors.every((mirror) => /^https:.*\/$/.test(mirror))).toBe(true);
      for (const file of files) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
