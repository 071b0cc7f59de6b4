import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/chat/reply.ts';
import { cut, divide, joinPieces, tableText, toPieces, toPlain } from '../../../src/platforms/telegram/html.ts';
import { htmlProblems, parsed } from './limits.ts';

const html = (block: Block, limit = 4096) => toPieces([block], limit).map((piece) => piece.html);

describe('blocks as HTML', () => {
  it('escapes what HTML would read, in every kind of block', () => {
    expect(html({ type: 'heading', text: 'a < b & c' })).toEqual(['<b>a &lt; b &amp; c</b>']);
    expect(html({ type: 'paragraph', text: 'x > 1, `k<3` and **bold & more**' })).toEqual([
      'x &gt; 1, <code>k&lt;3</code> and <b>bold &amp; more</b>',
    ]);
    expect(html({ type: 'code', text: 'if (a<b) {}' })).toEqual(['<pre>if (a&lt;b) {}</pre>']);
    expect(html({ type: 'code', text: 'x & y', language: 'python' })).toEqual([
      '<pre><code class="language-python">x &amp; y</code></pre>',
    ]);
    expect(html({ type: 'math', latex: "N'", plain: 'N′ < 3' })).toEqual(['<code>N′ &lt; 3</code>']);
    expect(html({ type: 'spoiler', text: '<b>' })).toEqual(['<tg-spoiler>&lt;b&gt;</tg-spoiler>']);
  });

  it('writes lists with bullets or numbers', () => {
    expect(html({ type: 'list', items: ['one', '`two`'] })).toEqual(['• one\n• <code>two</code>']);
    expect(html({ type: 'list', items: ['one', 'two'], ordered: true })).toEqual(['1. one\n2. two']);
  });

  it('aligns narrow tables: numbers to the right, words to the left', () => {
    expect(
      tableText(
        ['layer', 'size'],
        [
          ['conv', '28'],
          ['pool', '7'],
        ],
      ),
    ).toBe('layer  size\nconv     28\npool      7');
    expect(html({ type: 'table', header: ['a', 'b'], rows: [['1', '22']] })).toEqual(['<pre>a   b\n1  22</pre>']);
  });

  it('writes tables that a phone would break row by row', () => {
    const [text] = html({
      type: 'table',
      header: ['layer', 'what it does'],
      rows: [
        ['conv', 'slides a kernel over the whole input'],
        ['pool', 'keeps the **largest** of each window'],
      ],
    });
    expect(text).toBe(
      '<b>conv</b>\nwhat it does: slides a kernel over the whole input\n\n<b>pool</b>\nwhat it does: keeps the <b>largest</b> of each window',
    );
  });

  it('says nothing for blocks without text', () => {
    expect(
      toPieces(
        [
          { type: 'paragraph', text: ' ' },
          { type: 'list', items: [] },
          { type: 'table', header: [], rows: [] },
        ],
        4096,
      ),
    ).toEqual([]);
  });
});

describe('long blocks', () => {
  it('are divided between lines, keep their look on both sides and lose no word', () => {
    const text = Array.from({ length: 300 }, (_, index) => `line ${index} & <more>`).join('\n');
    const parts = html({ type: 'code', text, language: 'python' }, 1000);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      expect(part).toMatch(/^<pre><code class="language-python">line /);
      expect(part).toMatch(/&lt;more&gt;<\/code><\/pre>$/);
      expect(htmlProblems(part)).toEqual([]);
      expect(parsed(part).length).toBeLessThanOrEqual(1000);
    }
    expect(parts.map(parsed).join('\n')).toBe(text);
  });

  it('are never divided inside a mark or a letter', () => {
    const text = `${'word '.repeat(30)}**${'bold '.repeat(60)}** \`${'x'.repeat(90)}\` ${'😀'.repeat(120)}`;
    const pieces = toPieces([{ type: 'paragraph', text }], 100);
    for (const piece of pieces) {
      expect(htmlProblems(piece.html)).toEqual([]);
      expect(piece.html).not.toMatch(/\*\*|`/);
      expect(parsed(piece.html)).toHaveLength(piece.length);
      expect(piece.length).toBeLessThanOrEqual(100);
      expect(Buffer.from(piece.html).toString()).not.toContain('\uFFFD');
    }
    expect(pieces.filter((piece) => piece.html.includes('<b>bold')).length).toBeGreaterThan(2);
  });

  it('are cut at spaces where there are no lines, and anywhere where there is neither', () => {
    expect(divide('aaaa bbbb cccc', 10)).toEqual([
      { from: 0, to: 9 },
      { from: 10, to: 14 },
    ]);
    expect(divide('a'.repeat(25), 10).map(({ from, to }) => to - from)).toEqual([10, 10, 5]);
    expect(divide('', 10)).toEqual([{ from: 0, to: 0 }]);
  });
});

it('joins pieces until a message is full', () => {
  const piece = (length: number) => ({ html: 'x'.repeat(length), length });
  expect(joinPieces([piece(3), piece(3), piece(5)], 8).map(({ length }) => length)).toEqual([8, 5]);
});

it('cuts with an ellipsis, never through a letter', () => {
  expect(cut('short', 5)).toBe('short');
  expect(cut('longer text', 8)).toBe('longer…');
  expect(cut('a😀😀', 3)).toBe('a…');
});

it('takes its own tags out again', () => {
  expect(toPlain('<b>a &lt; b</b> &amp;lt; <a href="tg://user?id=1">Ann</a>')).toBe('a < b &lt; Ann');
});
