import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pullMobileNet } from '../../models/mobilenet/pull.ts';
import { zoo } from '../../models/zoo.ts';
import { startBackend } from '../../src/network/backend.ts';
import { install, workshop } from '../../src/network/install/installed.ts';
import { projectRoot } from '../../src/project-root.ts';
import { SHADES, writeShadeNetwork } from '../helpers/tiny-networks.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

const MOBILENET = join(projectRoot, '../shared/data/models/mobilenet_v1_0.25_224');
const PHOTOS = join(projectRoot, '../shared/data/photos');
const hasMobileNet = existsSync(MOBILENET) && existsSync(PHOTOS);

const folder = mkdtempSync(join(tmpdir(), 'tutor-networks-'));
const installed = join(folder, 'networks');
let tutor: Awaited<ReturnType<typeof startTestTutor>>;

/** A network whose answers are known, installed under a name. */
async function installShade(name: string, classes: readonly string[] = SHADES): Promise<string> {
  const work = await workshop(installed, name);
  await writeShadeNetwork(work);
  const card = { network: name, input: { height: 8, width: 8, channels: 1, range: [-1, 1] }, classes, output: 'scores', parameters: 4 };
  writeFileSync(join(work, 'card.json'), JSON.stringify(card));
  return install(installed, name, work);
}

async function picture(name: string, width: number, height: number, background: string): Promise<string> {
  const path = join(folder, name);
  await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toFile(path);
  return path;
}

beforeAll(async () => {
  await installShade('shade');
  await installShade('twilight');
  await installShade('elsewhere', ['night', 'day']);
  if (hasMobileNet) {
    await startBackend();
    const work = await workshop(installed, 'mobilenet');
    await pullMobileNet(work, { source: { folder: MOBILENET } });
    await install(installed, 'mobilenet', work);
  }
  tutor = await startTestTutor({ TUTOR_NETWORKS: installed });
});
afterAll(() => tutor.stop());

const isTrained = (id: string) => existsSync(join(projectRoot, 'models', id, 'model.json'));

