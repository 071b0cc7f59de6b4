import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { type JsonReply, startTestTutor, textOf } from '../helpers/tutor.ts';

const scene = join(projectRoot, 'data/samples/scene.png');
const NUMBERS = 'matrix="1 2 3; 4 5 6; 7 8 9" kernel="1 2 0; 0 1 0; -1 0 3"';
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

type Verdict = { correct: boolean; counted: boolean; given: string; answer: string; misconception?: string; skill: string };
const verdictOf = (reply: JsonReply) => reply.facts!.prediction as Verdict;
const predictButton = (reply: JsonReply) => reply.buttons.flat().find(({ route }) => /^\w+\.predict /.test(route ?? ''))?.route;
const answersOf = (learner: string) => tutor.tutor.store.questions.answersOf(`terminal:${learner}`);

describe('a learner predicts before seeing the result', () => {
  it('the size, where the settings change it', async () => {
    const asked = await tutor.say({ user: 'size', text: '/convolve gaussian stride=2 padding=1 predict=yes', attach: [scene] });
    expect(asked.facts).toMatchObject({ skill: 'size-strided' });
    // ⌊(480 + 2 − 5)/2⌋ + 1 and ⌊(720 + 2 − 5)/2⌋ + 1
    const labels = asked.quiz!.choices.map(({ label }) => label);
    expect(labels).toHaveLength(4);
    expect(labels).toContain('239×359');
    expect(JSON.stringify([asked.blocks, asked.facts])).not.toMatch(/"answer"|"correct"/);
    expect(asked.media).toHaveLength(1);
    for (const { route } of asked.quiz!.choices) expect(new TextEncoder().encode(route).length).toBeLessThanOrEqual(64);
    const told = await tutor.say({ user: 'size', press: asked.quiz!.choices[labels.indexOf('239×359')]!.route });
    expect(verdictOf(told)).toMatchObject({ correct: true, counted: true, answer: '239×359' });
    expect(told.facts).toMatchObject({ kernel: 'gaussian', output: { width: 359, height: 239 } });
    expect(told.audience).toBe('asker');
    expect(await answersOf('size')).toMatchObject([{ skill: 'size-strided', correct: true }]);
  });

  it('how many parameters the filters have, before a photo goes through them', async () => {
    const asked = await tutor.say({ user: 'bank', text: '/channels filters=5 predict=yes', attach: [scene] });
    expect(asked.facts).toMatchObject({ skill: 'bank-parameters' });
    const labels = asked.quiz!.choices.map(({ label }) => label);
    // 5·(3·3² + 1), without biases, without channels, with one bias
    expect([...labels].sort()).toEqual(['135', '136', '140', '50']);
    const told = await tutor.say({ user: 'bank', press: asked.quiz!.choices[labels.indexOf('135')]!.route });
    expect(verdictOf(told)).toMatchObject({ correct: false, answer: '140', misconception: 'bank-no-bias' });
    expect(textOf(told)).toContain('The biases are missing');
    expect(told.facts).toMatchObject({ parameters: 140, weightShape: [5, 3, 3, 3] });
    expect(await answersOf('bank')).toMatchObject([{ skill: 'bank-parameters', correct: false }]);
    // the button below asks about another number of filters
    const next = await tutor.say({ user: 'bank', press: predictButton(told)! });
    expect(next.quiz!.choices.map(({ label }) => label)).toContain('168');
  });

  it('and is told what went wrong with a wrong one, in Russian', async () => {
    const asked = await tutor.say({ user: 'ivan', lang: 'ru', text: '/convolve gaussian stride=2 padding=1 predict=yes', attach: [scene] });
    const rounded = asked.quiz!.choices.find(({ label }) => label === '240×360')!;
    const told = await tutor.say({ user: 'ivan', lang: 'ru', press: rounded.route });
    expect(verdictOf(told)).toMatchObject({ correct: false, misconception: 'ceil' });
    expect(textOf(told)).toMatch(/Округлено вверх.*239×359/s);
    expect(await answersOf('ivan')).toMatchObject([{ correct: false, misconception: 'ceil' }]);
  });

  it('which of four pictures it is, from the button under a result', async () => {
    const result = await tutor.say({ user: 'which', text: '/convolve sobel_x', attach: [scene] });
    const asked = await tutor.say({ user: 'which', press: predictButton(result)! });
    expect(asked.quiz!.choices.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'D']);
    expect(asked.media.map(({ width }) => width)).toEqual([1080, 1080]);
    expect(asked.media[1]!.alt).toContain('A, B, C, D');
    const again = await tutor.say({ user: 'other', press: predictButton(result)! });
    // one order for one picture and its settings
    expect(again.media[1]!.path).toBe(asked.media[1]!.path);
    const { answer } = verdictOf(await tutor.say({ user: 'other', press: again.quiz!.choices[0]!.route }));
    const wrong = asked.quiz!.choices.find(({ label }) => label !== answer)!;
    const told = await tutor.say({ user: 'which', press: wrong.route });
    expect(verdictOf(told)).toMatchObject({ correct: false, skill: 'which-filter', answer });
    expect(textOf(told)).toMatch(/That one is `(sobel_y|box|unsharp)`.*vertical edges/s);
    expect(told.facts).toMatchObject({ kernel: 'sobel_x' });
  });

  it('which of two places becomes the brighter one', async () => {
    const asked = await tutor.say({ user: 'place', text: '/convolve image=#scene kernel=sobel_y predict=yes' });
    expect(asked.quiz!.choices.map(({ label }) => label)).toEqual(['A', 'B']);
    expect(asked.media).toHaveLength(2);
    const told = await tutor.say({ user: 'place', press: asked.quiz!.choices[0]!.route });
    const [, a, b] = /A goes from \d+ to (\d+), B from \d+ to (\d+)/.exec(textOf(told))!;
    expect(verdictOf(told)).toMatchObject({ answer: Number(a) > Number(b) ? 'A' : 'B', skill: 'which-filter' });
  });

  it('the number in one cell', async () => {
    const asked = await tutor.say({ user: 'cell', text: `/convolve ${NUMBERS} padding=1 predict=yes` });
    const [, row, column] = /row (\d), column (\d)/.exec(textOf(asked))!;
    const full = await tutor.say({ user: 'cell', text: `/convolve ${NUMBERS} padding=1` });
    const value = String((full.facts!.output as number[][])[Number(row)]![Number(column)]);
    const labels = asked.quiz!.choices.map(({ label }) => label);
    expect(new Set(labels).size).toBe(4);
    const told = await tutor.say({ user: 'cell', press: asked.quiz!.choices[labels.indexOf(value)]!.route });
    expect(verdictOf(told)).toMatchObject({ correct: true, given: value, skill: 'output-cell' });
    expect(told.facts!.output).toEqual(full.facts!.output);
  });

  it('what pooling gives, of numbers and of a photo', async () => {
    const numbers = 'matrix="1 1 2 4; 5 6 7 8; 3 2 1 0; 1 2 3 4"';
    const asked = await tutor.say({ user: 'pool', lang: 'ru', text: `/pool ${numbers} kind=average predict=yes` });
    expect(asked.facts).toMatchObject({ skill: 'pool-window' });
    const told = await tutor.say({ user: 'pool', lang: 'ru', press: asked.quiz!.choices[0]!.route });
    expect(told.facts!.output).toEqual([
      [3.25, 5.25],
      [2, 2],
    ]);
    const photo = await tutor.say({ user: 'pool', text: '/pool size=3 stride=2', attach: [scene] });
    const size = await tutor.say({ user: 'pool', press: predictButton(photo)! });
    // ⌊(480 − 3)/2⌋ + 1 and ⌊(720 − 3)/2⌋ + 1
    const right = size.quiz!.choices.find(({ label }) => label === '239×359')!;
    expect(verdictOf(await tutor.say({ user: 'pool', press: right.route }))).toMatchObject({ correct: true, skill: 'size-strided' });
  });
});

