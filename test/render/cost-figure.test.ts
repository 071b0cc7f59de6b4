import { describe, it } from 'vitest';
import { drawCostFigure } from '../../src/render/cost-figure.ts';
import { drawnTexts, expectReadable } from '../helpers/drawn-text.ts';

describe('the figure of costs', () => {
  it.each(['en', 'ru'] as const)('is readable on a phone, with long numbers and long designs: %s', (language) => {
    const long = 'conv3p1@64 → conv3p1@64 → pool2 → conv3p1@128 → conv3p1@128 → pool2 → flatten → linear4096';
    const bars = [
      { label: long, detail: '4096', parameters: 138_357_544, multiplications: 15_470_264_320 },
      { label: 'conv1@1', detail: '1×1×1', parameters: 2, multiplications: 0 },
    ];
    expectReadable(
      drawnTexts(() => drawCostFigure({ of: 'designs', bars, language, theme: 'light' })),
      24,
    );
    expectReadable(
      drawnTexts(() =>
        drawCostFigure({ of: 'layers', bars: bars.map(({ label, parameters }) => ({ label, parameters })), language, theme: 'dark' }),
      ),
      24,
    );
  });
});
