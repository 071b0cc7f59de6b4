import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { lessonText } from '../../lessons/cards.ts';
import { allSkills, LESSONS } from '../../lessons/catalogue.ts';
import { inLanguage } from '../../lessons/formula.ts';
import { exerciseOf } from '../../lessons/quiz/exercise.ts';
import { LANGUAGES } from '../../src/chat/texts.ts';
import { latexLines } from '../../src/chat/typeset.ts';
import { formula } from '../../src/engine/jobs/formula.ts';
import { toMathMl } from '../../src/platforms/web/mathml.ts';
import { projectRoot } from '../../src/project-root.ts';
import { drawFormula } from '../../src/render/formula-figure.ts';
import { typesetLine } from '../../src/render/formula-lines.ts';
import { startTestTutor } from '../helpers/tutor.ts';

const SIZE = "N' = \\left\\lfloor \\frac{N + 2P - F}{S} \\right\\rfloor + 1";
const tools = { onProgress: () => undefined };
const run = (latex: string[], more: { theme?: 'light' | 'dark'; above?: Uint8Array } = {}) =>
  formula.run({ latex, theme: 'light', ...more }, tools);
const scene = new Uint8Array(readFileSync(join(projectRoot, 'data/samples/scene.png')));

/** Where a picture differs from its first pixel: the box around the ink, both ends inclusive, and how many pixels. */
async function ink(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const box = { left: info.width, right: -1, top: info.height, bottom: -1, pixels: 0 };
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      const at = (y * info.width + x) * 3;
      if (Math.abs(data[at]! - data[0]!) + Math.abs(data[at + 1]! - data[1]!) + Math.abs(data[at + 2]! - data[2]!) < 24) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      box.pixels++;
    }
  }
  return { ...box, width: info.width, height: info.height };
}

describe('a typeset formula', () => {
  it.each([
    ['a fraction in tall brackets', [SIZE]],
    ['lines below each other', [SIZE, "N' = \\lfloor 13{,}5 \\rfloor + 1 = 14"]],
    ['Russian words', ['\\text{место} = \\text{строка} \\cdot W + \\text{столбец ёлка щука}']],
    ['a very long sum', [`y = ${Array.from({ length: 40 }, (_, i) => `${i} \\cdot w_{${i}}`).join(' + ')}`]],
    ['what cannot be broken', [`\\frac{${'a'.repeat(120)}}{b}`]],
    ['a tall matrix', ['\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\\\ 1 & 1 \\end{pmatrix}']],
  ])('%s is drawn whole, with room on every side, in both themes', async (_what, latex) => {
    for (const theme of ['light', 'dark'] as const) {
      const picture = await run(latex, { theme });
      const found = await ink(picture.bytes);
      expect([found.width, found.height]).toEqual([picture.width, picture.height]);
      expect(picture.width).toBe(1080);
      expect(found.pixels).toBeGreaterThan(800);
      expect(found.left).toBeGreaterThanOrEqual(40);
      expect(found.top).toBeGreaterThanOrEqual(28);
      expect(found.right).toBeLessThan(picture.width - 40);
      expect(found.bottom).toBeLessThan(picture.height - 28);
      // as a photo of Telegram's it may be 20 times as wide as high
      expect(picture.width / picture.height).toBeLessThan(12);
    }
  });

  it('has the height of TeX’s own: one line of digits is 0.666 em high, a fraction more than twice that', async () => {
    const digits = await typesetLine('1234', 40);
    // Computer Modern's digits are half an em wide
    expect(digits.width).toBeCloseTo(2, 2);
    expect(digits.height).toBeCloseTo(0.69, 1);
    expect((await typesetLine('\\frac{12}{34}', 40)).height).toBeGreaterThan(2 * digits.height);
  });

  it('is broken into lines where it is wider than there is room, and made smaller where it cannot be', async () => {
    const sum = Array.from({ length: 12 }, (_, i) => `w_{${i}}`).join(' + ');
    const [wide, narrow] = [await typesetLine(sum, 60), await typesetLine(sum, 10)];
    expect(wide.width).toBeGreaterThan(10);
    expect(narrow.width).toBeLessThanOrEqual(10);
    expect(narrow.height).toBeGreaterThan(2 * wide.height);
    expect((await drawFormula({ latex: [`\\frac{${'a'.repeat(120)}}{b}`], theme: 'light' })).height).toBeLessThan(140);
  });

  it('needs no font of the machine: Cyrillic letters are outlines like all others', async () => {
    const { svg } = await drawFormula({
      latex: ['\\text{АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя}'],
      theme: 'light',
    });
    expect(svg).not.toContain('<text');
    expect(new Set([...svg.matchAll(/data-c="(4[0-9A-F]{2})"/g)].map(([, code]) => code)).size).toBe(66);
  });

  it('is a fault, not a picture, for what is no LaTeX or has no outline', async () => {
    await expect(run(['\\undefined'])).rejects.toThrow(/Undefined control sequence/);
    await expect(run(['\\frac{1}{'])).rejects.toThrow();
    await expect(run(['\\text{日本}'])).rejects.toThrow(/cannot be drawn/);
    // and the next is none the worse for it
    expect((await run([SIZE])).type).toBe('image/png');
  });

  it('stands above a picture of the tutor’s, which stays as it was', async () => {
    const both = await run([SIZE], { above: scene });
    const alone = await drawFormula({ latex: [SIZE], theme: 'light', width: 720 });
    expect([both.width, both.height]).toEqual([720, alone.height + 480]);
    const below = await sharp(both.bytes).extract({ left: 0, top: alone.height, width: 720, height: 480 }).raw().toBuffer();
    expect(below.equals(await sharp(scene).removeAlpha().raw().toBuffer())).toBe(true);
    const jpeg = await sharp(scene).jpeg().toBuffer();
    expect(await run([SIZE], { above: jpeg })).toMatchObject({ type: 'image/jpeg', width: 720, height: both.height });
  });
});

