import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layers, model, input as symbolicInput } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullMobileNet } from '../../models/mobilenet/pull.ts';
import { startBackend } from '../../src/network/backend.ts';
import { install, workshop } from '../../src/network/install/installed.ts';
import { saveLayers } from '../../src/network/layers-file.ts';
import { projectRoot } from '../../src/project-root.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

const MOBILENET = join(projectRoot, '../shared/data/models/mobilenet_v1_0.25_224');
const hasMobileNet = existsSync(MOBILENET);
const hasLenet = existsSync(join(projectRoot, 'models/lenet/model.json'));

const installed = join(mkdtempSync(join(tmpdir(), 'tutor-network-layers-')), 'networks');
let tutor: Awaited<ReturnType<typeof startTestTutor>>;

/** A network with a skip connection: no chain. */
async function installSkip(): Promise<void> {
  await startBackend();
  const x = symbolicInput({ shape: [8, 8, 1] });
  const y = layers.conv2d({ name: 'side', filters: 1, kernelSize: 3, padding: 'same' }).apply(x);
  const sum = layers.add({ name: 'skip' }).apply([x, y as never]);
  const scores = layers.dense({ name: 'scores', units: 2 }).apply(layers.flatten().apply(sum as never));
  const work = await workshop(installed, 'skipping');
  await saveLayers(model({ inputs: x, outputs: scores as never }), work);
  const card = { network: 'skipping', input: { height: 8, width: 8, channels: 1, range: [0, 1] }, classes: ['a', 'b'], output: 'scores' };
  writeFileSync(join(work, 'card.json'), JSON.stringify({ ...card, parameters: 140 }));
  await install(installed, 'skipping', work);
}

beforeAll(async () => {
  await installSkip();
  if (hasMobileNet) {
    const work = await workshop(installed, 'mobilenet');
    await pullMobileNet(work, { source: { folder: MOBILENET } });
    await install(installed, 'mobilenet', work);
  }
  tutor = await startTestTutor({ TUTOR_NETWORKS: installed });
});
afterAll(() => tutor.stop());

interface LayerFacts {
  name: string;
  output: number[];
  field?: number;
  jump?: number;
}

