import { describe, expect, it } from 'vitest';
import { csvOf } from '../../commands/csv.ts';

const written = (...args: Parameters<typeof csvOf>) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(...args));

describe('a table as CSV', () => {
  it('opens in Excel of the language: mark, separator, decimal sign, line ends', () => {
    expect(written(['a', 'b'], [['x', 0.5]], 'en')).toBe('\ufeffa,b\r\nx,0.5\r\n');
    expect(written(['а', 'б'], [['ж', 0.5]], 'ru')).toBe('\ufeffа;б\r\nж;0,5\r\n');
  });

  it('keeps separators, quotes and line breaks inside their cells', () => {
    expect(written(['h'], [['a,b'], ['say "no"'], ['two\nlines'], ['а;б'], [' edge ']], 'en')).toBe(
      '\ufeffh\r\n"a,b"\r\n"say ""no"""\r\n"two\nlines"\r\n"а;б"\r\n" edge "\r\n',
    );
  });

  it.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '-1+1', '=HYPERLINK("http://x","y")'])(
    'never lets %j be computed',
    (evil) => {
      const cell = written(['h'], [[evil]], 'en').split('h\r\n')[1]!;
      expect(cell.startsWith(`"'`)).toBe(true);
    },
  );

  it('leaves numbers below zero what they are', () => {
    expect(written(['h'], [['-3'], ['+5'], ['-0,5'], [-2.5]], 'ru')).toBe('\ufeffh\r\n-3\r\n+5\r\n"-0,5"\r\n-2,5\r\n');
  });
});
