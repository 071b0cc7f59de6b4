import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exerciseOf } from '../../lessons/quiz/exercise.ts';
import { projectRoot } from '../../src/project-root.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

const scene = join(projectRoot, 'data/samples/scene.png');

describe('a learner asks for a size', () => {
  it('and is told the formula with the numbers in it, and what is left unreached', async () => {
    const reply = await tutor.say({ text: '/size 7 3 0 3' });
    expect(reply.facts).toEqual({ output: 2, exact: 7 / 3, unreached: 1 });
    expect(textOf(reply)).toContain("N' = ⌊(7 + 2·0 − 3) / 3⌋ + 1 = ⌊1.333⌋ + 1 = 2");
    expect(textOf(reply)).toContain('One column');
    expect(reply.media[0]).toMatchObject({ type: 'image/png', width: 1080 });
    const { format, width, height } = await sharp(reply.media[0]!.path).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1080, height: reply.media[0]!.height });
  });

  it('in Russian, with Russian plurals', async () => {
    expect(textOf(await tutor.say({ user: 'ivan', lang: 'ru', text: '/размер n=10 f=3 s=4' }))).toContain('3 столбца');
  });

  it.each([
    ['/size 3 7', 'size-does-not-fit'],
    ['/size 7', 'option-missing'],
    ['/size -7 3', 'option-out-of-range'],
    ['/size 1e12 3', 'option-out-of-range'],
    ['/size 7 3 0 0', 'option-out-of-range'],
    ['/size seven 3', 'option-not-a-number'],
    ['/size 7.5 3', 'option-not-whole'],
    ['/size 7 3 0 1 1 1', 'arguments-too-many'],
  ])('%s is refused with %s', async (text, id) => {
    const reply = await tutor.say({ text });
    expect(reply.error?.id).toBe(id);
    // one sentence or two, with nothing left unfilled
    expect(reply.error!.message).not.toMatch(/\{|undefined|NaN/);
  });

  it('is told what would fit when it does not', async () => {
    expect((await tutor.say({ text: '/size 3 7' })).error!.message).toContain('Padding 2 on each side would do, or a kernel of at most 3');
  });
});

describe('a learner sends a photo', () => {
  it('and sees its edges, with an alt text', async () => {
    const reply = await tutor.say({ text: '/convolve kernel=sobel', attach: [scene] });
    expect(reply.facts).toMatchObject({ kernel: 'sobel', input: { width: 720, height: 480 }, output: { width: 718, height: 478 } });
    expect(reply.media[0]!.alt).toContain('edges in every direction');
    expect(existsSync(reply.media[0]!.path)).toBe(true);
  });

  it('and presses on with the same picture', async () => {
    const first = await tutor.say({ text: '/convolve', attach: [scene] });
    const next = first.buttons.flat().find((button) => button.label === 'gaussian')!;
    const reply = await tutor.say({ press: next.route! });
    expect(reply.facts).toMatchObject({ kernel: 'gaussian', input: { width: 720, height: 480 } });
    const only = reply.buttons.flat().find((button) => button.label === 'Only the result')!;
    const result = await tutor.say({ press: only.route! });
    expect(result.media[0]).toMatchObject({ width: 716, height: 476 });
  });

  it('alone and is asked what to do with it, then says the command', async () => {
    const offered = await tutor.say({ user: 'eve', attach: [scene] });
    expect(offered.buttons[0]!.map((button) => button.label)).toEqual(['Edges', 'Read the digit', 'Pooling', 'Channels']);
    expect((await tutor.say({ user: 'eve', text: '/convolve sharpen stride=2 padding=same' })).facts).toMatchObject({
      output: { width: 360, height: 240 },
    });
  });

  it('in a room, where the next one does not get it', async () => {
    await tutor.say({ user: 'ann', room: 'cnn', text: '/convolve', attach: [scene] });
    expect((await tutor.say({ user: 'bob', room: 'cnn', text: '/convolve' })).error?.id).toBe('picture-missing');
  });
});