describe('/network', () => {
  it('draws the digit network and counts its published parameters', async () => {
    const reply = await tutor.say({ text: '/network digits' });
    expect(textOf(reply)).toContain('**167,478** parameters');
    expect(reply.media.map(({ name }) => name)).toEqual(['digits.png', 'digits-layers.png']);
    expect(reply.media[0]!.alt).toContain('input 1×28×28, then 32×28×28, 32×14×14, 32×14×14, 32×7×7, 1568, 100, 10');
    expect(reply.facts).toMatchObject({ network: 'digits', parameters: 167_478 });
    const layersOf = reply.facts!.layers as LayerFacts[];
    expect(layersOf.slice(0, 4).map(({ field, jump }) => [field, jump])).toEqual([
      [3, 1],
      [4, 2],
      [8, 2],
      [10, 4],
    ]);
  });

  it.skipIf(!hasLenet)("counts LeNet's published parameters and fields", async () => {
    const reply = await tutor.say({ text: '/network lenet' });
    expect(textOf(reply)).toContain('**61,706** parameters');
    const layersOf = reply.facts!.layers as LayerFacts[];
    expect(layersOf.slice(0, 4).map(({ output, field }) => [output, field])).toEqual([
      [[6, 28, 28], 5],
      [[6, 14, 14], 6],
      [[16, 10, 10], 14],
      [[16, 5, 5], 16],
    ]);
  });

  it('counts the parameters as the list and /about do, and says which of them are trained', async () => {
    const reply = await tutor.say({ text: '/network objects' });
    expect(reply.facts).toMatchObject({ parameters: 328_810, trained: 327_850, statistics: 960 });
    expect(textOf(reply)).toContain('**328,810** parameters and');
    expect(textOf(reply)).toContain('960 of the parameters are statistics of batch normalization');
    expect(textOf(reply)).toContain('The other 327,850 are trained.');
    const table = reply.media.find(({ name }) => name === 'objects-layers.png');
    expect(table!.alt).toContain('328,810 parameters in all');
    const layersOf = reply.facts!.layers as { parameters: number }[];
    expect(layersOf.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(328_810);
    const listed = (await tutor.say({ text: '/network' })).facts!.networks;
    expect(listed).toContainEqual(expect.objectContaining({ id: 'objects', parameters: 328_810 }));
    const russian = textOf(await tutor.say({ user: 'r', lang: 'ru', text: '/network objects' }));
    expect(russian).toMatch(/Параметров \*\*328.810\*\*/);
    expect(russian).toMatch(/статистики пакетной нормализации, средние и дисперсии: их 960, .+ Обучаемых параметров — 327.850\./);
    expect(textOf(reply)).toMatch(/Measured on the 10,000 test pictures of CIFAR-10: 8\d\.\d\d % right/);
  });

  it('says what one cell of the last map sees, also where its field is wider than the input', async () => {
    expect(textOf(await tutor.say({ text: '/network digits' }))).toContain(
      'One cell of its last map sees 10×10 pixels of the 28×28 input.',
    );
    expect(textOf(await tutor.say({ text: '/network objects' }))).toContain(
      'One cell of its last map has a field of 48×48 pixels, wider than the 32×32 input: it sees all of it.',
    );
    const russian = (text: string) => tutor.say({ user: 'r', lang: 'ru', text }).then(textOf);
    expect(await russian('/network objects')).toContain('Проверено на 10 000 тестовых картинках CIFAR-10');
    expect(await russian('/network digits')).toContain('Одна клетка последней карты видит 10×10 пикселей входа 28×28.');
    expect(await russian('/network objects')).toContain(
      'Поле одной клетки последней карты — 48×48 пикселей: оно шире входа 32×32, так что клетка видит его целиком.',
    );
  });

  it('shows the table or the drawing alone', async () => {
    expect((await tutor.say({ text: '/network digits view=table' })).media.map(({ name }) => name)).toEqual(['digits-layers.png']);
    expect((await tutor.say({ text: '/network digits view=drawing' })).media.map(({ name }) => name)).toEqual(['digits.png']);
  });

  it('lists every network without a name, also in Russian', async () => {
    const reply = await tutor.say({ text: '/network' });
    expect(textOf(reply)).toContain('mlp-cifar');
    expect(reply.facts!.networks).toContainEqual(expect.objectContaining({ id: 'digits', state: 'ready', parameters: 167_478 }));
    const russian = await tutor.say({ user: 'r', lang: 'ru', text: '/сеть digits' });
    expect(textOf(russian)).toMatch(/Параметров \*\*167.478\*\*/);
  });

  it('names what makes a network no chain, and still tells its layers', async () => {
    const reply = await tutor.say({ text: '/network skipping' });
    expect(textOf(reply)).toContain('skip is Add');
    expect(reply.facts).toMatchObject({ network: 'skipping', parameters: 140 });
  });

  it('says what there is when the name is unknown', async () => {
    const reply = await tutor.say({ text: '/network digitz' });
    expect(reply.error?.id).toBe('network-unknown-suggest');
    expect(textOf(reply)).toContain('Did you mean digits');
  });

  it.skipIf(!hasMobileNet)('folds batch normalization in a long network: MobileNet has 475,544 parameters', async () => {
    const reply = await tutor.say({ text: '/network mobilenet' });
    expect(reply.facts).toMatchObject({ parameters: 475_544, trained: 470_072, statistics: 5472 });
    expect(reply.media.map(({ name }) => name)).toEqual(['mobilenet-layers.png']);
    expect(reply.buttons.flat().map(({ label }) => label)).toContain('Drawing');
    const drawing = await tutor.say({ press: 'network mobilenet view=drawing' });
    expect(drawing.media[0]!.alt).toContain('input 3×224×224, then 8×112×112');
  });
});