describe('a network by its name', () => {
  it('says what it sees, with what it was given', async () => {
    const white = await picture('white.png', 90, 30, '#ffffff');
    const reply = await tutor.say({ text: '/classify network=shade', attach: [white] });
    expect(textOf(reply)).toContain('shade says: **bright**, over 99.9 %.');
    expect(textOf(reply)).toContain('It was given 1×8×8 numbers from −1 to 1: the middle of your picture');
    expect(textOf(reply)).toContain('It knows 2 classes');
    expect(reply.facts).toMatchObject({ network: 'shade', classes: 2, shape: [1, 8, 8], fit: 'crop' });
    const [best, other] = reply.facts!.top as { class: string; probability: number }[];
    // scores 4 and −4
    expect(best).toEqual({ class: 'bright', probability: expect.closeTo(1 / (1 + Math.exp(-8)), 5) });
    expect(other!.probability).toBeCloseTo(1 / (1 + Math.exp(8)), 5);
    expect(reply.media[0]).toMatchObject({ type: 'image/jpeg', width: 1080 });
    expect(reply.media[0]!.alt).toContain('bright (over 99.9 %), dark (under 0.1 %)');
  });

  it('is given all of the picture when that is wanted: the gray beside it counts', async () => {
    const white = await picture('wide.png', 160, 40, '#ffffff');
    const reply = await tutor.say({ text: '/classify network=shade', attach: [white] });
    const whole = reply.buttons.flat().find(({ label }) => label === 'All of the picture');
    const all = await tutor.say({ press: whole!.route! });
    expect(textOf(all)).toContain('your picture, shrunk or enlarged');
    const probability = (said: typeof reply) => (said.facts!.top as { probability: number }[])[0]!.probability;
    // a quarter is white (1), the rest gray (128 of 255)
    const mean = 0.25 + 0.75 * (2 * (128 / 255) - 1);
    expect(probability(all)).toBeCloseTo(1 / (1 + Math.exp(-8 * mean)), 4);
    expect(probability(all)).toBeLessThan(probability(reply));
    expect(all.buttons.flat().map(({ label }) => label)).toContain('Its middle only');
  });

  it('speaks Russian', async () => {
    const black = await picture('black.png', 20, 20, '#000000');
    const reply = await tutor.say({ user: 'olya', lang: 'ru', text: '/распознать network=shade', attach: [black] });
    expect(textOf(reply)).toContain('shade отвечает: **dark**, больше 99,9 %.');
    expect(textOf(reply)).toContain('Она знает 2 класса');
    expect(textOf(reply)).toContain('На вход пошёл массив 1×8×8 с числами от −1 до 1: ваша картинка');
  });

  it('is among those that /about lists', async () => {
    const about = await tutor.say({ text: '/about' });
    expect(textOf(about)).toContain('shade: 4 parameters, 2 classes; installed here');
    expect(textOf(about)).toContain("of CIFAR-10's 10,000 test pictures recognized correctly");
    expect(about.facts!.installed).toContainEqual({ name: 'shade', parameters: 4, classes: 2 });
    const russian = await tutor.say({ user: 'olya', lang: 'ru', text: '/about' });
    expect(textOf(russian)).toContain('shade: параметров — 4, классов — 2; установлена здесь');
  });

  it('that is not there is answered with those that are', async () => {
    const unknown = await tutor.say({ text: '/classify network=rabbit image=#scene' });
    expect(unknown.error?.id).toBe('network-unknown');
    expect(unknown.error?.message).toMatch(/There are: digits.*shade/);
    expect((await tutor.say({ text: '/classify network=shede image=#scene' })).error?.message).toContain('Did you mean shade?');
    expect((await tutor.say({ user: 'olya', lang: 'ru', text: '/classify network=rabbit image=#scene' })).error?.message).toContain(
      'Есть: digits',
    );
  });

  it('that was removed, or broken, while the tutor runs is told so', async () => {
    const place = await installShade('fading');
    expect((await tutor.say({ text: '/classify network=fading image=#scene' })).facts).toMatchObject({ network: 'fading' });
    writeFileSync(join(place, 'weights.bin'), 'no');
    const broken = await tutor.say({ text: '/classify network=fading image=#scene' });
    expect(broken.error?.message).toContain('The files of fading are damaged');
  });

  it('is found however its words are joined, and needs a picture', async () => {
    expect((await tutor.say({ user: 'new', text: '/classify network=MLP_CIFAR' })).error?.id).toBe(
      isTrained('mlp-cifar') ? 'picture-missing' : 'network-not-trained',
    );
    const asked = await tutor.say({ user: 'new', text: '/classify network=shade' });
    expect(asked.error?.id).toBe('picture-missing');
    expect((await tutor.say({ user: 'new', press: asked.buttons[0]![0]!.route! })).facts).toMatchObject({ network: 'shade' });
  });

  it('refuses a picture that is too small for it', async () => {
    const pixel = await picture('pixel.png', 1, 1, '#ffffff');
    const { error } = await tutor.say({ text: '/classify network=shade', attach: [pixel] });
    expect(error?.message).toContain('This picture has 1×1 pixels. For this network it needs at least 2');
  });

  it.each(zoo.filter(({ definition }) => definition.id !== 'digits').map(({ definition }) => definition))(
    '$id answers, or says how it is trained',
    async ({ id, classes }) => {
      const reply = await tutor.say({ text: `/classify network=${id} image=#seven` });
      if (!isTrained(id)) return expect(reply.error?.message).toContain(`npm run train -- ${id}`);
      const top = reply.facts!.top as { class: string; probability: number }[];
      expect(top).toHaveLength(5);
      expect(classes).toContain(top[0]!.class);
      if (classes[0] === '0') expect(top[0]!.class).toBe('7');
    },
  );

  it('reads a digit without a name, as it always did', async () => {
    const plain = await tutor.say({ text: '/classify image=#seven' });
    expect(plain.facts).toMatchObject({ digit: 7 });
    expect((await tutor.say({ text: '/classify image=#seven network=digits' })).facts).toEqual(plain.facts);
  });
});

