import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { models as runModels } from '../src/models.ts';
import { projectRoot } from '../src/project-root.ts';
import { writeShadeNetwork } from './helpers/tiny-networks.ts';

const SHARED = join(projectRoot, '../shared/data/models/mobilenet_v1_0.25_224');

let networks: string;
let before: string | undefined;
beforeEach(() => {
  before = process.env.TUTOR_NETWORKS;
  networks = mkdtempSync(join(tmpdir(), 'networks-'));
  process.env.TUTOR_NETWORKS = networks;
});
afterEach(() => {
  vi.restoreAllMocks();
  if (before === undefined) delete process.env.TUTOR_NETWORKS;
  else process.env.TUTOR_NETWORKS = before;
});

/** Runs `models …` as its script does, and keeps what it prints. */
async function models(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const keep = (lines: string[]) => (line: unknown) => Boolean(lines.push(String(line).trim()));
  vi.spyOn(console, 'log').mockImplementation(keep(out));
  vi.spyOn(process.stdout, 'write').mockImplementation(keep(out));
  vi.spyOn(console, 'error').mockImplementation(keep(err));
  vi.spyOn(process.stderr, 'write').mockImplementation(keep(err));
  const code = process.exitCode;
  process.exitCode = 0;
  await runModels(args);
  const result = { code: Number(process.exitCode), out: out.join('\n'), err: err.join('\n') };
  process.exitCode = code;
  vi.restoreAllMocks();
  return result;
}

describe('models add', () => {
  it('installs a model, which is then listed, and removed', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'own-')), 'My Shade_v2');
    const labels = await writeShadeNetwork(folder);
    const added = await models('add', folder, '--labels', labels, '--range', '-1,1');
    expect(added.out).toContain('1×8×8 → 2 scores; try /classify network=my-shade-v2');
    expect((await models('list')).out).toMatch(/my-shade-v2 +1×8×8, 2 classes, 4 parameters; installed/);
    expect(await models('add', folder, '--labels', labels, '--range', '-1,1')).toMatchObject({
      code: 1,
      err: 'there is a network called my-shade-v2 already; remove it first',
    });
    expect((await models('remove', 'my-shade-v2')).out).toBe('my-shade-v2 is removed');
    expect(readdirSync(networks)).toEqual([]);
  });

  it('says in one line what is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'own-'));
    const labels = await writeShadeNetwork(folder);
    const wrong: [string[], string][] = [
      [['add', folder, '--labels', labels, '--range', '1,-1'], 'the smaller one first'],
      [['add', folder, '--labels', labels, '--range', '0,1', '--name', 'digits'], 'has a network called digits itself'],
      [['add', folder, '--labels', labels, '--range', '0,1', '--name', '../x'], 'cannot be a network'],
      [['add', join(folder, 'none'), '--labels', labels, '--range', '0,1'], 'there is no model.json in'],
      [['remove', 'nobody'], 'no network called nobody is installed'],
      [['remove', 'digits'], 'digits ships with the tutor and cannot be removed'],
      [['pull', 'mobilenet', '--from', join(folder, 'none')], 'there is no folder'],
      [['pull', 'mobilenet', '--from', folder], 'group1-shard1of1 is not in the folder'],
    ];
    for (const [args, reason] of wrong) {
      const { code, err } = await models(...args);
      expect(code).toBe(1);
      expect(err).toContain(reason);
      expect(err).not.toContain('    at ');
    }
    expect(readdirSync(networks).filter((name) => !name.startsWith('.'))).toEqual([]);
  });
});

describe.skipIf(!existsSync(SHARED))('models pull mobilenet', () => {
  /** A server of its files that waits before each. */
  async function serve(wait: number) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const file = request.url!.slice(1);
      asked.push(file);
      setTimeout(() => response.end(readFileSync(join(SHARED, file))), wait);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
  }

  it('takes it from a folder, in plain lines where there is no terminal', async () => {
    const { out, code } = await models('pull', 'mobilenet', '--from', SHARED);
    expect(code).toBe(0);
    expect(out).toContain('100 %, mobilenet: 1.9 of 1.9 MB');
    expect(readdirSync(join(networks, 'mobilenet')).sort()).toEqual(['card.json', 'model.json', 'weights.bin']);
    expect(JSON.parse(readFileSync(join(networks, 'mobilenet/card.json'), 'utf8'))).toMatchObject({
      output: 'probabilities',
      parameters: 475_544,
    });
    expect((await models('pull', 'mobilenet')).out).toBe('mobilenet is installed already');
    expect((await models('list')).out).toMatch(/mobilenet +3×224×224, 1000 classes, 475,544 parameters; installed/);
  });

  it('goes on where it was killed', async () => {
    const slow = await serve(30);
    const child = spawn(process.execPath, [join(projectRoot, 'scripts/models.mjs'), 'pull', 'mobilenet', '--address', slow.address], {
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.on('exit', done));
    while (slow.asked.length < 20) await new Promise((look) => setTimeout(look, 10));
    child.kill('SIGKILL');
    await ended;
    slow.stop();
    expect((await models('list')).out).toContain('not installed: npm run models -- pull mobilenet');
    const again = await serve(0);
    const { code } = await models('pull', 'mobilenet', '--address', again.address);
    again.stop();
    expect(code).toBe(0);
    expect(again.asked).not.toContain('group1-shard1of1');
    expect(again.asked.length).toBeLessThanOrEqual(55 - 18);
    expect(readdirSync(networks)).toEqual(['mobilenet']);
  }, 180_000);
});
