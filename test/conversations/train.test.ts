import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/chat/chat.ts';
import type { Progress } from '../../src/chat/context.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { startTestTutor, textOf } from '../helpers/tutor.ts';

let tutor: Awaited<ReturnType<typeof startTestTutor>>;
let events = 0;

/** Few digits and short steps: learning by so little is seen within a second. */
const SMALL = 'mlp rate=0.003 batch=20 pictures=100 epochs=4';
/** So many steps that it is still learning when something is done about it. */
const LONG = 'mlp rate=0.0001 batch=8 pictures=400 epochs=6';

interface Asked {
  user?: string;
  room?: string;
  lang?: string;
  event?: string;
}

/** Someone says or presses something; what is shown of the work, and the replies when it is done. */
function ask(content: string | { press: string }, { user = 'ann', room, lang = 'en', event = `train-${events++}` }: Asked = {}) {
  const shown: Progress[] = [];
  const replies: Reply[] = [];
  const waiting = new Set<() => void>();
  const incoming: Incoming = {
    id: `terminal:${event}`,
    platform: 'terminal',
    who: { id: user, language: lang },
    where: room === undefined ? { id: user, kind: 'direct' } : { id: room, kind: 'group' },
    content:
      typeof content === 'string'
        ? { kind: 'text', text: content, attachments: [], repliedTo: [], addressed: true }
        : { kind: 'press', route: content.press },
  };
  const done = tutor.tutor.chat
    .handle(incoming, {
      caps: { forms: false, plainText: true, maxMediaBytes: Number.POSITIVE_INFINITY },
      send: async (reply) => void replies.push(reply),
      progress(progress) {
        shown.push(progress);
        for (const look of waiting) look();
      },
    })
    .then(() => replies[0]);
  /** The first thing shown that fits. */
  const seen = (fits: (progress: Progress) => boolean) =>
    new Promise<Progress>((resolve) => {
      const look = () => {
        const found = shown.find(fits);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { done, shown, seen, replies };
}

const said = (reply: Reply | undefined) => textOf(reply as never);
const routeOf = ({ preview }: Progress) => preview!.buttons![0]![0]!.route!;
const routes = (reply: Reply | undefined) => (reply?.buttons ?? []).flat().map(({ route }) => route);
const learning = ({ preview }: Progress) => preview?.media !== undefined;
const begin = async (asked: Asked = {}, what = LONG) => {
  const run = ask(`/train ${what}`, asked);
  return { ...run, stop: routeOf(await run.seen(learning)) };
};

beforeAll(async () => {
  tutor = await startTestTutor();
});
afterAll(() => tutor.stop());

describe('a learner trains a network', () => {
  it('watches it and hears what was reached, with the step’s formula and what to try next', async () => {
    const run = ask(`/train ${SMALL}`);
    const first = await run.seen(learning);
    expect(first.preview!.media).toMatchObject({
      type: 'image/png',
      width: 1080,
      alt: expect.stringMatching(/^MLP trained by Adam, step 0 of 20/),
    });
    const reply = await run.done;
    expect(said(reply)).toMatch(
      /^\*\*[\d.]+ %\*\* of 50 test digits read correctly after 20 steps: 100 drawn digits, each shown 4 times, in \d+ s\./,
    );
    expect(said(reply)).toMatch(/Loss: 2\.\d\d → 0\.\d\d nats/);
    expect(said(reply)).toContain('w ← w − 0.003·m̂/(√v̂ + ε)');
    expect(reply!.facts).toMatchObject({
      ended: 'done',
      network: 'mlp',
      rate: 0.003,
      optimizer: 'adam',
      step: 20,
      parameters: 159_010,
      seed: 1,
    });
    expect(reply!.facts!.testAccuracy).toBeGreaterThan(0.5);
    expect(routes(reply)).toEqual([
      'train mlp 0.009 20 adam 100 4',
      'train mlp 0.001 20 adam 100 4',
      'train mlp 0.01 20 momentum 100 4',
      'train mlp 0.1 20 sgd 100 4',
      'lesson 15',
    ]);
    const [, percent] = /^\*\*(.+? %)\*\*/.exec(said(reply))!;
    expect(reply!.media![0]!.alt).toContain(`of one test digit. ${percent} of the test digits are right.`);
    const again = await ask(`/train ${SMALL}`).done;
    expect(again!.facts!.accuracies).toEqual(reply!.facts!.accuracies);
  });

  it('is told with a minus that a rate below zero is none', async () => {
    expect(said(await ask('/train rate=-1').done)).toBe('“rate” takes 0 to 1,000, and −1 is outside.');
    expect(said(await ask('/train rate=-1', { user: 'olya', lang: 'ru' }).done)).toMatch(/^«rate» принимает .+, а −1 вне этих пределов\.$/);
  });

  it('of the lecture by the name that it has elsewhere', async () => {
    const reply = await ask('/train network=digits-lecture batch=50 pictures=50 epochs=1').done;
    expect(reply!.facts).toMatchObject({ network: 'digits', parameters: 167_478 });
  });

  it('in Russian, by Russian names', async () => {
    const reply = await ask('/обучить перцептрон optimizer=сгд rate=0,1 batch=50 pictures=100 epochs=1', { lang: 'ru' }).done;
    expect(said(reply)).toMatch(/^Верно прочитано \*\*[\d,]+ %\*\* тестовых цифр \(всего их 50\) после 2 шагов/);
    expect(said(reply)).toContain('w ← w − 0,1·∂L/∂w');
  });

  it('sees a loss that runs away explained, with smaller rates to try', async () => {
    const reply = await ask('/train mlp optimizer=sgd rate=10 batch=20 pictures=100').done;
    expect(said(reply)).toMatch(
      /^\*\*The loss ran away\.\*\* It was largest at step \d+: [\d.]+(·10[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?; guessing costs only 2\.30\. .* stopped it at step \d+ of 25\./,
    );
    expect(said(reply)).toContain('jumped over the valley');
    expect(reply!.facts).toMatchObject({ ended: 'diverged', rate: 10 });
    expect(reply!.media![0]!.alt).toMatch(/ends at step \d+ of 25\.$/);
    expect(reply!.media).toHaveLength(1);
    expect(routes(reply)).toEqual(['train mlp 1 20 sgd 100 5', 'train mlp 0.1 20 sgd 100 5', 'lesson 15 5']);
  });

  it('is offered the rate that usually works even where it is not a hundredth of the one that was too large', async () => {
    const reply = await ask('/train mlp optimizer=sgd rate=300 batch=20 pictures=100 epochs=1').done;
    expect(routes(reply)).toEqual(['train mlp 30 20 sgd 100 1', 'train mlp 0.1 20 sgd 100 1', 'lesson 15 5']);
  });

  it.each([
    ['/train vgg16', 'option-not-a-choice'],
    ['/train optimizer=adm', 'option-not-a-choice-suggest'],
    ['/train rate=fast', 'option-not-a-number'],
    ['/train rate=-1', 'option-out-of-range'],
    ['/train rate=0', 'train-rate-zero'],
    ['/train batch=1', 'option-out-of-range'],
    ['/train pictures=1000000', 'option-out-of-range'],
  ])('%s is refused in one sentence', async (line, id) => {
    expect((await ask(line).done)?.error?.id).toBe(id);
  });
});

describe('stopping', () => {
  it('ends with what was learned so far, in the message of the run; the press itself says nothing', async () => {
    const run = await begin();
    const press = ask({ press: run.stop });
    expect(await press.done).toBeUndefined();
    const reply = await run.done;
    expect(said(reply)).toMatch(/^\*\*[\d.]+ %\*\* of 100 test digits read correctly when you stopped it, at step \d+ of 300\./);
    expect(reply!.facts).toMatchObject({ ended: 'stopped' });
    expect(run.shown.at(-1)!.preview!.buttons).toBeUndefined();
  });

  it('is for who began it, who meanwhile is answered other things and has one run only', async () => {
    const run = await begin({ room: 'class' });
    expect((await ask({ press: run.stop }, { user: 'bob', room: 'class' }).done)?.error).toEqual({
      id: 'train-not-yours',
      message: expect.stringContaining('only they can stop it'),
    });
    expect(said(await ask('/size 7 3').done)).toContain('5');
    const second = await ask(`/train ${SMALL}`).done;
    expect(second?.error?.id).toBe('train-own-run');
    expect(routes(second)[0]).toMatch(/^train\.stop [0-9a-f]{8} mlp/);
    await ask({ press: run.stop }, { room: 'class' }).done;
    expect((await run.done)!.facts).toMatchObject({ ended: 'stopped' });
  });

  it('a run that is over gets a friendly word and a way to begin anew', async () => {
    const reply = await ask({ press: 'train.stop 1a2b3c4d lenet 0.003 64 adam' }).done;
    expect(reply?.error?.id).toBe('train-run-over');
    expect(routes(reply)).toEqual(['train lenet 0.003 64 adam']);
  });
});

describe('several people', () => {
  it('wait in order, see their place, and may leave', async () => {
    const ann = await begin();
    const bob = ask(`/train ${SMALL}`, { user: 'bob' });
    const next = await bob.seen(({ note }) => note.startsWith('Your network is next'));
    expect(next.preview!.buttons![0]![0]!.label).toBe('Leave the queue');
    const cid = ask(`/train ${SMALL}`, { user: 'cid' });
    await cid.seen(({ note }) => note === 'One network is to begin before yours.');
    expect(await ask({ press: routeOf(next) }, { user: 'bob' }).done).toBeUndefined();
    expect((await bob.done)!.facts).toEqual({ ended: 'left' });
    await cid.seen(({ note }) => note.startsWith('Your network is next'));
    await ask({ press: ann.stop }).done;
    expect((await ann.done)!.facts).toMatchObject({ ended: 'stopped' });
    expect((await cid.done)!.facts).toMatchObject({ ended: 'done' });
  });
});

describe('a restart', () => {
  it('that announces itself ends a run with what was last seen of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tutor-train-'));
    const before = tutor;
    tutor = await startTestTutor({}, { folder });
    const run = await begin({ event: 'restart' });
    tutor.tutor.endTrainings();
    const reply = await run.done;
    expect(said(reply)).toMatch(/^The tutor is being restarted, so learning ended at step \d+ of 300/);
    expect(reply!.media).toHaveLength(1);
    expect(routes(reply)).toEqual(['train mlp 0.0001 8 adam 400 6']);
    await tutor.stop();
    tutor = await startTestTutor({}, { folder });
    expect((await ask({ press: run.stop }).done)?.error?.id).toBe('train-run-over');
    await tutor.stop();
    tutor = before;
  });

  it('that came without warning is told when the event is delivered again', async () => {
    await tutor.tutor.store.trainings.begin('terminal:cut-off', 'terminal:ann');
    const reply = await ask(`/train ${SMALL}`, { event: 'cut-off' }).done;
    expect(said(reply)).toMatch(/^The tutor was restarted while this network was waiting or learning/);
    expect(routes(reply)).toEqual(['train mlp 0.003 20 adam 100 4']);
  });
});
