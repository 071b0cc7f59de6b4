import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewed } from '../../lessons/memory/schedule.ts';
import { projectRoot } from '../../src/project-root.ts';
import { createButtonStates } from '../../src/store/button-states.ts';
import { contentId } from '../../src/store/content-id.ts';
import { openDatabase } from '../../src/store/database.ts';
import { createPictures } from '../../src/store/pictures.ts';
import { openStore, type Store } from '../../src/store/store.ts';

let folder: string;
let url: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tutor-store-'));
  url = `sqlite:${join(folder, 'tutor.sqlite')}`;
  store = await openStore(url);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (event: string, learner = 't:ann') =>
  store.questions.ask({ place: 't:room', askedBy: learner, code: 'pad:8f3a1', skill: 'unreached', askedFor: 'stride', event });
const mark = (question: number, event: string, learner = 't:ann', correct = true) =>
  store.questions.answer({ question, learner, skill: 'unreached', given: '1', correct, at: 1000, event }, reviewed);

describe('answers', () => {
  it('are marked once, however often the event comes', async () => {
    const { id } = await ask('e1');
    const results = await Promise.all([mark(id, 'e2'), mark(id, 'e2'), mark(id, 'e2')]);
    expect(results.every((result) => result.first)).toBe(true);
    expect(await store.questions.answersOf('t:ann')).toHaveLength(1);
  });

  it('count the first of a learner, whichever way a second one comes', async () => {
    const { id } = await ask('e1');
    await mark(id, 'e2', 't:ann', false);
    expect(await mark(id, 'e3', 't:ann', true)).toMatchObject({ first: false, answer: { correct: false } });
    expect(await store.questions.countsBySkill('t:ann')).toEqual(new Map([['unreached', { correct: 0, total: 1 }]]));
  });

  it('of a group count once for each person', async () => {
    const { id } = await ask('e1');
    await Promise.all([mark(id, 'e2'), mark(id, 'e3', 't:bob'), mark(id, 'e4', 't:cid')]);
    for (const learner of ['t:ann', 't:bob', 't:cid']) expect(await store.questions.answersOf(learner)).toHaveLength(1);
  });

  it('close the question for who asked', async () => {
    const { id } = await ask('e1');
    expect((await store.questions.open('t:ann', 't:room'))?.id).toBe(id);
    await mark(id, 'e2', 't:bob');
    expect((await store.questions.open('t:ann', 't:room'))?.id).toBe(id);
    await mark(id, 'e3');
    expect(await store.questions.open('t:ann', 't:room')).toBeUndefined();
  });

  it('wait for the newest question only', async () => {
    await ask('e1');
    const second = await ask('e2');
    expect((await store.questions.open('t:ann', 't:room'))?.id).toBe(second.id);
    expect(await store.questions.open('t:ann', 't:other')).toBeUndefined();
  });

  it('to the same asking event go to the same question', async () => {
    expect((await ask('e1')).id).toBe((await ask('e1')).id);
  });
});

describe('an answer typed in the chat', () => {
  it('finds its own question again when its event comes twice, whatever was asked in between', async () => {
    const first = await ask('e1');
    await mark(first.id, 'e2');
    const second = await ask('e3');
    expect((await store.questions.open('t:ann', 't:room', 'e2'))?.id).toBe(first.id);
    expect((await store.questions.open('t:ann', 't:room', 'e4'))?.id).toBe(second.id);
    expect((await store.questions.open('t:bob', 't:room', 'e2'))?.id).toBeUndefined();
  });
});

