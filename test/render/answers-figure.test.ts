import { CanvasRenderingContext2D, type ImageData } from 'canvas';
import { describe, expect, it } from 'vitest';
import { type AnswerColumn, drawAnswerFigure, drawComparisonFigure } from '../../src/render/answers-figure.ts';
import { percentText, shareText } from '../../src/render/numbers.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const gray = (width: number, height: number) => ({ width, height, channels: 1 as const, data: new Uint8Array(width * height).fill(90) });
const top = [
  { name: 'black and gold garden spider', probability: 0.62 },
  { name: 'American Staffordshire terrier', probability: 0.2 },
  { name: 'soft-coated wheaten terrier', probability: 0.1 },
  { name: 'легковой автомобиль', probability: 0.07 },
  { name: 'European fire salamander', probability: 0.0001 },
];
const column: AnswerColumn = { network: 'conv-cifar-shuffled', seen: gray(224, 224), shuffled: true, top };
const style = { theme: 'light' } as const;

describe('what networks say, drawn', () => {
  it.each(['en', 'ru'] as const)('can be read on a phone with the longest names: %s', (language) => {
    const photo = { picture: gray(480, 320), box: { x: 80, y: 0, width: 320, height: 320 } };
    expectReadable(
      drawnTexts(() => drawAnswerFigure({ photo, answer: column, language, ...style })),
      22,
    );
    expectReadable(
      drawnTexts(() =>
        drawComparisonFigure({ answers: [column, { ...column, network: 'mobilenet', shuffled: false }], language, ...style }),
      ),
      22,
    );
  });

  it('says so where a network was not asked', () => {
    const none: AnswerColumn = { ...column, top: [], none: 'several', shuffled: false };
    const { texts } = drawnTexts(() => drawComparisonFigure({ answers: [none, column], language: 'en', ...style }));
    expect(texts.map(({ text }) => text)).toContain('More than one figure');
    expectReadable(
      drawnTexts(() => drawAnswerFigure({ photo: { picture: gray(40, 900) }, answer: none, language: 'ru', ...style })),
      22,
    );
  });

  it('compares pictures of one size that begin at one height, whatever the networks’ inputs', () => {
    const drawn: { x: number; y: number; width: number; height: number }[] = [];
    const { prototype } = CanvasRenderingContext2D;
    const putImageData: (pixels: ImageData, x: number, y: number) => void = prototype.putImageData;
    prototype.putImageData = function record(this: CanvasRenderingContext2D, pixels: ImageData, x: number, y: number) {
      drawn.push({ x, y, width: pixels.width, height: pixels.height });
      putImageData.call(this, pixels, x, y);
    } as typeof prototype.putImageData;
    try {
      for (const side of [28, 224, 299])
        drawComparisonFigure({
          answers: [
            { ...column, seen: gray(32, 32) },
            { ...column, seen: gray(side, side) },
          ],
          language: 'en',
          ...style,
        });
      drawComparisonFigure({
        answers: [
          { ...column, seen: gray(32, 32) },
          { ...column, seen: gray(64, 48) },
        ],
        language: 'en',
        ...style,
      });
    } finally {
      prototype.putImageData = putImageData as typeof prototype.putImageData;
    }
    const left = { x: 40, y: 116, width: 448, height: 448 };
    const right = { ...left, x: 592 };
    expect(drawn).toEqual([left, right, left, right, left, right, left, { ...right, height: 336 }]);
  });

  it('never says a hundred percent', () => {
    expect([1, 0.9995, 0.997, 0.5, 0.0512, 0.0004].map((value) => percentText(value, 'en'))).toEqual([
      '> 99.9 %',
      '> 99.9 %',
      '99.7 %',
      '50 %',
      '5.1 %',
      '< 0.1 %',
    ]);
    expect(percentText(0.0512, 'ru')).toBe('5,1 %');
    expect(percentText(1, 'ru')).toBe('> 99,9 %');
  });

  it('says all or none of what was counted only where that is so', () => {
    expect([0, 1 / 3000, 0.001, 0.5, 0.9534, 0.996, 0.999, 0.9996, 1].map((share) => shareText(share, 'ru'))).toEqual([
      '0 %',
      '< 0,1 %',
      '0,1 %',
      '50 %',
      '95,3 %',
      '99,6 %',
      '99,9 %',
      '> 99,9 %',
      '100 %',
    ]);
  });
});
