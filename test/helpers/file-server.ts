import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Starts servers whose answers a test decides, each with a list of what it was asked for; they are stopped after each test of the file. */
export function fileServers(): (answer: Answer) => Promise<{ address: string; asked: { path: string; range: string | undefined }[] }> {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });
  return async (answer) => {
    const asked: { path: string; range: string | undefined }[] = [];
    const server = createServer((request, response) => {
      asked.push({ path: request.url!.slice(1), range: request.headers.range });
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
  };
}

/** Sends a file, or the rest of it that is asked for; breaks off after so many bytes. */
export const sendFile =
  (bytes: Buffer, cutAfter = Number.POSITIVE_INFINITY): Answer =>
  ({ headers }, response) => {
    const from = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
    if (from >= bytes.length) return response.writeHead(416).end();
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': bytes.length - from });
    const sent = bytes.subarray(from, from + cutAfter);
    // a client drops what it has not read yet when its connection is cut
    const cut = () => setTimeout(() => response.destroy(), 200);
    return response.write(sent, () => (sent.length < bytes.length - from ? cut() : response.end()));
  };

/** Sends the file of a folder that is asked for. */
export const sendFolder =
  (files: Readonly<Record<string, Buffer>>): Answer =>
  (request, response) => {
    const bytes = files[request.url!.slice(1)];
    return bytes === undefined ? refuse(404)(request, response) : sendFile(bytes)(request, response);
  };

export const refuse =
  (status: number): Answer =>
  (_, response) =>
    response.writeHead(status).end();

/** An address where nobody listens any more. */
export async function deadAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

/** What a file must be. */
export const expected = (bytes: Buffer) => ({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
