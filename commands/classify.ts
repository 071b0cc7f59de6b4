import type { Context } from '../src/chat/context.ts';
import { choice, type ImageValue, image } from '../src/chat/options.ts';
import { type Block, type Button, list, paragraph, type Reply } from '../src/chat/reply.ts';
import { tryRoute } from '../src/chat/route.ts';
import { refusal } from '../src/chat/router.ts';
import type { Translate } from '../src/chat/texts.ts';
import { defineCommand, type Parts } from './command.ts';
import { answerNotes, answerSentence, percentWord, topFacts, topWords, UNSURE } from './network-answer.ts';
import {
  chosenNetwork,
  type ListedNetwork,
  listNetworks,
  MOST_OTHERS,
  networkOption,
  othersLike,
  PHOTO_NETWORKS,
  readyNames,
} from './network-choice.ts';
import { pictureNotes } from './picture-notes.ts';
import { SAMPLE_DIGIT, SAMPLE_PHOTO } from './samples.ts';

/** Asked where none is named; its reply tells the steps from the photo to the digit. */
const DEFAULT_NETWORK = 'digits';

export const classify = defineCommand({
  name: 'classify',
  topic: 'networks',
  options: { image: image(), network: networkOption(), fit: choice(['crop', 'whole'], { default: 'crop' }) },
  acknowledge: 'public',
  contextMenu: true,
  examples: ['', 'network=objects', 'network=mobilenet fit=whole'],
  async run(ctx, { image: picture, network: typed, fit }, parts): Promise<Reply> {
    if (typed === undefined) return picture === undefined ? askForPicture(ctx.t, DEFAULT_NETWORK) : readDigit(ctx, picture, parts);
    const known = await listNetworks(parts);
    const network = chosenNetwork(typed, known);
    if (picture === undefined) return askForPicture(ctx.t, network);
    return network === DEFAULT_NETWORK ? readDigit(ctx, picture, parts) : askNetwork(ctx, picture, { network, fit }, known, parts);
  },
});

function askForPicture(t: Translate, network: string): Reply {
  const digits = network === DEFAULT_NETWORK;
  const route = digits ? `classify image=#${SAMPLE_DIGIT}` : `classify image=#${SAMPLE_PHOTO} network=${network}`;
  return {
    ...refusal(t, digits ? 'classify-no-picture' : 'picture-missing'),
    buttons: [[{ label: t(digits ? 'classify-button-sample' : 'convolve-button-sample'), route }]],
  };
}

async function readDigit(ctx: Context, picture: ImageValue, parts: Parts): Promise<Reply> {
  const { t } = ctx;
  const [read, known] = await Promise.all([
    parts.engine.run('classify', { bytes: picture.bytes, language: ctx.language, theme: 'light' }, { signal: ctx.signal }),
    listNetworks(parts),
  ]);
  const percent = percentWord(ctx, read.confidence);
  const second = secondBest(read.probabilities);
  const plain = read.unprepared.indexOf(Math.max(...read.unprepared));
  const blocks: Block[] =
    read.digit === null
      ? [paragraph(t(`classify-none-${read.reason}`)), list([t('classify-tip-one'), t('classify-tip-contrast'), t('classify-tip-close')])]
      : [
          paragraph(t('classify-read', { digit: read.digit, percent })),
          ...(read.confidence < UNSURE
            ? [paragraph(t('classify-second', { digit: second.digit, percent: percentWord(ctx, second.probability) }))]
            : []),
          paragraph(
            plain === read.digit
              ? t('classify-unprepared-same')
              : t('classify-unprepared-other', { digit: plain, percent: percentWord(ctx, Math.max(...read.unprepared)) }),
          ),
        ];
  return {
    blocks,
    media: [
      {
        ...read.figure,
        name: 'digit.png',
        alt: read.digit === null ? t('classify-alt-none') : t('classify-alt', { digit: read.digit, percent }),
      },
    ],
    buttons: [
      [{ label: t('classify-button-edges'), route: `convolve image=#${picture.id} kernel=sobel` }],
      // where there is no digit, there may be a thing
      askButtons(t, picture.id, read.digit === null ? thingNetworks(known) : othersLike(DEFAULT_NETWORK, known)),
    ].filter((row) => row.length > 0),
    facts: {
      digit: read.digit,
      confidence: read.confidence,
      probabilities: read.probabilities,
      ...(read.digit === null ? { reason: read.reason } : {}),
    },
  };
}

interface Asking {
  network: string;
  fit: 'crop' | 'whole';
}

async function askNetwork(
  ctx: Context,
  picture: ImageValue,
  { network, fit }: Asking,
  known: readonly ListedNetwork[],
  { engine }: Parts,
): Promise<Reply> {
  const { t } = ctx;
  const { answer, figure, digits, cut, frames, original } = await engine.run(
    'ask-network',
    { bytes: picture.bytes, network, fit, language: ctx.language, theme: 'light' },
    { signal: ctx.signal },
  );
  const sentence = answerSentence(ctx, answer);
  return {
    blocks: [paragraph(sentence), ...answerNotes(t, answer, { digits, cut }), ...pictureNotes(t, { original, frames, shrunk: false })],
    media: [
      {
        ...figure,
        name: 'classes.jpg',
        alt: answer.top.length === 0 ? t('classify-alt-none') : t('network-alt', { network, classes: topWords(ctx, answer) }),
      },
    ],
    buttons: buttonsFor(
      t,
      picture.id,
      { network, fit },
      { cut, others: answer.none === undefined ? othersLike(network, known) : thingNetworks(known) },
    ),
    facts: {
      network,
      top: topFacts(answer),
      classes: answer.classes,
      shape: answer.shape,
      ...(digits ? {} : { fit }),
      ...(answer.none === undefined ? {} : { reason: answer.none }),
    },
  };
}

/** Other networks for such pictures, one beside this one, and all of the picture where a part was cut out. */
function buttonsFor(t: Translate, id: string, { network, fit }: Asking, { cut, others }: { cut: boolean; others: string[] }): Button[][] {
  const compared = others.slice(0, 1).flatMap((other) => {
    const route = tryRoute(`compare image=#${id} ${network} ${other}`);
    return route === undefined ? [] : [{ label: t('network-button-compare', { network: other }), route }];
  });
  const other = tryRoute('classify', { image: `#${id}`, network, fit: fit === 'crop' ? 'whole' : undefined });
  const fits =
    other !== undefined && (cut || fit === 'whole')
      ? [{ label: t(`network-button-${fit === 'crop' ? 'whole' : 'crop'}`), route: other }]
      : [];
  return [askButtons(t, id, others), [...compared, ...fits]].filter((row) => row.length > 0);
}

const askButtons = (t: Translate, id: string, networks: readonly string[]): Button[] =>
  networks
    .slice(0, MOST_OTHERS)
    .map((network) => ({ label: t('network-button-ask', { network }), route: `classify image=#${id} network=${network}` }));

const thingNetworks = (known: readonly ListedNetwork[]) =>
  readyNames(known).filter((id) => (PHOTO_NETWORKS as readonly string[]).includes(id));

function secondBest(probabilities: number[]): { digit: number; probability: number } {
  const ranked = probabilities.map((probability, digit) => ({ digit, probability })).sort((a, b) => b.probability - a.probability);
  return ranked[1]!;
}
