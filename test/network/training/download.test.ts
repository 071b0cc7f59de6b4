import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { create } from 'tar';
import { afterEach, describe, expect, it } from 'vitest';
import { download } from '../../../src/network/training/download.ts';
import { fetchPublicSet, PUBLIC_SETS, type PublicSet } from '../../../src/network/training/public-sets.ts';
import { temporaryFolders } from '../../helpers/temporary-folder.ts';

const temporaryFolder = temporaryFolders();
const content = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A server whose answers a test decides; what it was asked for is kept. */
async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: { path: string; range: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url!, range: request.headers.range });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

/** Sends the file, or the rest of it that is asked for; breaks off after so many bytes. */
const sendFile =
  (bytes: Buffer, cutAfter = Number.POSITIVE_INFINITY) =>
  ({ headers }: IncomingMessage, response: ServerResponse) => {
    const from = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
    if (from >= bytes.length) return response.writeHead(416).end();
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length - from });
    const sent = bytes.subarray(from, from + cutAfter);
    // a client drops what it has not read yet when its connection is cut
    const cut = () => setTimeout(() => response.destroy(), 200);
    return response.write(sent, () => (sent.length < bytes.length - from ? cut() : response.end()));
  };
const refuse = (status: number) => (_: IncomingMessage, response: ServerResponse) => response.writeHead(status).end();

/** An address where nobody listens. */
async function deadAddress(): Promise<string> {
  const { address } = await serve(refuse(500));
  await stops.pop()!();
  return address;
}

describe('a download', () => {
  const target = async () => join(await temporaryFolder(), 'deep', 'file');

  it('comes whole, tells how far it is, and is not asked for again', async () => {
    const path = await target();
    const { address, asked } = await serve(sendFile(content));
    const seen: [number, number | undefined][] = [];
    const wanted = {
      addresses: [address],
      path,
      sha256: sha256(content),
      onProgress: (...at: [number, number | undefined]) => seen.push(at),
    };
    await download(wanted);
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
    expect(seen.at(-1)).toEqual([content.length, content.length]);
    expect(await readdir(join(path, '..'))).toEqual(['file']);
    await download(wanted);
    expect(asked.length).toBe(1);
  });

  it('asks the next address when one is down, refuses, or sends something else', async () => {
    const path = await target();
    const addresses = [
      await deadAddress(),
      (await serve(refuse(404))).address,
      (await serve(sendFile(Buffer.from('something else')))).address,
      (await serve(sendFile(content))).address,
    ];
    const failures: string[] = [];
    await download({ addresses, path, sha256: sha256(content), onFailure: (sentence) => failures.push(sentence) });
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
    expect(failures.map((sentence) => sentence.replace(/^127\.0\.0\.1:\d+: /, ''))).toEqual([
      'it refuses the connection',
      'it answers 404 Not Found',
      'what it sends has the wrong checksum',
    ]);
  });

  it('gives up an address that does not answer, or falls silent', async () => {
    const path = await target();
    const silent = await serve(() => {});
    const stalling = await serve((_, response) => void response.writeHead(200, { 'content-length': 10 }).write('begin'));
    const failing = download({ addresses: [silent.address, stalling.address], path, sha256: sha256(content), patience: 100 });
    await expect(failing).rejects.toThrow(/: no answer; .*: (it stopped sending|no answer)$/);
  });

  it('goes on where a connection was cut', async () => {
    const path = await target();
    const { address, asked } = await serve(sendFile(content, 40_000));
    await download({ addresses: [address], path, sha256: sha256(content) });
    expect(asked.map(({ range }) => range)).toEqual([undefined, 'bytes=40000-', 'bytes=80000-']);
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
  });

  it('goes on with what an earlier, killed one left', async () => {
    const path = await target();
    await mkdir(join(path, '..'));
    await writeFile(`${path}.part`, content.subarray(0, 70_000));
    const { address, asked } = await serve(sendFile(content));
    await download({ addresses: [address], path, sha256: sha256(content) });
    expect(asked.map(({ range }) => range)).toEqual(['bytes=70000-']);
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
  });

  it('begins again when what was left is the beginning of something else, or all there is', async () => {
    for (const left of [Buffer.from('something else'), content, Buffer.concat([content, content])]) {
      const path = await target();
      await mkdir(join(path, '..'));
      await writeFile(`${path}.part`, left);
      await download({ addresses: [(await serve(sendFile(content))).address], path, sha256: sha256(content) });
      expect(Buffer.compare(await readFile(path), content)).toBe(0);
    }
  });

  it('takes the whole file from a server that cannot send a part', async () => {
    const path = await target();
    await mkdir(join(path, '..'));
    await writeFile(`${path}.part`, content.subarray(0, 10));
    const whole = (_: IncomingMessage, response: ServerResponse) => response.writeHead(200).end(content);
    await download({ addresses: [(await serve(whole)).address], path, sha256: sha256(content) });
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
  });
});

describe('a public set', () => {
  const small = (mirrors: string[], files: Record<string, Buffer>): PublicSet => ({
    title: 'A set',
    instead: 'do something else',
    mirrors,
    files: Object.entries(files).map(([name, bytes]) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
  });

  it('is there when all its files are', async () => {
    const folder = join(await temporaryFolder(), 'set');
    const files = { one: Buffer.from('first'), two: Buffer.from('second') };
    const { address } = await serve((request, response) => sendFile(files[request.url!.slice(1) as 'one' | 'two'])(request, response));
    const received: number[] = [];
    await fetchPublicSet(small([address], files), folder, { onProgress: (progress) => received.push(progress.received) });
    expect((await readdir(folder)).sort()).toEqual(['one', 'two']);
    expect(received.at(-1)).toBe(11);
  });

  it('keeps what came when a file is missing, and is not taken for whole', async () => {
    const parent = await temporaryFolder();
    const files = { one: Buffer.from('first'), two: Buffer.from('second') };
    const { address, asked } = await serve((request, response) =>
      request.url === '/one' ? sendFile(files.one)(request, response) : refuse(503)(request, response),
    );
    const host = new URL(address).host;
    const set = small([address], files);
    await expect(fetchPublicSet(set, join(parent, 'set'))).rejects.toThrow(
      `A set could not be downloaded (${host}: it answers 503 Service Unavailable); give a folder that has its files with --data FOLDER, or do something else`,
    );
    expect(await readdir(parent)).toEqual(['set.part']);
    await expect(fetchPublicSet(set, join(parent, 'set'))).rejects.toThrow();
    expect(asked.filter(({ path }) => path === '/one').length).toBe(1);
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
