import type { Logger } from './context.ts';
import type { Block, Media, Reply } from './reply.ts';

/** A picture of typeset formulas, in LaTeX, one each; `above` is a picture (PNG or JPEG) that they are set above, in the same picture. */
export type Typeset = (latex: readonly string[], above?: Uint8Array) => Promise<Omit<Media, 'name' | 'alt'>>;

type MathBlock = Extract<Block, { type: 'math' }>;

/** Narrower pictures would make the formulas above them too small to read, pixels. */
const MIN_WIDTH = 600;

/** Each line of a formula's LaTeX. */
export const latexLines = ({ latex }: MathBlock): string[] => latex.split('\n').filter((line) => line.trim() !== '');

/** The reply's formulas, where it asks that they are typeset. */
export function formulasOf({ typeset, blocks }: Reply): MathBlock[] {
  return typeset === true ? blocks.filter((block) => block.type === 'math') : [];
}

/**
 * The reply with its formulas as a picture too, for platforms that show them as plain text. They are set above the reply's own picture
 * where there is one, since two pictures in a message are cut to fit beside each other. What cannot be typeset stays plain, and is logged.
 */
export async function withTypeset(reply: Reply, typeset: Typeset | undefined, log: Logger): Promise<Reply> {
  const formulas = formulasOf(reply);
  if (typeset === undefined || formulas.length === 0) return reply;
  const media = reply.media ?? [];
  const below = media.find((item) => /^image\/(png|jpeg)$/.test(item.type) && item.width >= MIN_WIDTH && item.exact !== true);
  const plain = formulas.map((formula) => formula.plain).join('\n');
  try {
    const picture = await typeset(formulas.flatMap(latexLines), below?.bytes);
    if (below === undefined) return { ...reply, media: [{ ...picture, name: 'formula.png', alt: plain }, ...media] };
    const both = { ...below, ...picture, alt: `${plain}\n${below.alt}` };
    return { ...reply, media: media.map((item) => (item === below ? both : item)) };
  } catch (error) {
    log.error({ err: error }, 'a formula could not be typeset; it is shown as text');
    return reply;
  }
}
