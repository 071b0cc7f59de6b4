import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exerciseOf } from '../../lessons/quiz/exercise.ts';
import { createRandom } from '../../lessons/quiz/random.ts';
import { written } from '../../lessons/quiz/value.ts';
import { type JsonReply, startTestTutor, textOf } from '../helpers/tutor.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.parse('2026-03-02T09:00:00Z');
const TYPE = 'same:38f3a';
const SKILL = exerciseOf(TYPE)!.skill.id;
const right = (code: string) => written(exerciseOf(code)!.task.answer);
const wrong = (code: string) => written(exerciseOf(code)!.mistakes[0]!.value);

let clock = START;
let tutor: Awaited<ReturnType<typeof startTestTutor>>;
beforeAll(async () => {
  tutor = await startTestTutor({}, { now: () => clock });
});
afterAll(() => tutor.stop());

const stateOf = async (user: string, skill = SKILL) =>
  (await tutor.tutor.store.reviews.all(`terminal:${user}`)).find((state) => state.skill === skill);
const answerIt = (user: string, asked: JsonReply, value: string, id?: string) =>
  tutor.say({ user, press: `quiz.answer id=${asked.facts!.question} value=${value}`, ...(id === undefined ? {} : { id }) });
/** Asks this very question and answers it at once. */
async function practise(user: string, at: number, value: (code: string) => string = right, topic = TYPE) {
  clock = at;
  const asked = await tutor.say({ user, text: `/quiz ${topic}` });
  return answerIt(user, asked, value(String(asked.facts!.code)));
}

describe('a simulated learner of 30 days', () => {
  it('gets the schedule that ts-fsrs alone would give, over a restart and a week away', async () => {
    const random = createRandom(30);
    const alone = new Map<string, Card>();
    const { folder } = tutor;
    let reviews = 0;
    clock = START;
    const rate = (skill: string, grade: Grade) => {
      const before: Card = alone.get(skill) ?? createEmptyCard<Card>(new Date(clock));
      alone.set(skill, fsrs({ enable_fuzz: false }).next(before, new Date(clock), grade).card);
    };
    async function answerAsked(asked: JsonReply): Promise<void> {
      const { code, question, skill } = asked.facts as { code: string; question: number; skill: string };
      const hinted = random.whole(1, 5) === 1;
      if (hinted) await tutor.say({ user: 'sim', press: `quiz.hint id=${question}` });
      const knows = random.whole(1, 10) <= 8;
      const fate = random.whole(1, 12);
      if (fate === 1) {
        await tutor.say({ user: 'sim', press: `quiz.solution id=${question}` });
        rate(skill, Rating.Again);
        return;
      }
      const marked = await answerIt('sim', asked, knows ? right(code) : wrong(code), `e${reviews}`);
      expect(marked.facts).toMatchObject({ counted: true });
      // the same press delivered again changes nothing
      if (fate === 2) await answerIt('sim', asked, knows ? right(code) : wrong(code), `e${reviews}`);
      rate(skill, !knows ? Rating.Again : hinted ? Rating.Hard : Rating.Good);
      reviews++;
    }
    for (let day = 0; day < 30; day++) {
      if (day >= 12 && day < 19) continue;
      clock = START + day * DAY + random.whole(0, 600) * MINUTE;
      if (day === 20) {
        await tutor.stop();
        tutor = await startTestTutor({}, { now: () => clock, folder });
      }
      // two new questions in the first days, then what is due, as long as it takes
      for (let round = 0; round < (day < 8 ? 2 : 0); round++) {
        await answerAsked(await tutor.say({ user: 'sim', text: '/quiz padding' }));
        clock += random.whole(1, 3) * MINUTE;
      }
      for (let round = 0; round < 12; round++) {
        const asked = await tutor.say({ user: 'sim', text: '/review' });
        const today = new Date(clock).toISOString().slice(0, 10);
        const isDue = ({ due, scheduled_days }: Card) =>
          due.getTime() <= clock || (scheduled_days > 0 && due.toISOString().slice(0, 10) <= today);
        const due = [...alone.values()].filter(isDue).length;
        expect(asked.facts!.due).toBe(due);
        if (due === 0) break;
        await answerAsked(asked);
        clock += random.whole(1, 4) * MINUTE;
      }
    }
    expect(reviews).toBeGreaterThan(30);
    const states = await tutor.tutor.store.reviews.all('terminal:sim');
    expect(new Set(states.map(({ skill }) => skill))).toEqual(new Set(alone.keys()));
    for (const state of states) {
      const card = alone.get(state.skill)!;
      expect(state).toMatchObject({
        due: card.due.getTime(),
        stability: card.stability,
        difficulty: card.difficulty,
        reps: card.reps,
        lapses: card.lapses,
        state: card.state,
        lastReview: card.last_review!.getTime(),
      });
    }
  }, 60_000);
});

