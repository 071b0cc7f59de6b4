import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FetchSettings, fetchFiles } from '../../../src/network/install/fetch-files.ts';

const contents: Record<string, Buffer> = { one: Buffer.from('first file'), two: Buffer.alloc(200_000, 7), three: Buffer.from('the last') };
const files = Object.entries(contents).map(([path, bytes]) => ({
  path,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
}));

let stop = () => {};
afterEach(() => stop());

/** A server of the three files; `odd` answers in their place where it says that it did. */
async function serve(odd: (path: string, response: ServerResponse, request: IncomingMessage) => boolean = () => false) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url!.slice('/files/'.length);
    asked.push(path);
    if (!odd(path, response, request)) response.end(contents[path]);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/files` };
}

const folder = () => mkdtempSync(join(tmpdir(), 'fetch-'));
const fetchAll = (address: string, target: string, more: Partial<FetchSettings> = {}) =>
  fetchFiles({ files, source: { address }, target, pauseMs: 1, ...more });

describe('files from an address', () => {
  it('come whole, and every byte is told', async () => {
    const { address } = await serve();
    const target = folder();
    const told: number[] = [];
    await fetchAll(address, target, { onBytes: (done, total) => told.push(done / total) });
    for (const { path } of files) expect(readFileSync(join(target, path)).equals(contents[path]!)).toBe(true);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.at(-1)).toBe(1);
    expect(readdirSync(target).sort()).toEqual(['one', 'three', 'two']);
  });

  it('with another content are refused, and not kept', async () => {
    const { address, asked } = await serve((path, response) => path === 'three' && Boolean(response.end('the LAST')));
    const target = folder();
    await expect(fetchAll(address, target)).rejects.toThrow('three is not the file that it should be');
    expect(readdirSync(target)).not.toContain('three');
    expect(asked).toEqual(['one', 'two', 'three']);
  });

  it('that go on after their end are given up at once', async () => {
    const { address } = await serve((path, response) => path === 'one' && Boolean(response.end(Buffer.alloc(1_000_000))));
    await expect(fetchAll(address, folder())).rejects.toThrow('one has more than its 10 bytes');
  });

  it('that are not there are named with the answer, without trying again', async () => {
    const { address, asked } = await serve((path, response) => path === 'two' && Boolean(response.writeHead(404).end('gone')));
    await expect(fetchAll(address, folder())).rejects.toThrow(`the server answers 404 for ${address}/two`);
    expect(asked).toEqual(['one', 'two']);
  });

  it('are asked for again after the connection was lost or the server was busy', async () => {
    let times = 0;
    const { address, asked } = await serve((path, response) => {
      if (path !== 'two' || ++times > 2) return false;
      if (times === 1) return Boolean(response.writeHead(503).end());
      response.writeHead(200, { 'content-length': contents.two!.length });
      response.write(contents.two!.subarray(0, 1000));
      setTimeout(() => response.destroy(), 5);
      return true;
    });
    const target = folder();
    await fetchAll(address, target);
    expect(readFileSync(join(target, 'two')).length).toBe(200_000);
    expect(asked.filter((path) => path === 'two')).toHaveLength(3);
  });

  it('that are always cut off, or never come, are given up with the reason', async () => {
    const cut = await serve((path, response) => path === 'two' && Boolean(response.end(contents.two!.subarray(0, 1000))));
    await expect(fetchAll(cut.address, folder())).rejects.toThrow('two was cut off after 1000 of 200000 bytes');
    stop();
    const silent = await serve((path) => path === 'one');
    await expect(fetchAll(silent.address, folder(), { stallMs: 50 })).rejects.toThrow('has sent nothing of');
    stop();
    await expect(fetchAll('http://127.0.0.1:1/files', folder())).rejects.toThrow('http://127.0.0.1:1/files/one could not be fetched');
  });

  it('that were there already and are whole are not asked for again', async () => {
    const target = folder();
    const broken = await serve((path, response) => path === 'three' && Boolean(response.writeHead(404).end()));
    await expect(fetchAll(broken.address, target)).rejects.toThrow('404');
    stop();
    writeFileSync(join(target, 'two'), 'half');
    const mended = await serve();
    await fetchAll(mended.address, target);
    expect(mended.asked).toEqual(['two', 'three']);
  });
});

describe('files from a folder', () => {
  it('are checked alike, and the missing one is named', async () => {
    const from = folder();
    for (const [path, bytes] of Object.entries(contents)) if (path !== 'three') writeFileSync(join(from, path), bytes);
    await expect(fetchFiles({ files, source: { folder: from }, target: folder() })).rejects.toThrow(`three is not in the folder ${from}`);
    writeFileSync(join(from, 'three'), 'THE last');
    await expect(fetchFiles({ files, source: { folder: from }, target: folder() })).rejects.toThrow('SHA-256');
  });
});