describe('only the first answer counts', () => {
  it('of each person, to one prediction however often it is asked', async () => {
    const ask = (user: string) => tutor.say({ user, text: `/convolve ${NUMBERS} predict=yes` });
    const [first, second] = [await ask('ann1'), await ask('ann1')];
    const wrong = { user: 'ann1', press: first.quiz!.choices[0]!.route };
    const answer = verdictOf(await tutor.say(wrong));
    const changed = verdictOf(await tutor.say({ user: 'ann1', press: first.quiz!.choices[1]!.route }));
    expect(changed).toMatchObject({ counted: false, given: answer.given });
    // asked again it is the same prediction
    const later = await tutor.say({ user: 'ann1', press: second.quiz!.choices[2]!.route });
    expect(verdictOf(later)).toMatchObject({ counted: false, given: answer.given });
    expect(textOf(later)).toContain('You have answered this one already');
    expect(await answersOf('ann1')).toHaveLength(1);
    // somebody else in the room has an answer of their own
    expect(verdictOf(await tutor.say({ user: 'bob1', press: first.quiz!.choices[1]!.route })).counted).toBe(true);
    expect(await answersOf('bob1')).toHaveLength(1);
  });

  it('also after the tutor was stopped and started again', async () => {
    const before = await startTestTutor();
    const asked = await before.say({ text: '/convolve image=#scene kernel=emboss predict=yes' });
    await before.stop();
    const after = await startTestTutor({ DATABASE_URL: `sqlite:${join(before.folder, 'tutor.sqlite')}` });
    const told = await after.say({ press: asked.quiz!.choices[0]!.route });
    const changed = await after.say({ press: asked.quiz!.choices[1]!.route });
    await after.stop();
    expect(verdictOf(told).counted).toBe(true);
    expect(told.facts).toMatchObject({ kernel: 'emboss' });
    expect(verdictOf(changed)).toMatchObject({ counted: false, given: verdictOf(told).given });
  });
});

