import { drawText, measure, type Sheet } from '../sheet.ts';
import { fonts } from '../theme.ts';
import { fitMatrix } from './matrix-panel.ts';
import type { Fitted, KernelSumPanel, Room, Words } from './panel.ts';
import { checkTable } from './table.ts';

const SIGN = 56;
const BESIDE = 24;
/** Sums up to this length leave the same room for the numbers. */
const WIDE_RESULT = '= −99';

/** Beside each other where all numbers are readable so, else the kernel below the input. @throws RangeError for bad matrices or places */
export function fitKernelSum({ input, kernel, row, column, summed = false }: KernelSumPanel, room: Room, words: Words): Fitted {
  checkTable(input, 'an input');
  checkTable(kernel, 'a kernel');
  const [rows, columns] = [kernel.length, kernel[0]!.length];
  const sum = () =>
    kernel.flatMap((line, y) => line.map((weight, x) => weight * (input[row + y]?.[column + x] ?? 0))).reduce((all, one) => all + one, 0);
  const result = `= ${summed ? words.number(sum()) : '?'}`;
  const signWidth = measure('⊙', fonts.bold(SIGN)) + 2 * BESIDE;
  const resultWidth = Math.max(measure(result, fonts.bold(SIGN)), summed ? measure(WIDE_RESULT, fonts.bold(SIGN)) : 0) + BESIDE;
  const parts = (width: number, height: number) => {
    const share = width / (input[0]!.length + columns);
    const first = fitMatrix(
      { kind: 'matrix', values: input, window: { row, column, rows, columns } },
      { width: Math.max(share * input[0]!.length), height },
      words,
    );
    const second = fitMatrix({ kind: 'matrix', values: kernel, heat: true }, { width: share * columns, height }, words);
    return { first, second, readable: first.readable && second.readable };
  };
  const beside = parts(room.width - signWidth - resultWidth, room.height);
  if (beside.readable) {
    const { first, second } = beside;
    const height = Math.max(first.height, second.height, SIGN);
    return {
      width: first.width + signWidth + second.width + resultWidth,
      height,
      readable: true,
      draw(sheet, x, y) {
        first.draw(sheet, x, y + (height - first.height) / 2);
        sign(sheet, '⊙', x + first.width + BESIDE, y + height / 2);
        second.draw(sheet, x + first.width + signWidth, y + (height - second.height) / 2);
        sign(sheet, result, x + first.width + signWidth + second.width + BESIDE, y + height / 2);
      },
    };
  }
  const first = fitMatrix({ kind: 'matrix', values: input, window: { row, column, rows, columns } }, room, words);
  const second = fitMatrix(
    { kind: 'matrix', values: kernel, heat: true },
    { width: room.width - signWidth - resultWidth, height: room.height },
    words,
  );
  return {
    width: Math.max(first.width, signWidth + second.width + resultWidth),
    height: first.height + BESIDE + second.height,
    readable: first.readable && second.readable,
    draw(sheet, x, y) {
      first.draw(sheet, x, y);
      const top = y + first.height + BESIDE;
      sign(sheet, '⊙', x + BESIDE, top + second.height / 2);
      second.draw(sheet, x + signWidth, top);
      sign(sheet, result, x + signWidth + second.width + BESIDE, top + second.height / 2);
    },
  };
}

const sign = (sheet: Sheet, text: string, x: number, y: number) =>
  drawText(sheet, text, x, y, { font: fonts.bold(SIGN), color: sheet.colors.ink });
