import sharp from 'sharp';
import type { Attachment } from '../chat/chat.ts';

interface Odd {
  width: number;
  height: number;
  background: { r: number; g: number; b: number; alpha: number };
  /** With a dark disk in its middle, so that there are edges. */
  disk?: true;
}

/** Pictures that programs fail on: they are attached where a line says `@pixel`, `@strip` and so on. */
const ODD_PICTURES: Record<string, Odd> = {
  pixel: { width: 1, height: 1, background: { r: 200, g: 60, b: 20, alpha: 1 } },
  gray: { width: 320, height: 240, background: { r: 128, g: 128, b: 128, alpha: 1 } },
  strip: { width: 900, height: 40, background: { r: 0, g: 114, b: 178, alpha: 1 }, disk: true },
  column: { width: 40, height: 900, background: { r: 230, g: 159, b: 0, alpha: 1 }, disk: true },
  clear: { width: 300, height: 300, background: { r: 0, g: 0, b: 0, alpha: 0 }, disk: true },
};

/** A line's words without the pictures named in it, and those pictures as a chat attaches them. */
export async function attached(line: string): Promise<{ words: string; attachments: Attachment[] }> {
  const named = [...line.matchAll(/@([a-z]+)/g)].flatMap(([word, name]) => {
    const odd = ODD_PICTURES[name!];
    return odd === undefined ? [] : [{ word, name: name!, odd }];
  });
  const attachments = named.map(({ name, odd }): Attachment => ({ name: `${name}.png`, fetch: () => drawn(odd) }));
  return { words: named.reduce((words, { word }) => words.replace(word, ''), line), attachments };
}

async function drawn({ width, height, background, disk }: Odd): Promise<Uint8Array> {
  const radius = Math.min(width, height) * 0.4;
  const circle = `<svg width="${width}" height="${height}"><circle cx="${width / 2}" cy="${height / 2}" r="${radius}" fill="#16202c"/></svg>`;
  return sharp({ create: { width, height, channels: 4, background } })
    .composite(disk ? [{ input: Buffer.from(circle) }] : [])
    .png()
    .toBuffer();
}
