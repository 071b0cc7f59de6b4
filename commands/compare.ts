import type { Context } from '../src/chat/context.ts';
import { choice, type ImageValue, image } from '../src/chat/options.ts';
import { type Button, heading, paragraph, type Reply } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { refusal } from '../src/chat/router.ts';
import type { Translate } from '../src/chat/texts.ts';
import { defineCommand, type Parts } from './command.ts';
import { COMPARISONS, comparisonNamed, comparisonReply } from './compare-table.ts';
import { answerSentence, topFacts, topWords } from './network-answer.ts';
import {
  chosenNetwork,
  DIGIT_NETWORKS,
  type ListedNetwork,
  listNetworks,
  MOST_OTHERS,
  networkOption,
  othersLike,
  PHOTO_NETWORKS,
  readyNames,
} from './network-choice.ts';
import { pictureNotes } from './picture-notes.ts';
import { SAMPLE_PHOTO } from './samples.ts';

export const compare = defineCommand({
  name: 'compare',
  topic: 'networks',
  options: {
    image: image(),
    a: networkOption(),
    b: networkOption(),
    table: choice(Object.keys(COMPARISONS) as (keyof typeof COMPARISONS)[], { aliases: { s2: 'neighbors', s39: 'mnist' } }),
    fit: choice(['crop', 'whole'], { default: 'crop' }),
  },
  acknowledge: 'public',
  examples: ['a=objects b=mobilenet', 'a=digits b=lenet', 'table=neighbors', 'table=mnist'],
  async run(ctx, { image: picture, a, b, table, fit }, parts): Promise<Reply> {
    const known = await listNetworks(parts);
    // `/compare s2`: what stands first may be a table
    const named = table ?? (a === undefined ? undefined : comparisonNamed(a));
    if (named !== undefined) return comparisonReply(ctx, named, known, parts);
    const pair = pairOf(a, b, known);
    if (picture === undefined) return askForPicture(ctx.t, pair);
    return sideBySide(ctx, { picture, pair, fit }, known, parts);
  },
});

/** Both networks; who is not named is one for the same kind of picture. @throws LearnerError as chosenNetwork does */
function pairOf(a: string | undefined, b: string | undefined, known: readonly ListedNetwork[]): [string, string] {
  const [named, other] = a === undefined ? [b, undefined] : [a, b];
  const ready = readyNames(known);
  // before any network for photos is trained, there is the one that reads digits
  const first =
    named === undefined
      ? ([...PHOTO_NETWORKS, ...DIGIT_NETWORKS].find((id) => ready.includes(id)) ?? 'digits')
      : chosenNetwork(named, known);
  const second =
    other === undefined ? (othersLike(first, known)[0] ?? ready.find((id) => id !== first) ?? first) : chosenNetwork(other, known);
  return [first, second];
}

function askForPicture(t: Translate, [one, other]: [string, string]): Reply {
  const sample = tryRoute(`compare image=#${SAMPLE_PHOTO} ${one} ${other}`);
  return {
    ...refusal(t, 'compare-no-picture'),
    buttons: [
      ...(sample === undefined ? [] : [[{ label: t('convolve-button-sample'), route: sample }]]),
      Object.keys(COMPARISONS).map((table) => ({ label: t(`compare-button-${table}`), route: `compare table=${table}` })),
    ],
  };
}

interface Asking {
  picture: ImageValue;
  pair: [string, string];
  fit: 'crop' | 'whole';
}