describe.skipIf(!hasMobileNet)('mobilenet', () => {
  it('says in Russian that its class names stay English, which those of other networks do not', async () => {
    const ask = (text: string) => tutor.say({ user: 'olya', lang: 'ru', text }).then(textOf);
    expect(await ask('/classify image=#scene network=mobilenet')).toContain('Их названия английские: перевести их я не могу.');
    expect(await ask('/classify image=#scene network=objects')).not.toContain('английские');
    const compared = await ask('/compare objects mobilenet image=#scene');
    expect(compared).toContain('Названия классов у mobilenet английские');
    expect(compared).not.toContain('у objects английские');
    expect(textOf(await tutor.say({ text: '/compare objects mobilenet image=#scene' }))).not.toContain('English');
  });

  it.each([
    ['kodim23.png', ['macaw'], 0.9],
    ['coffee.png', ['espresso'], 0.5],
    ['chelsea.png', ['tabby', 'Egyptian cat', 'tiger cat'], 0.3],
    ['camera.png', ['tripod'], 0.3],
  ])('sees what %s shows', async (name, classes, least) => {
    const { facts } = await tutor.say({ text: '/classify network=mobilenet', attach: [join(PHOTOS, name)] });
    const [best] = facts!.top as { class: string; probability: number }[];
    expect(classes).toContain(best!.class);
    expect(best!.probability).toBeGreaterThan(least);
    expect(facts).toMatchObject({ classes: 1000, shape: [3, 224, 224] });
  });

  it('gives what the published files give', async () => {
    const { loadLayers } = await import('../../src/network/layers-file.ts');
    const { tensor, tidy } = await import('@tensorflow/tfjs-core');
    const [ours, published] = await Promise.all([loadLayers(join(installed, 'mobilenet')), loadLayers(MOBILENET)]);
    expect(ours.countParams()).toBe(475_544);
    expect(ours.layers.map(({ name }) => name)).toEqual(published.layers.map(({ name }) => name));
    const pixels = Float32Array.from({ length: 224 * 224 * 3 }, (_, at) => Math.sin(at / 50));
    const [one, other] = [ours, published].map((network) =>
      tidy(() => (network.predict(tensor(pixels, [1, 224, 224, 3])) as ReturnType<typeof tensor>).dataSync()),
    );
    expect(Math.max(...one!.map((value, at) => Math.abs(value - other![at]!)))).toBeLessThan(1e-6);
  });
});

describe.skipIf(hasMobileNet)('mobilenet, where it is not installed', () => {
  it('is answered with the command that fetches it', async () => {
    expect((await tutor.say({ text: '/classify network=mobilenet image=#scene' })).error?.message).toContain(
      'npm run models -- pull mobilenet',
    );
  });
});

describe('two networks on the same picture', () => {
  it('stand side by side, and agree', async () => {
    const white = await picture('snow.png', 30, 30, '#ffffff');
    const reply = await tutor.say({ text: '/compare shade twilight', attach: [white] });
    expect(reply.facts).toMatchObject({ networks: ['shade', 'twilight'], agree: true });
    expect(textOf(reply)).toContain('They agree.');
    expect(reply.media[0]!.alt).toContain('shade: bright (over 99.9 %)');
    const routes = reply.buttons.flat().map(({ route }) => route);
    expect(routes.every((route) => Buffer.byteLength(route!) <= 64)).toBe(true);
  });

  it('are not said to agree where their classes differ', async () => {
    const reply = await tutor.say({ text: '/compare a=shade b=elsewhere image=#scene' });
    expect(reply.facts).toMatchObject({ agree: null });
    expect(textOf(reply)).toContain('They know different classes (2 and 2)');
  });

  it('may be one that reads digits and finds none', async () => {
    const blank = await picture('blank.png', 300, 300, '#ffffff');
    const reply = await tutor.say({ user: 'olya', lang: 'ru', text: '/сравнить digits shade', attach: [blank] });
    expect(reply.facts).toMatchObject({ answers: [{ network: 'digits', top: [], reason: 'empty' }, { network: 'shade' }], agree: null });
    expect(textOf(reply)).toContain('digits не даёт ответа. Чернил здесь не видно');
    expect(reply.media[0]!.alt).toMatch(/столбиками\. digits не даёт ответа\. Чернил здесь не видно[^.]*\. shade: [^.]+\.$/);
    expect(textOf(reply)).toContain('Названия классов у shade английские: перевести их я не могу.');
  });

  it('are named where a picture is too small for them', async () => {
    const pixel = await picture('one-pixel.png', 1, 1, '#ffffff');
    const say = async (text: string, lang = 'en') => (await tutor.say({ user: lang, lang, text, attach: [pixel] })).error?.message;
    expect(await say('/compare digits shade')).toBe(
      'This picture has 1×1 pixels. On its shorter side shade needs at least 2; less would have to be made up.',
    );
    expect(await say('/compare a=objects b=shade')).toContain('On its shorter side objects needs at least 8, shade at least 2;');
    expect(await say('/compare a=shade b=shade', 'ru')).toContain('По короткой стороне сети shade нужно хотя бы 2: недостающее');
    expect(await say('/compare a=objects b=shade', 'ru')).toContain('сети objects нужно хотя бы 8, а сети shade — хотя бы 2: недостающее');
  });

  it('that are one and the same are said to be, and others are named', async () => {
    const reply = await tutor.say({ text: '/compare a=digits b=digits image=#seven' });
    expect(textOf(reply)).toContain('This is twice the same network');
    expect(textOf(reply)).toContain('Others to put beside digits: ');
    expect(textOf(reply)).not.toContain('They agree.');
    expect(textOf(reply).match(/digits says/g)).toHaveLength(1);
    const other = reply.buttons[0]![0]!;
    expect(other.label).toMatch(/^Beside /);
    expect((await tutor.say({ press: other.route! })).facts!.networks).toEqual(['digits', other.label.replace('Beside ', '')]);
    const russian = await tutor.say({ user: 'olya', lang: 'ru', text: '/compare a=shade b=shade image=#scene' });
    expect(textOf(russian)).toMatch(/Это дважды одна и та же сеть: .+ Рядом с shade можно поставить [a-z, -]+\./);
  });

  it('are asked for with a picture or a table', async () => {
    const asked = await tutor.say({ user: 'new-too', text: '/compare shade twilight' });
    expect(asked.error?.id).toBe('compare-no-picture');
    expect((await tutor.say({ user: 'new-too', press: asked.buttons[0]![0]!.route! })).facts).toMatchObject({
      networks: ['shade', 'twilight'],
    });
    expect((await tutor.say({ text: '/compare shade rabbit image=#scene' })).error?.id).toBe('network-unknown');
  });
});