describe('a learner types a matrix', () => {
  const lecture = 'matrix="1 1 1 0 0; 0 1 1 1 0; 0 0 1 1 1; 0 0 1 1 0; 0 1 1 0 0"';

  it('and gets the sums of the lecture', async () => {
    const reply = await tutor.say({ text: `/convolve ${lecture} kernel="1 0 1; 0 1 0; 1 0 1"` });
    expect(reply.facts).toMatchObject({
      output: [
        [4, 3, 4],
        [2, 4, 3],
        [2, 3, 4],
      ],
    });
    expect(textOf(reply)).toContain('= 4');
  });

  it('and is told which column no window reaches: the 99s', async () => {
    const rows = Array.from({ length: 6 }, () => '1 1 1 1 1 1 99').join(';');
    const reply = await tutor.say({ text: `/convolve matrix="${rows}" kernel="1 1 1;1 1 1;1 1 1" stride=3` });
    expect(reply.facts).toMatchObject({
      output: [
        [9, 9],
        [9, 9],
      ],
      unreachedColumns: 1,
      unreachedRows: 0,
    });
    expect(textOf(reply)).toContain('No window reaches the last column');
  });

  it.each([
    [`/convolve ${lecture} kernel="1 x; 2 3"`, 'matrix-not-a-number'],
    [`/convolve ${lecture} kernel="1 NaN; 2 3"`, 'matrix-not-a-number'],
    [`/convolve ${lecture} kernel="1 2; 3"`, 'matrix-ragged'],
    ['/convolve matrix="1 2; 3 4" kernel=sobel', 'kernel-too-large'],
    [`/convolve kernel="${'1 '.repeat(16)}"`, 'matrix-too-large'],
    ['/convolve kernel=gauss1an', 'option-not-a-choice-suggest'],
    ['/convolve kernel=sobel size=5 image=#scene', 'kernel-option-unused'],
    ['/convolve kernel=gaussian size=4 image=#scene', 'kernel-size-even'],
    ['/convolve krenel=sobel', 'option-unknown-suggest'],
    ['/convolve stride=1e9', 'option-out-of-range'],
  ])('%s is refused with %s', async (text, id) => {
    for (const lang of ['en', 'ru']) {
      const reply = await tutor.say({ user: `bad-${lang}`, lang, text });
      expect(reply.error?.id).toBe(id);
      expect(reply.error!.message).not.toMatch(/\{|undefined|\bnull\b/);
      expect(/[а-яё]/i.test(reply.error!.message)).toBe(lang === 'ru');
    }
  });
});

describe('a learner answers questions', () => {
  it('by typing, with hints that cost nothing, and the mark is kept', async () => {
    const user = 'quinn';
    const asked = await tutor.say({ user, text: '/quiz padding' });
    const exercise = exerciseOf(String(asked.facts!.code))!;
    const hint = asked.buttons.flat().find((button) => button.label === 'Hint')!;
    expect(textOf(await tutor.say({ user, press: hint.route! }))).toContain('Hint:');
    // talk that is no answer ends nothing
    expect((await tutor.say({ user, text: 'hm, let me think' })).error).toBeUndefined();
    const answered = await tutor.say({ user, answer: ` ${exercise.task.answer} px` });
    expect(answered.facts).toMatchObject({ correct: true, counted: true, answer: exercise.task.answer });
    expect((await tutor.say({ user, text: '/progress' })).facts).toMatchObject({ total: 1, correct: 1, streak: 1 });
  });

  it('wrongly, and learns which misconception it was', async () => {
    const user = 'will';
    const asked = await tutor.say({ user, text: '/quiz pad:11111' });
    const exercise = exerciseOf('pad:11111')!;
    expect(asked.quiz!.question).toContain(String(exercise.task.values.n));
    const [mistake] = exercise.mistakes;
    const reply = await tutor.say({ user, answer: String(mistake!.value) });
    expect(reply.facts).toMatchObject({ correct: false, misconception: mistake!.id });
    expect(textOf(reply)).toContain('❌');
    expect(textOf(reply)).toContain(`The answer: **${exercise.task.answer}**`);
    expect((await tutor.say({ user, answer: '1' })).error?.id).toBe('answer-no-question');
  });

  it('by a choice; a second press, another person and a repeated event are each treated as they should', async () => {
    const code = 'pad:20000';
    const exercise = exerciseOf(code)!;
    expect(exercise.form.kind).toBe('choice');
    const asked = await tutor.say({ user: 'ann', room: 'quiz', text: `/quiz ${code}` });
    const [right, wrong] = [true, false].map(
      (wanted) => asked.quiz!.choices.find((choice) => (choice.label === String(exercise.task.answer)) === wanted)!,
    );
    expect((await tutor.say({ user: 'ann', room: 'quiz', press: wrong!.route, id: 'tap-1' })).facts).toMatchObject({
      correct: false,
      counted: true,
    });
    expect((await tutor.say({ user: 'ann', room: 'quiz', press: wrong!.route, id: 'tap-1' })).facts).toMatchObject({
      correct: false,
      counted: true,
    });
    const again = await tutor.say({ user: 'ann', room: 'quiz', press: right!.route, id: 'tap-2' });
    expect(again.facts).toMatchObject({ correct: false, counted: false });
    expect((await tutor.say({ user: 'bob', room: 'quiz', press: right!.route })).facts).toMatchObject({ correct: true, counted: true });
    expect((await tutor.say({ user: 'ann', text: '/progress' })).facts).toMatchObject({ total: 1, correct: 0 });
  });

  it('after a restart of everything', async () => {
    const asked = await tutor.say({ user: 'rita', text: '/quiz pad:11111' });
    const { answer } = exerciseOf('pad:11111')!.task;
    await tutor.stop();
    tutor = await startTestTutor({ DATABASE_URL: `sqlite:${join(tutor.folder, 'tutor.sqlite')}` });
    expect(asked.quiz!.typed).toBeDefined();
    expect((await tutor.say({ user: 'rita', answer: String(answer) })).facts).toMatchObject({ correct: true });
  });

  it('or skips, or asks how it is done, without a mark', async () => {
    const user = 'sam';
    const asked = await tutor.say({ user, text: '/quiz' });
    const press = (label: string) => asked.buttons.flat().find((button) => button.label === label)!.route!;
    const skipped = await tutor.say({ user, press: press('Skip') });
    expect(skipped.quiz).toBeDefined();
    expect(textOf(await tutor.say({ user, press: press('Show how') }))).toContain('Solution.');
    expect((await tutor.say({ user, text: '/progress' })).facts).toMatchObject({ total: 0 });
  });

  it.each([
    ['/quiz paddding', 'quiz-topic-unknown-suggest'],
    ['/quiz astronomy', 'quiz-topic-unknown'],
    ['/quiz pad:zz', 'quiz-code-unknown'],
  ])('%s is refused with %s', async (text, id) => {
    expect((await tutor.say({ text })).error?.id).toBe(id);
  });
});

describe('a newcomer', () => {
  it('is welcomed with things to press that all work', async () => {
    const reply = await tutor.say({ user: 'new', text: '/start' });
    for (const { route, label } of reply.buttons.flat()) {
      const next = await tutor.say({ user: 'new', press: route! });
      if (route!.startsWith('classify') && !existsSync(join(projectRoot, 'models/digits/model.json'))) continue;
      expect(next.error, label).toBeUndefined();
    }
  });

  it('who follows a friend’s link gets exactly that question', async () => {
    expect((await tutor.say({ user: 'friend', text: '/start pad-8f3a' })).facts).toMatchObject({ code: 'pad:8f3a' });
  });

  it('finds help by topic, by command and by a near miss', async () => {
    expect(textOf(await tutor.say({ text: '/help' }))).toContain('/convolve');
    expect(textOf(await tutor.say({ text: '/help pictures' }))).toContain('/convolve');
    expect(textOf(await tutor.say({ text: '/help convolve' }))).toContain('stride');
    expect(textOf(await tutor.say({ user: 'masha', lang: 'ru', text: '/справка свёртка' }))).toContain('сдвигается окно');
    expect((await tutor.say({ text: '/help convlove' })).error?.id).toBe('help-unknown-suggest');
    expect((await tutor.say({ text: '/help cooking' })).error?.id).toBe('help-unknown');
    expect((await tutor.say({ text: '/convlove' })).error?.id).toBe('command-unknown-suggest');
  });

  it('chooses a language and a time zone, which last', async () => {
    const user = 'olga';
    expect(textOf(await tutor.say({ user, text: '/settings language=ru zone=moscow' }))).toContain('Europe/Moscow');
    expect(textOf(await tutor.say({ user, text: '/help' }))).toContain('Картинки');
    expect(textOf(await tutor.say({ user, press: 'settings.zone' }))).toContain('UTC+3');
    expect((await tutor.say({ user, text: 'UTC+5' })).facts).toMatchObject({ language: 'ru', timeZone: 'Etc/GMT-5' });
    expect((await tutor.say({ user, text: '/settings zone=Atlantis' })).error?.id).toBe('settings-zone-unknown');
  });

  it('is told what this is', async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    if (existsSync(join(projectRoot, 'models/digits/model.json'))) expect(textOf(await tutor.say({ text: '/about' }))).toContain(version);
  });
});

describe('the protocol for scripts', () => {
  it('answers one line for each line, in order, whatever it is', async () => {
    const answers = await tutor.send(
      'not json',
      '{"text":"no user"}',
      { text: '/help' },
      '',
      { text: '/size 7 3', attach: ['/no/such/file.png'] },
      { attach: ['/no/such/file.png'] },
      { press: 'gone.action 1' },
    );
    expect(answers.map(({ replies }) => replies[0]!.error?.id)).toEqual([
      'terminal-not-json',
      'terminal-bad-line',
      undefined,
      undefined,
      'terminal-no-file',
      'button-old',
    ]);
    expect(answers.every(({ ms }) => ms >= 0)).toBe(true);
  });
});