describe('a solution that was shown', () => {
  it('takes the mark from who saw it, and from nobody else', async () => {
    const { id } = await ask('e1');
    await store.questions.reveal(id, 't:ann', 1000, reviewed);
    await store.questions.reveal(id, 't:ann', 1000, reviewed);
    expect(await store.questions.open('t:ann', 't:room')).toBeUndefined();
    expect(await mark(id, 'e2')).toMatchObject({ first: false, revealed: true, answer: { correct: true } });
    expect(await mark(id, 'e3', 't:bob')).toMatchObject({ first: true, revealed: false });
    expect(await store.questions.answersOf('t:ann')).toEqual([]);
  });

  it('after the answer changes nothing', async () => {
    const { id } = await ask('e1');
    await mark(id, 'e2');
    await store.questions.reveal(id, 't:ann', 1000, reviewed);
    expect(await mark(id, 'e2')).toMatchObject({ first: true, revealed: false });
    expect(await store.questions.answersOf('t:ann')).toHaveLength(1);
  });

  it('to a person who sees it on a question of somebody else leaves that one open', async () => {
    const { id } = await ask('e1');
    await store.questions.reveal(id, 't:bob', 1000, reviewed);
    expect((await store.questions.open('t:ann', 't:room'))?.id).toBe(id);
  });
});