describe('odd input', () => {
  it.each([
    ['a plain picture', { width: 200, height: 150 }, '/convolve sobel predict=yes'],
    ['a picture of one pixel', { width: 1, height: 1 }, '/convolve sobel padding=same predict=yes'],
    ['a kernel of zeros', { width: 200, height: 150 }, '/convolve kernel="0 0; 0 0" predict=yes'],
  ])('%s is asked about its size: four pictures would look alike', async (name, size, text) => {
    const path = join(mkdtempSync(join(tmpdir(), 'tutor-predict-')), 'plain.png');
    await sharp({ create: { ...size, channels: 3, background: '#808080' } })
      .png()
      .toFile(path);
    const asked = await tutor.say({ user: name.replaceAll(' ', ''), text, attach: [path] });
    expect(asked.error).toBeUndefined();
    expect(asked.quiz!.choices).toHaveLength(4);
    expect(asked.facts!.skill).toMatch(/^size-/);
  });

  it('a large matrix and long numbers are asked about without a figure that nobody can read', async () => {
    const rows = Array.from({ length: 20 }, (_row, row) => Array.from({ length: 20 }, (_column, column) => row * column).join(' ')).join(
      ';',
    );
    const large = await tutor.say({ text: `/convolve matrix="${rows}" kernel="1 2; 3 4" stride=2 predict=yes` });
    expect(large.facts).toMatchObject({ skill: 'size-strided' });
    expect(large.quiz!.choices.map(({ label }) => label)).toContain('10×10');
    const long = await tutor.say({ text: '/convolve matrix="1234567.5 2; 3 4" kernel="0.333333 1" predict=yes' });
    expect(long.quiz!.choices).toHaveLength(4);
    const wide = await tutor.say({ text: '/convolve image=#scene kernel=gaussian size=31 sigma=5 predict=yes' });
    expect(wide.quiz!.choices).toHaveLength(4);
  });

  it('a kernel that does not fit says so, and another command’s or an old button too', async () => {
    expect((await tutor.say({ text: '/convolve matrix="1 2; 3 4" kernel="1 1 1" predict=yes' })).error?.id).toBe('kernel-too-large');
    const pooled = await tutor.say({ text: '/pool matrix="1 2; 3 4" predict=yes' });
    const foreign = pooled.quiz!.choices[0]!.route.replace('pool.', 'convolve.');
    expect((await tutor.say({ press: foreign })).error?.id).toBe('button-old');
    expect((await tutor.say({ press: 'convolve.predict gone123456' })).error?.id).toBe('button-old');
    expect((await tutor.say({ press: 'convolve.foretold id=999999 choice=0' })).error?.id).toBe('button-old');
  });
});