describe('/review', () => {
  it('of a newcomer says what it is for', async () => {
    const reply = await tutor.say({ user: 'new', text: '/review' });
    expect(textOf(reply)).toContain('nothing to review yet');
    expect(reply.facts).toEqual({ due: 0 });
    expect(textOf(await tutor.say({ user: 'neu', lang: 'ru', text: '/повторение' }))).toContain('Повторять пока нечего');
  });

  it('says when the next one comes: in minutes, tomorrow, on a date', async () => {
    await practise('ann', START);
    clock = START + MINUTE;
    expect(textOf(await tutor.say({ user: 'ann', text: '/review' }))).toMatch(/in 9 minutes\./);
    expect(textOf(await tutor.say({ user: 'ann', lang: 'ru', text: '/review' }))).toMatch(/через 9 минут\./);
    await practise('ann', START + 10 * MINUTE);
    expect(textOf(await tutor.say({ user: 'ann', text: '/review' }))).toMatch(/on March 4\./);
    clock = START + DAY + 10 * MINUTE;
    expect(textOf(await tutor.say({ user: 'ann', text: '/review' }))).toMatch(/tomorrow at/);
    expect(textOf(await tutor.say({ user: 'ann', lang: 'ru', text: '/review' }))).toMatch(/завтра в/);
  });

  it('asks the longest due first, a fresh question each time, one after another', async () => {
    await practise('bob', START, wrong, 'same:38f3a');
    await practise('bob', START + MINUTE, wrong, 'find-kernel');
    clock = START + 10 * MINUTE;
    const first = await tutor.say({ user: 'bob', text: '/review' });
    expect(textOf(first)).toContain('2 reviews are due');
    expect(first.facts).toMatchObject({ due: 2, skill: SKILL });
    expect(first.facts!.code).not.toBe(TYPE);
    const marked = await answerIt('bob', first, right(String(first.facts!.code)));
    const next = marked.buttons.flat()[0]!;
    expect(next).toMatchObject({ label: 'Next due (1)', route: 'review' });
    const second = await tutor.say({ user: 'bob', press: next.route! });
    expect(second.facts).toMatchObject({ due: 1, skill: 'find-kernel' });
    const done = await answerIt('bob', second, right(String(second.facts!.code)));
    expect(done.buttons.flat()[0]).toMatchObject({ label: 'What is due next?', route: 'review' });
  });

  it('skips to another that is due', async () => {
    await practise('cid', START, wrong, 'same:38f3a');
    await practise('cid', START + MINUTE, wrong, 'find-kernel');
    clock = START + 10 * MINUTE;
    const first = await tutor.say({ user: 'cid', text: '/review' });
    const second = await tutor.say({ user: 'cid', press: `quiz.skip id=${first.facts!.question}` });
    expect([first.facts!.skill, second.facts!.skill]).toEqual([SKILL, 'find-kernel']);
  });
});