async function sideBySide(
  ctx: Context,
  { picture, pair, fit }: Asking,
  known: readonly ListedNetwork[],
  { engine }: Parts,
): Promise<Reply> {
  const { t } = ctx;
  const { figure, answers, agree, frames } = await engine.run(
    'ask-two-networks',
    { bytes: picture.bytes, networks: pair, fit, language: ctx.language, theme: 'light' },
    { signal: ctx.signal },
  );
  const [one, other] = answers;
  // who names one network twice, or has only one, is told which others there are
  const others = pair[0] === pair[1] ? othersBeside(pair[0], known) : [];
  const asked = pair[0] === pair[1] ? [one] : answers;
  const verdict = others.length > 0 ? t('compare-same', { network: pair[0], names: others.join(', ') }) : verdictOf(t, answers, agree);
  return {
    blocks: [
      heading(t('compare-title', { one: pair[0], other: pair[1] })),
      ...asked.map((answer) => paragraph(answer.top.length === 0 ? noAnswer(ctx, answer) : answerSentence(ctx, answer))),
      ...(verdict === undefined ? [] : [paragraph(verdict)]),
      ...asked
        .filter((answer) => ctx.language !== 'en' && isUntranslated(answer))
        .map(({ network }) => paragraph(t('compare-untranslated', { network }))),
      ...(answers.some(({ shuffled }) => shuffled) ? [paragraph(t('network-shuffled'))] : []),
      ...pictureNotes(t, { original: { width: 0, height: 0 }, frames, shrunk: false }),
    ],
    media: [
      {
        ...figure,
        name: 'compare.png',
        alt: t('compare-alt', { one: pair[0], other: pair[1], first: wordsOf(ctx, one), second: wordsOf(ctx, other) }),
      },
    ],
    buttons: buttonsFor(t, picture.id, pair, others),
    facts: {
      networks: pair,
      answers: answers.map((answer) => ({
        network: answer.network,
        top: topFacts(answer),
        shape: answer.shape,
        ...(answer.none === undefined ? {} : { reason: answer.none }),
      })),
      agree,
    },
  };
}

/** Whether two networks agree; nothing where one of them gave no answer. */
function verdictOf(t: Translate, [one, other]: readonly [Answer, Answer], agree: boolean | null): string | undefined {
  if (agree !== null) return t(agree ? 'compare-agree' : 'compare-disagree');
  if (one.top.length === 0 || other.top.length === 0) return undefined;
  return t('compare-classes', { one: one.classes, other: other.classes });
}

type Answer = Parameters<typeof topWords>[1];

const noAnswer = (ctx: Context, answer: Answer) => ctx.t('compare-none', { network: answer.network, reason: answerSentence(ctx, answer) });

/** A whole sentence: reasons for no answer are sentences of their own. */
const wordsOf = (ctx: Context, answer: Answer) =>
  answer.top.length === 0
    ? noAnswer(ctx, answer)
    : ctx.t('compare-alt-classes', { network: answer.network, classes: topWords(ctx, answer) });

/** Whether the likeliest classes are shown in the English words of the network's card; a language's own words differ from them. */
const isUntranslated = ({ top }: Answer) => top.some(({ id, name }) => name === id && /[a-z]{2}/i.test(name));

/** What can be put beside a network: those for the same kind of picture, or else any. */
function othersBeside(id: string, known: readonly ListedNetwork[]): string[] {
  const alike = othersLike(id, known);
  return alike.length > 0 ? alike : readyNames(known).filter((other) => other !== id);
}

/** Others beside the first, where they are offered; each of the two alone. */
function buttonsFor(t: Translate, id: string, pair: [string, string], others: readonly string[]): Button[][] {
  const beside = others.slice(0, MOST_OTHERS).flatMap((other) => {
    const route = tryRoute(`compare image=#${id} ${pair[0]} ${other}`);
    return route === undefined ? [] : [{ label: t('network-button-compare', { network: other }), route }];
  });
  return [
    ...(beside.length > 0 ? [beside] : []),
    [...new Set(pair)].map((network) => ({
      label: t('network-button-ask', { network }),
      route: `classify image=#${id} network=${network}`,
    })),
    Object.keys(COMPARISONS).map((table) => ({ label: t(`compare-button-${table}`), route: `compare table=${table}` })),
  ];
}
