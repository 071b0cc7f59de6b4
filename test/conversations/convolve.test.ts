import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { speakTo, startTestTutor, textOf } from '../helpers/tutor.ts';

const scene = join(projectRoot, 'data/samples/scene.png');
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

const labels = (reply: { buttons: { label: string; route?: string }[][] }) => reply.buttons.flat().map(({ label }) => label);

describe('a learner convolves numbers', () => {
  it('gets the lecture’s example', async () => {
    const { facts } = await tutor.say({
      text: '/convolve matrix="1 1 1 0 0; 0 1 1 1 0; 0 0 1 1 1; 0 0 1 1 0; 0 1 1 0 0" kernel="1 0 1; 0 1 0; 1 0 1"',
    });
    expect(facts!.output).toEqual([
      [4, 3, 4],
      [2, 4, 3],
      [2, 3, 4],
    ]);
  });

  it('is told of the column that no window reaches', async () => {
    const row = '1 1 1 1 1 1 99';
    const { facts, blocks } = await tutor.say({
      text: `/convolve matrix="${Array(7).fill(row).join(';')}" kernel="1 1 1; 1 1 1; 1 1 1" stride=3`,
    });
    expect(facts).toMatchObject({
      output: [
        [9, 9],
        [9, 9],
      ],
      unreachedColumns: 1,
    });
    expect(JSON.stringify(blocks)).toContain('reaches');
  });

  it.each([
    // by hand: the window over the top left corner with one ring around
    ['border=zero', [[2]]],
    ['border=replicate', [[2]]],
    ['border=circular flip=yes', [[2]]],
  ])('keeps a lone 2 under the identity with %s', async (option, output) => {
    const { facts } = await tutor.say({ text: `/convolve matrix="2" kernel="0 0 0; 0 1 0; 0 0 0" padding=1 ${option}` });
    expect(facts!.output).toEqual(output);
  });

  it.each([
    ['border=zero', [[0, 1, 2]]],
    ['border=reflect', [[2, 1, 2]]],
    ['border=replicate', [[1, 1, 2]]],
    ['border=circular', [[3, 1, 2]]],
    ['border=zero flip=yes', [[2, 3, 0]]],
  ])('shifts 1 2 3 with %s', async (option, output) => {
    // the kernel takes the left neighbor; turned around, the right one
    const { facts } = await tutor.say({ text: `/convolve matrix="1 2 3" kernel="1 0 0" padding=1 ${option}` });
    const rows = facts!.output as number[][];
    // one row of padding above and below holds the same numbers or zeros
    expect([rows[1]]).toEqual(output);
  });

  it('skips cells with dilation 2', async () => {
    const { facts } = await tutor.say({ text: '/convolve matrix="1 2 3 4 5" kernel="1 1 1" dilation=2' });
    expect(facts!.output).toEqual([[9]]);
  });
});

describe('numbers with a border', () => {
  it.each([
    ['en', 'reflect', 'mirror image'],
    ['en', 'circular', 'other side'],
    ['ru', 'replicate', 'повторяется его край'],
  ])('say so in %s with border=%s, and go on to card and animation', async (lang, border, words) => {
    const user = `numbers-${lang}`;
    const text = `/convolve matrix="1 2 3; 4 5 6; 7 8 9" kernel="1 2 0; 0 1 0; -1 0 3" padding=1 border=${border} flip=yes`;
    const reply = await tutor.say({ user, lang, text });
    expect(textOf(reply)).toContain(words);
    expect(textOf(reply)).toContain('180°');
    const [card, animation] = reply.buttons[0]! as { route: string }[];
    const [[first]] = reply.facts!.output as [[number]];
    expect((await tutor.say({ user, lang, press: card!.route })).facts).toMatchObject({ value: first });
    expect((await tutor.say({ user, lang, press: animation!.route })).facts!.output).toEqual(reply.facts!.output);
  });

  it('too many for an animation have none', async () => {
    const rows = Array.from({ length: 17 }, () => '1 2 3').join(';');
    expect(labels(await tutor.say({ text: `/convolve matrix="${rows}" kernel="1"` }))).toEqual(['Step card', 'Predict first']);
  });
});

describe('a learner convolves a photo', () => {
  it('goes on to the step card and the result alone, whatever the settings', async () => {
    const reply = await tutor.say({ text: '/convolve gaussian sigma=2 stride=2 padding=same', attach: [scene] });
    expect(labels(reply)).toEqual(expect.arrayContaining(['Step card', 'Only the result']));
    const only = reply.buttons.flat().find(({ label }) => label === 'Only the result')!;
    const alone = await tutor.say({ press: only.route });
    expect(alone.media[0]).toMatchObject({
      type: 'image/png',
      width: reply.facts!.output && (reply.facts!.output as { width: number }).width,
    });
    const card = await tutor.say({ press: reply.buttons.flat().find(({ label }) => label === 'Step card')!.route });
    expect(card.facts).toMatchObject({ kernel: 'gaussian' });
    const pooled = await tutor.say({ press: reply.buttons.flat().find(({ label }) => label === 'Pool it')!.route });
    expect(pooled.facts).toMatchObject({ kind: 'max', input: { width: 720, height: 480 } });
  });

  it('goes on to the step card, the animation and back with borders, a turned kernel and settings too long for a button', async () => {
    const reply = await tutor.say({
      text: '/convolve gabor lambda=6 angle=30 size=5 display=signed border=reflect padding=same flip=yes',
      attach: [scene],
    });
    expect(reply.facts).toMatchObject({ display: 'signed', border: 'reflect', channels: 1 });
    expect(textOf(reply)).toContain('mirror image');
    const routes = reply.buttons.flat();
    for (const { route } of routes) expect(new TextEncoder().encode(route).length, route).toBeLessThanOrEqual(64);
    const card = await tutor.say({ press: routes.find(({ label }) => label === 'Step card')!.route });
    expect(card.facts).toMatchObject({ kernel: 'gabor', output: { width: 720, height: 480 } });
    const again = speakTo(tutor.tutor, tutor.folder);
    const animation = await again.say({ press: card.buttons.flat().find(({ label }) => label === 'Animate')!.route });
    expect(animation.facts).toMatchObject({ kind: 'convolve', output: { width: 720, height: 480 } });
    const whole = await again.say({ press: animation.buttons.flat().find(({ label }) => label === 'The whole output')!.route });
    expect(whole.facts).toMatchObject({ kernel: 'gabor', border: 'reflect', range: reply.facts!.range });
  });

  it.each([
    ['/convolve kernel="0 0; 0 0"', 'forgets the whole picture'],
    ['/convolve kernel=sobel padding=2 stride=9', '×'],
  ])('%s says what is odd or simply works', async (text, part) => {
    expect(textOf(await tutor.say({ text, attach: [scene] }))).toContain(part);
  });

  it('is told which kernels an option is for', async () => {
    const { error } = await tutor.say({ text: '/convolve sobel lambda=9', attach: [scene] });
    expect(error).toMatchObject({ id: 'kernel-option-unused' });
    expect(error!.message).toContain('gabor');
  });
});