describe('/quiz cram', () => {
  it('leaves the schedule alone, counts in the answers, and goes on with the same', async () => {
    await practise('dan', START);
    const before = await stateOf('dan');
    for (const words of ['cram padding-same', 'тренировка padding-same']) {
      clock = START + 20 * MINUTE;
      const asked = await tutor.say({ user: 'dan', text: `/quiz ${words}` });
      expect(textOf(asked)).toContain('leaves your schedule');
      const marked = await answerIt('dan', asked, wrong(String(asked.facts!.code)));
      expect(marked.facts).toMatchObject({ counted: true, correct: false });
      expect(marked.buttons.flat().map(({ route }) => route)).toContain('quiz cram padding-same');
    }
    expect(await stateOf('dan')).toEqual(before);
    expect((await tutor.say({ user: 'dan', text: '/progress' })).facts).toMatchObject({ total: 3 });
    const solved = await tutor.say({ user: 'dan', text: '/quiz cram' });
    await tutor.say({ user: 'dan', press: `quiz.solution id=${solved.facts!.question}` });
    expect(await tutor.tutor.store.reviews.all('terminal:dan')).toEqual([before]);
  });
});

describe('faults', () => {
  it('an answer twice, from two devices at once, is one review', async () => {
    clock = START;
    const asked = await tutor.say({ user: 'eva', text: `/quiz ${TYPE}` });
    const press = (value: string, id: string) => answerIt('eva', asked, value, id);
    const [one, two] = await Promise.all([press(right(TYPE), 'phone'), press(wrong(TYPE), 'desk')]);
    expect([one.facts!.counted, two.facts!.counted].filter(Boolean)).toHaveLength(1);
    expect((await stateOf('eva'))?.reps).toBe(1);
  });

  it('a hint makes it Hard and is no mark lost', async () => {
    clock = START;
    const asked = await tutor.say({ user: 'fay', text: `/quiz ${TYPE}` });
    await tutor.say({ user: 'fay', press: `quiz.hint id=${asked.facts!.question}` });
    await tutor.say({ user: 'fay', press: `quiz.hint id=${asked.facts!.question} step=2` });
    expect((await answerIt('fay', asked, right(TYPE))).facts).toMatchObject({ correct: true, counted: true });
    const hard = fsrs({ enable_fuzz: false }).next(createEmptyCard(new Date(START)), new Date(START), Rating.Hard).card;
    expect(await stateOf('fay')).toMatchObject({ stability: hard.stability, due: hard.due.getTime() });
  });

  it("the solution is Again for who was asked, once; for others it only takes this question's mark", async () => {
    clock = START;
    const asked = await tutor.say({ user: 'gil', room: 'g', text: `/quiz ${TYPE}` });
    const solution = `quiz.solution id=${asked.facts!.question}`;
    for (let times = 0; times < 3; times++) await tutor.say({ user: 'gil', room: 'g', press: solution });
    expect(await stateOf('gil')).toMatchObject({ reps: 1, lastReview: START });
    await tutor.say({ user: 'hob', room: 'g', press: solution });
    expect(await stateOf('hob')).toBeUndefined();
  });

  it('a clock set back neither breaks nor counts twice', async () => {
    await practise('ida', START);
    await practise('ida', START - 30 * DAY);
    expect(await stateOf('ida')).toMatchObject({ reps: 2, lastReview: START });
    expect((await tutor.say({ user: 'ida', text: '/review' })).error).toBeUndefined();
    expect((await tutor.say({ user: 'ida', text: '/progress' })).facts).toMatchObject({ total: 2 });
  });

  it('a restart between question and answer loses nothing', async () => {
    clock = START;
    const { folder } = tutor;
    const asked = await tutor.say({ user: 'jo', text: `/quiz ${TYPE}` });
    await tutor.say({ user: 'jo', press: `quiz.hint id=${asked.facts!.question}` });
    await tutor.stop();
    tutor = await startTestTutor({}, { now: () => clock, folder });
    expect((await tutor.say({ user: 'jo', text: right(TYPE) })).facts).toMatchObject({ correct: true, counted: true });
    expect(await stateOf('jo')).toMatchObject({ reps: 1 });
  });

  it('a language switched in the middle of a review changes only the words', async () => {
    await practise('kim', START, wrong);
    clock = START + 10 * MINUTE;
    const asked = await tutor.say({ user: 'kim', text: '/review' });
    await tutor.say({ user: 'kim', text: '/settings language=ru' });
    const marked = await answerIt('kim', asked, right(String(asked.facts!.code)));
    expect(textOf(marked)).toContain('Верно');
    expect(marked.buttons.flat()[0]).toMatchObject({ label: 'Когда следующее?', route: 'review' });
  });
});