describe('tables', () => {
  it('are made once by processes that start together on an empty folder', async () => {
    const fresh = `sqlite:${join(folder, 'fresh', 'tutor.sqlite')}`;
    const children = Array.from({ length: 3 }, () =>
      fork(join(projectRoot, 'test/store/writer.mjs'), [fresh, '0', 'none', '0'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    const opened = await openStore(fresh);
    expect(await opened.questions.answersOf('t:ann')).toEqual([]);
    await opened.close();
  });

  it('can be taken down again and made anew', async () => {
    const database = await openDatabase(`sqlite:${join(folder, 'other.sqlite')}`);
    await database.migrate.rollback(undefined, true);
    expect(await database.schema.hasTable('questions')).toBe(false);
    await database.migrate.latest();
    expect(await database.schema.hasTable('questions')).toBe(true);
    await database.destroy();
  });

  it('refer to each other: an answer to no question is refused', async () => {
    await expect(mark(4711, 'e1')).rejects.toThrow(/FOREIGN KEY/);
  });
});

describe('what was committed', () => {
  it('is there after a kill in the middle of writing, and only once', async () => {
    const { id } = await ask('e1');
    await store.close();
    const child = fork(join(projectRoot, 'test/store/writer.mjs'), [url, String(id), 'killed'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const acknowledged: number[] = [];
    child.on('message', (count: number) => acknowledged.push(count));
    while (acknowledged.length < 25) await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    store = await openStore(url);
    const found = await Promise.all(acknowledged.map((count) => store.questions.answersOf(`killed:${count}`)));
    expect(found.every((answers) => answers.length === 1)).toBe(true);
    // repeating the events changes nothing
    for (const count of acknowledged.slice(-3))
      expect(await mark(id, `killed:e${count}`, `killed:${count}`)).toMatchObject({ first: true });
    expect(await store.questions.answersOf(`killed:${acknowledged.at(-1)}`)).toHaveLength(1);
  });

  it('comes from two processes at once without a loss', async () => {
    const { id } = await ask('e1');
    const children = ['one', 'two'].map((name) =>
      fork(join(projectRoot, 'test/store/writer.mjs'), [url, String(id), name, '40'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0]);
    for (const name of ['one', 'two']) {
      for (let count = 0; count < 40; count++) expect(await store.questions.answersOf(`${name}:${count}`)).toHaveLength(1);
    }
  });

  it('is there when the store is opened again, whose tables are made once', async () => {
    await store.learners.update('t:ann', { language: 'ru', timeZone: 'Europe/Moscow' });
    await store.close();
    store = await openStore(url);
    expect(await store.learners.profile('t:ann')).toEqual({ language: 'ru', timeZone: 'Europe/Moscow' });
  });
});

describe('a database that cannot be used', () => {
  it.each(['postgres://localhost/x', 'tutor.sqlite', ''])('%s is refused in one sentence', async (bad) => {
    await expect(openStore(bad)).rejects.toThrow(/DATABASE_URL must begin with sqlite:/);
  });

  it('because it is none says so', async () => {
    const file = join(folder, 'not-a-database');
    writeFileSync(file, 'just text, and enough of it that it cannot be taken for an empty file. '.repeat(20));
    await expect(openStore(`sqlite:${file}`)).rejects.toThrow(/cannot be used .*Name another file in DATABASE_URL/);
  });

  it('because its folder cannot be made says so', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(openStore(`sqlite:${file}/below/tutor.sqlite`)).rejects.toThrow(/cannot be used/);
  });
});

describe('pictures', () => {
  const picture = (size: number, value: number) => new Uint8Array(size).fill(value);

  it('are kept by their content', async () => {
    const id = await store.pictures.keep(picture(10, 1));
    expect(id).toMatch(/^[0-9A-Za-z]{10}$/);
    expect(await store.pictures.keep(picture(10, 1))).toBe(id);
    expect(await store.pictures.load(id)).toEqual(picture(10, 1));
    expect(await store.pictures.load('unknown')).toBeUndefined();
  });

  it('that were used longest ago are let go when there are too many', async () => {
    const database = await openDatabase(url);
    const small = createPictures(database, { maxTotalBytes: 250 });
    const ids: string[] = [];
    for (const value of [1, 2]) {
      ids.push(await small.keep(picture(100, value)));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await small.load(ids[0]!);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await small.keep(picture(100, 3));
    expect(await small.load(ids[1]!)).toBeUndefined();
    expect(await small.load(ids[0]!)).toBeDefined();
    await database.destroy();
  });

  it('are told apart', () => {
    expect(new Set(Array.from({ length: 1000 }, (_, index) => contentId(Uint8Array.of(index & 255, index >> 8)))).size).toBe(1000);
  });

  it('last sent are remembered for a person and a place', async () => {
    await store.pictures.setLast('t:ann', 't:room', { ref: 'file-1' });
    await store.pictures.setLast('t:ann', 't:room', { id: 'abc' });
    expect(await store.pictures.last('t:ann', 't:room')).toEqual({ id: 'abc' });
    expect(await store.pictures.last('t:ann', 't:other')).toBeUndefined();
  });
});

describe("an adapter's memory", () => {
  it('lists by prefix in order and knows nothing of other adapters', async () => {
    const telegram = store.adapterMemory('telegram');
    const web = store.adapterMemory('web');
    for (const key of ['inbox:2', 'inbox:1', 'inboy', 'in%']) await telegram.set(key, key);
    await web.set('inbox:9', 'x');
    expect((await telegram.list('inbox:')).map(({ key }) => key)).toEqual(['inbox:1', 'inbox:2']);
    await telegram.set('inbox:1', 'new');
    await telegram.delete('inbox:2');
    expect(await telegram.list('inbox:')).toEqual([{ key: 'inbox:1', value: 'new' }]);
    expect(await telegram.get('none')).toBeUndefined();
  });
});

it('keeps what a form waits for until it is taken back', async () => {
  await store.expectations.set('t:ann', 't:room', 'settings.zone');
  await store.expectations.set('t:ann', 't:room', 'quiz.typed id=1');
  expect(await store.expectations.get('t:ann', 't:room')).toBe('quiz.typed id=1');
  await store.expectations.set('t:ann', 't:room', undefined);
  expect(await store.expectations.get('t:ann', 't:room')).toBeUndefined();
});

describe('what buttons need', () => {
  it('is kept by its content', async () => {
    const id = await store.buttonStates.keep('{"stride":2}');
    expect(id).toMatch(/^[0-9A-Za-z]{10}$/);
    expect(await store.buttonStates.keep('{"stride":2}')).toBe(id);
    expect(await store.buttonStates.load(id)).toBe('{"stride":2}');
    expect(await store.buttonStates.load('gone')).toBeUndefined();
  });

  it('is let go when it was used longest ago and there is too much of it', async () => {
    const database = await openDatabase(url);
    const states = createButtonStates(database, { maxStates: 2, trimEvery: 1 });
    const ids: string[] = [];
    for (const [index, state] of ['a', 'b', 'c'].entries()) {
      ids.push(await states.keep(state));
      // the clock may not have moved between two of them
      await database('button_states').where({ id: ids[index]! }).update({ used_at: index });
    }
    await states.keep('d');
    expect(await Promise.all([...ids, contentId(Buffer.from('d'))].map((id) => states.load(id)))).toEqual([undefined, undefined, 'c', 'd']);
    await database.destroy();
  });
});
