import type { Context } from '../src/chat/context.ts';
import { type Block, list, paragraph } from '../src/chat/reply.ts';
import type { Translate } from '../src/chat/texts.ts';
import type { NetworkAnswer } from '../src/engine/jobs/network-answer.ts';
import { percentText } from '../src/engine/number-words.ts';

/** Below this probability the second class is named too. */
export const UNSURE = 0.895;

/** A probability as the picture beside the text writes it. */
export function percentWord({ t, language }: Context, probability: number): string {
  const written = percentText(probability, language);
  // a sign is for pictures, where there is little room
  if (written.startsWith('> ')) return t('network-percent-over', { percent: written.slice(2) });
  if (written.startsWith('< ')) return t('network-percent-under', { percent: written.slice(2) });
  return written;
}

/** What a network says of a picture, in one sentence. */
export function answerSentence(ctx: Context, { network, top, none }: NetworkAnswer): string {
  const { t } = ctx;
  const [best, second] = top;
  if (best === undefined) return t(`classify-none-${none ?? 'unsure'}`);
  const says = { network, name: best.name, percent: percentWord(ctx, best.probability) };
  if (best.probability >= UNSURE || second === undefined) return t('network-says', says);
  return t('network-says-second', { ...says, second: second.name, other: percentWord(ctx, second.probability) });
}

/** How a picture came to the network, and what it cannot know. */
export function answerNotes(t: Translate, answer: NetworkAnswer, { digits, cut }: { digits: boolean; cut: boolean }): Block[] {
  if (answer.top.length === 0) return [list([t('classify-tip-one'), t('classify-tip-contrast'), t('classify-tip-close')])];
  const [low, high] = answer.range;
  const given = {
    shape: answer.shape.join('×'),
    low: String(low).replace('-', '−'),
    high: String(high).replace('-', '−'),
    how: digits ? 'digit' : cut ? 'cut' : 'whole',
  };
  return [
    paragraph(t('network-given', given)),
    ...(answer.shuffled ? [paragraph(t('network-shuffled'))] : []),
    ...(digits ? [] : [paragraph(t('network-classes', { count: answer.classes }))]),
  ];
}

/** The likeliest classes as plain data. */
export const topFacts = ({ top }: NetworkAnswer) => top.map(({ id, probability }) => ({ class: id, probability }));

/** The likeliest classes in words, for those who cannot see the bars. */
export const topWords = (ctx: Context, { top }: NetworkAnswer) =>
  top.map(({ name, probability }) => `${name} (${percentWord(ctx, probability)})`).join(', ');