describe('tables of measured numbers', () => {
  it.skipIf(!['mlp-digits', 'digits-lecture', 'mlp-cifar', 'conv-cifar'].every(isTrained))(
    'round each number once, to the same digits in the table, the list and what is said of the picture',
    async () => {
      const lossOf = (id: string) => JSON.parse(readFileSync(join(projectRoot, 'models', id, 'card.json'), 'utf8')).test.loss as number;
      for (const [user, lang] of [
        ['ann', 'en'],
        ['olya', 'ru'],
      ] as const) {
        const written = (id: string) => lossOf(id).toLocaleString(lang, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
        const [mlp, conv] = [written('mlp-digits'), written('digits-lecture')];
        const mnist = await tutor.say({ user, lang, text: '/compare table=mnist' });
        const rows = textOf(mnist).split('\n');
        expect(rows.find((row) => row.startsWith('mlp-digits '))).toContain(` % ${mlp} `);
        expect(rows.find((row) => row.startsWith('digits-lecture '))).toContain(` % ${conv} `);
        expect(rows.some((row) => row.endsWith(`: ${mlp} → ${conv}.`))).toBe(true);
        expect(mnist.media[0]!.alt).toContain(` ${mlp}; `);
        expect(mnist.media[0]!.alt).toMatch(new RegExp(` ${conv}\\.$`));
        const { alt } = (await tutor.say({ user, lang, text: '/compare table=neighbors' })).media[0]!;
        for (const id of ['mlp-cifar', 'conv-cifar']) expect(alt).toContain(` ${written(id)}; `);
        expect(alt.match(/[\d.,]+(?= %)/g)!.every((percent) => /^\d+[.,]\d\d$/.test(percent))).toBe(true);
      }
    },
  );

  it.each([
    ['s2', 'neighbors', ['mlp-cifar', 'mlp-cifar-shuffled', 'conv-cifar', 'conv-cifar-shuffled']],
    ['s39', 'mnist', ['mlp-digits', 'digits-lecture']],
  ])('%s shows what the cards say, and names what is missing', async (word, table, ids) => {
    const cards = ids
      .filter((id) => isTrained(id) && existsSync(join(projectRoot, 'models', id, 'card.json')))
      .map(
        (id) =>
          JSON.parse(readFileSync(join(projectRoot, 'models', id, 'card.json'), 'utf8')) as {
            network: string;
            test: { accuracy: number; loss: number };
          },
      );
    const missing = ids.filter((id) => !cards.some(({ network }) => network === id));
    for (const [user, lang] of [
      ['ann', 'en'],
      ['olya', 'ru'],
    ] as const) {
      const reply = await tutor.say({ user, lang, text: `/compare ${word}` });
      if (cards.length === 0) {
        expect(reply.error).toMatchObject({ id: 'compare-not-measured', message: expect.stringContaining(missing.join(', ')) });
        continue;
      }
      expect(reply.facts).toMatchObject({
        table,
        networks: cards.map(({ network, test }) => ({ network, ...test })),
        missing,
      });
      if (missing.length > 0) expect(textOf(reply)).toContain(missing.join(', '));
      expect(reply.media).toHaveLength(1);
    }
    expect((await tutor.say({ text: `/compare table=${table}` })).error?.id).toBe(cards.length === 0 ? 'compare-not-measured' : undefined);
  });
});
