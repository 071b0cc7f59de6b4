import { CanvasRenderingContext2D } from 'canvas';
import { expect } from 'vitest';
import type { Figure } from '../../src/render/figure.ts';

export interface DrawnText {
  text: string;
  /** Type size, pixels. */
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Draws, and tells where each text's ink lies. */
export function drawnTexts(draw: () => Figure): { figure: Figure; texts: DrawnText[] } {
  const texts: DrawnText[] = [];
  const { prototype } = CanvasRenderingContext2D;
  const { fillText } = prototype;
  prototype.fillText = function record(this: CanvasRenderingContext2D, text: string, x: number, y: number) {
    const ink = this.measureText(text);
    texts.push({
      text,
      size: Number(/(\d+(?:\.\d+)?)px/.exec(this.font)![1]),
      left: x - ink.actualBoundingBoxLeft,
      right: x + ink.actualBoundingBoxRight,
      top: y - ink.actualBoundingBoxAscent,
      bottom: y + ink.actualBoundingBoxDescent,
    });
    fillText.call(this, text, x, y);
  };
  try {
    return { figure: draw(), texts };
  } finally {
    prototype.fillText = fillText;
  }
}

/** No text is cut by the figure's edge, none lies over another, none is smaller than `least` pixels. */
export function expectReadable({ figure, texts }: ReturnType<typeof drawnTexts>, least: number): void {
  expect(texts.filter(({ size }) => size < least)).toEqual([]);
  const cut = ({ left, right, top, bottom }: DrawnText) => Math.min(left, top, figure.width - right, figure.height - bottom) < 0;
  expect(texts.filter(cut)).toEqual([]);
  const over = (one: DrawnText, other: DrawnText) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const overlapping = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => over(one, other))
      .map((other) => `${one.text} | ${other.text}`),
  );
  expect(overlapping).toEqual([]);
}