describe('every formula that is shown', () => {
  const faulty: string[] = [];
  async function check(lines: Iterable<string>): Promise<number> {
    const different = new Set(lines);
    for (const line of different) {
      await typesetLine(line, 20).catch((error: unknown) => faulty.push(String(error)));
      if (toMathMl(line) === undefined) faulty.push(`no MathML: ${line}`);
    }
    return different.size;
  }

  it('on a lesson’s card can be typeset, in both languages', async () => {
    const cards = LESSONS.flatMap((lesson) => LANGUAGES.flatMap((language) => lessonText(lesson, language).cards));
    const lines = cards.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'math' ? latexLines(block) : [])));
    expect(await check(lines)).toBeGreaterThan(5);
    expect(faulty).toEqual([]);
  });

  it('in a question’s solution can be typeset, in both languages', async () => {
    const lines: string[] = [];
    for (const skill of allSkills()) {
      for (const index of skill.forms.keys()) {
        for (let level = 0; level < 3; level++) {
          const seed = (index * 7919 + level * 977).toString(16).padStart(4, '0');
          const exercise = exerciseOf(`${skill.prefix}:${(3 * index + level).toString(16)}${seed}`);
          for (const one of exercise?.task.solution ?? [])
            for (const language of LANGUAGES) lines.push(...latexLines({ type: 'math', ...inLanguage(one, language) }));
        }
      }
    }
    expect(await check(lines)).toBeGreaterThan(30);
    expect(faulty).toEqual([]);
  });

  it('in a command’s answer can be typeset, in both languages', async () => {
    const tutor = await startTestTutor();
    const said = [
      '/size 7 3 0 3',
      '/size 6x10 conv3x5s1x2',
      '/size 9 3 0 1 2',
      '/size 4 tconv3s2p1',
      '/size 32 conv5 conv5 pool2',
      '/size 16x10x50x100 conv3x5x2s2x1x1p4x2x0@33',
      '/pool matrix="1 1 2 4; 5 6 7 8; 3 2 1 0; 1 2 3 4" size=3 stride=2 padding=1',
      '/convolve matrix="1 2; 3 4" kernel="1 1"',
      '/convolve matrix="1.5 -2.25 1000; 0.001 3 4; 5 6 7" kernel="0.5 -0.125; 0 1" padding=1',
      '/step matrix="1 1 1; 0 1 1; 0 0 1" kernel="1 0; 0 1" at=1,1',
      '/params 3x32x32 conv5@6 pool2 conv5@16 pool2 flatten linear120 linear84 linear10',
      '/receptive 32 conv5 conv5 pool2',
    ];
    const answers = await tutor.send(...LANGUAGES.flatMap((lang) => said.map((text) => ({ user: lang, lang, text }))));
    await tutor.stop();
    const blocks = answers.flatMap(({ replies }) => replies.flatMap((reply) => reply.blocks));
    expect(await check(blocks.flatMap((block) => (block.type === 'math' ? latexLines(block) : [])))).toBeGreaterThan(30);
    expect(faulty).toEqual([]);
  });
});
