import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextToPredict, pictureChoices, sizeChoices } from '../../lessons/predict.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

describe('a learner predicts first', () => {
  it('which of four pictures a kernel makes, and then sees the result', async () => {
    const asked = await tutor.say({ user: 'ann', text: '/convolve image=#scene kernel=sobel_x predict=yes' });
    expect(asked.quiz!.choices.map(({ label }) => label)).toEqual(['A', 'B', 'C', 'D']);
    expect(asked.media).toHaveLength(1);
    expect(existsSync(asked.media[0]!.path)).toBe(true);
    const right = asked.quiz!.choices.find(({ route }) => route.endsWith(' sobel_x'))!;
    const shown = await tutor.say({ user: 'ann', press: right.route });
    expect(shown.facts).toMatchObject({ kernel: 'sobel_x', prediction: { correct: true, counted: true } });
    expect(textOf(shown)).toContain('✅');
    expect(shown.media[0]!.alt).toContain('sobel_x');
    expect((await tutor.say({ user: 'ann', text: '/progress' })).facts).toMatchObject({ total: 1, correct: 1 });
  });

  it('a size, in Russian, and is told what went wrong; a second answer does not count', async () => {
    const asked = await tutor.say({ user: 'ivan', lang: 'ru', text: '/свёртка image=#scene kernel=gaussian stride=3 predict=да' });
    expect(textOf(asked)).toContain('Какой размер получится?');
    const choices = asked.quiz!.choices;
    expect(new Set(choices.map(({ label }) => label)).size).toBe(4);
    const kept = choices.find(({ label }) => label === '480×720')!;
    const shown = await tutor.say({ user: 'ivan', lang: 'ru', press: kept.route });
    expect(shown.facts).toMatchObject({ prediction: { correct: false, given: '480x720' } });
    expect(textOf(shown)).toContain('❌');
    const again = await tutor.say({ user: 'ivan', lang: 'ru', press: choices.find((choice) => choice !== kept)!.route });
    expect(again.facts).toMatchObject({ prediction: { counted: false, given: '480x720' } });
    // another person answers for themselves
    const { output } = shown.facts as { output: { width: number; height: number } };
    const right = choices.find(({ label }) => label === `${output.height}×${output.width}`)!;
    expect((await tutor.say({ user: 'olga', press: right.route })).facts).toMatchObject({ prediction: { correct: true, counted: true } });
  });

  it('from the button below a result, which offers another kernel', async () => {
    const shown = await tutor.say({ user: 'bob', text: '/convolve image=#scene kernel=sobel' });
    const button = shown.buttons.flat().find(({ label }) => label.includes('Predict'))!;
    expect(button.route).toContain('predict=yes');
    expect(button.route).not.toContain('kernel=sobel ');
    expect((await tutor.say({ user: 'bob', press: button.route! })).quiz!.choices).toHaveLength(4);
  });

  it('and is told when a button is from another time', async () => {
    expect((await tutor.say({ user: 'cal', press: 'convolve.guessed #scene 99999 sobel' })).error?.id).toBe('button-old');
  });
});

describe('choices', () => {
  it('are the kernel and three of another effect, the same each time', () => {
    const choices = pictureChoices('prewitt', 'seed');
    expect(choices).toEqual(pictureChoices('prewitt', 'seed'));
    expect(choices).toHaveLength(4);
    expect(choices.filter(({ mistake }) => mistake === undefined)).toEqual([{ value: 'prewitt' }]);
    expect(choices.map(({ value }) => value)).not.toContain('sobel');
    expect(new Set(choices.map(({ value }) => value)).size).toBe(4);
  });

  it('of sizes are distinct, with what each slip leads to', () => {
    // (7 − 3)/2 + 1 = 3 high and (9 − 3)/2 + 1 = 4 wide
    const choices = sizeChoices({ height: 7, width: 9 }, { height: 3, width: 4 }, 2, 'x');
    expect(choices.map(({ value }) => value).sort()).toEqual(['2x3', '3x4', '5x7', '7x9']);
    expect(choices.find(({ value }) => value === '5x7')!.mistake).toBe('stride-forgotten');
  });

  it('never offer to predict what was just seen', () => {
    for (const used of ['sobel', 'gaussian', 'emboss', undefined]) expect(nextToPredict(used, 'p')).not.toBe(used);
  });
});
