import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { download } from '../../src/network/download.ts';
import { deadAddress, expected, fileServers, refuse, sendFile } from '../helpers/file-server.ts';
import { temporaryFolders } from '../helpers/temporary-folder.ts';

const temporaryFolder = temporaryFolders();
const serve = fileServers();
const content = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251));
const whole = expected(content);

describe('a download', () => {
  const target = async () => join(await temporaryFolder(), 'file');

  it('comes whole and tells how far it is', async () => {
    const path = await target();
    const { address, asked } = await serve(sendFile(content));
    const seen: number[] = [];
    await download({ addresses: [address], path, ...whole, onProgress: (received) => seen.push(received) });
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(seen.at(-1)).toBe(content.length);
    expect(await readdir(join(path, '..'))).toEqual(['file']);
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
    await download({ addresses, path, ...whole, pause: 1, onFailure: (sentence) => failures.push(sentence) });
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
    const failing = download({ addresses: [silent.address, stalling.address], path, ...whole, patience: 100, pause: 1 });
    await expect(failing).rejects.toThrow(/: no answer; .*: (it stopped sending|no answer)$/);
  });

  it('goes on where a connection was cut', async () => {
    const path = await target();
    const { address, asked } = await serve(sendFile(content, 40_000));
    await download({ addresses: [address], path, ...whole, pause: 1 });
    expect(asked.map(({ range }) => range)).toEqual([undefined, 'bytes=40000-', 'bytes=80000-']);
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
  });

  it('goes on with what an earlier, killed one left', async () => {
    const path = await target();
    await writeFile(`${path}.part`, content.subarray(0, 70_000));
    const { address, asked } = await serve(sendFile(content));
    await download({ addresses: [address], path, ...whole, pause: 1 });
    expect(asked.map(({ range }) => range)).toEqual(['bytes=70000-']);
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
  });

  it('begins again when what was left is the beginning of something else, or all there is', async () => {
    for (const left of [Buffer.from('something else'), content, Buffer.concat([content, content])]) {
      const path = await target();
      await writeFile(`${path}.part`, left);
      await download({ addresses: [(await serve(sendFile(content))).address], path, ...whole, pause: 1 });
      expect(Buffer.compare(await readFile(path), content)).toBe(0);
    }
  });

  it('takes the whole file from a server that cannot send a part', async () => {
    const path = await target();
    await writeFile(`${path}.part`, content.subarray(0, 10));
    const { address } = await serve((_, response) => response.writeHead(200).end(content));
    await download({ addresses: [address], path, ...whole, pause: 1 });
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
  });

  it('asks again where a server is busy, and gives it up when it stays so', async () => {
    let times = 0;
    const { address } = await serve((...request) => (++times < 3 ? refuse(times === 1 ? 503 : 429) : sendFile(content))(...request));
    const path = await target();
    await download({ addresses: [address], path, ...whole, pause: 1 });
    expect(Buffer.compare(await readFile(path), content)).toBe(0);
    const busy = await serve(refuse(503));
    await expect(download({ addresses: [busy.address], path, ...whole, pause: 1 })).rejects.toThrow('it answers 503 Service Unavailable');
    expect(busy.asked.length).toBe(3);
  });

  it('gives up at once what goes on after its end, and what always ends too soon', async () => {
    const path = await target();
    const longer = await serve(sendFile(Buffer.concat([content, content])));
    const same = await serve((_, response) => response.end(content.subarray(0, 1000)));
    await expect(download({ addresses: [longer.address, same.address], path, ...whole, pause: 1 })).rejects.toThrow(
      /: it sends more than 100000 bytes; .*: it sent 1000 of 100000 bytes$/,
    );
    expect(longer.asked.length).toBe(1);
  });
});
