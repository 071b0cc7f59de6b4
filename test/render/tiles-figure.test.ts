import { describe, expect, it } from 'vitest';
import { drawTilesFigure, type TileGroup } from '../../src/render/tiles-figure.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

const plane = (...data: number[]) => ({ width: data.length, height: 1, data: Float32Array.from(data) });
const style = { language: 'en', theme: 'light' } as const;

/** The colors in the middle of the tile's pixels, of a figure with this group alone. */
function colorsOf(group: TileGroup, pixels: number): number[][] {
  const { width, data } = drawTilesFigure({ title: 'T', groups: [group], ...style });
  const scale = Math.floor(210 / pixels);
  const left = Math.round(40 + (210 - pixels * scale) / 2);
  return Array.from({ length: pixels }, (_, pixel) => {
    const at = ((116 + (scale >> 1)) * width + left + pixel * scale + (scale >> 1)) * 3;
    return [...data.subarray(at, at + 3)];
  });
}

describe('a figure of tiles', () => {
  it('shows signs in two colors around white', () => {
    const group = { tiles: [{ plane: plane(-2, 0, 1, 2) }], columns: 4, signed: true };
    expect(colorsOf(group, 4)).toEqual([
      [213, 94, 0],
      [255, 255, 255],
      [128, 185, 217],
      [0, 114, 178],
    ]);
  });

  it('shows numbers from black at zero to white at the largest, of the group or of the tile', () => {
    const tiles = [{ plane: plane(0, 1, 2) }, { plane: plane(4, 0, 0) }];
    expect(colorsOf({ tiles, columns: 4, signed: false }, 3).map(([shade]) => shade)).toEqual([0, 64, 128]);
    expect(colorsOf({ tiles, columns: 4, signed: false, ownScale: true }, 3).map(([shade]) => shade)).toEqual([0, 128, 255]);
  });

  it('shows what is white where groups share a scale', () => {
    expect(colorsOf({ tiles: [{ plane: plane(0, 1, 2) }], columns: 4, signed: false, scale: 4 }, 3).map(([shade]) => shade)).toEqual([
      0, 64, 128,
    ]);
  });

  it('makes large tiles of few columns, with a label and a value below each other', () => {
    const tiles = [{ plane: plane(0, 1), label: 'all of them', value: 'S = 42' }];
    const height = (group: Partial<TileGroup>) =>
      drawTilesFigure({ title: 'T', groups: [{ tiles, columns: 4, signed: false, ...group }], ...style }).height;
    expect(height({ columns: 4, large: true }) - height({ columns: 4 })).toBeGreaterThan(20);
    expect(height({}) - height({ tiles: [{ plane: plane(0, 1), label: 'all of them' }] })).toBe(40);
    const texts = drawnTexts(() => drawTilesFigure({ title: 'T', groups: [{ tiles, columns: 3, signed: false, large: true }], ...style }));
    expectReadable(texts, 22);
  });

  it.each(['light', 'dark'] as const)('can be read on a phone, with long words: %s', (theme) => {
    const tiles = Array.from({ length: 8 }, () => ({ plane: plane(0, 1), label: '1234567', mark: 'bad' as const }));
    const long = 'Очень длинная подпись, которая не помещается в одну строку и потому переносится на следующую';
    expectReadable(
      drawnTexts(() =>
        drawTilesFigure({
          title: 'Самые сильные фрагменты, 10×10 пикселей',
          groups: [{ caption: long, tiles, columns: 8, signed: false }],
          notes: [long, long],
          language: 'ru',
          theme,
        }),
      ),
      22,
    );
  });
});
