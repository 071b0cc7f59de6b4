import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ClientFrame, ServerFrame, WireMessage } from '../../../src/platforms/web/client/wire.ts';
import { picture } from './tutor/commands.ts';
import { startTutor, type Tutor } from './tutor/tutor.ts';

let tutor: Tutor;
beforeAll(async () => {
  tutor = await startTutor();
});
afterAll(async () => {
  await tutor.stop();
});

let count = 0;
const newId = () => `client-id-${String(++count).padStart(4, '0')}`;
const visible = (message: WireMessage) => message.text || JSON.stringify(message.reply?.blocks);

/** A person without a browser: a cookie and, when wanted, a socket. */
async function arrive() {
  const response = await fetch(`${tutor.url}/session`, { method: 'POST', headers: { origin: tutor.url } });
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;

  async function connect({ room, origin = tutor.url, after = 0 }: { room?: string; origin?: string; after?: number } = {}) {
    const socket = new WebSocket(`${tutor.url.replace('http', 'ws')}/socket`, { headers: { cookie }, origin });
    const frames: ServerFrame[] = [];
    const waiting = new Set<() => void>();
    socket.on('message', (data) => {
      frames.push(JSON.parse(data.toString()) as ServerFrame);
      for (const look of waiting) look();
    });
    await new Promise<void>((resolve, reject) => {
      socket.on('open', resolve);
      socket.on('error', reject);
    });
    const send = (frame: ClientFrame) => socket.send(JSON.stringify(frame));
    /** The first frame of this kind, now or later; it is then used up. */
    const next = <K extends ServerFrame['type']>(type: K, fits: (frame: Extract<ServerFrame, { type: K }>) => boolean = () => true) =>
      new Promise<Extract<ServerFrame, { type: K }>>((resolve) => {
        const look = () => {
          const found = frames.findIndex((frame) => frame.type === type && fits(frame as Extract<ServerFrame, { type: K }>));
          if (found < 0) return;
          waiting.delete(look);
          resolve(frames.splice(found, 1)[0] as Extract<ServerFrame, { type: K }>);
        };
        waiting.add(look);
        look();
      });
    send({ type: 'hello', language: 'en', after, ...(room === undefined ? {} : { room }) });
    const ready = await next('ready');
    return {
      socket,
      send,
      next,
      frames,
      ready,
      say: (text: string, more: Partial<Extract<ClientFrame, { type: 'say' }>> = {}) => {
        const frame = { type: 'say' as const, id: newId(), text, attachments: [], ...more };
        send(frame);
        return frame;
      },
      reply: (part: string) => next('message', ({ message }) => message.reply !== undefined && visible(message).includes(part)),
    };
  }

  const upload = (body: Uint8Array, headers: Record<string, string> = {}) =>
    fetch(`${tutor.url}/upload?language=ru`, {
      method: 'POST',
      headers: { cookie, origin: tutor.url, ...headers },
      body: new Uint8Array(body),
    });
  return { cookie, connect, upload };
}

test('a person who comes for the first time is welcomed once', async () => {
  const person = await arrive();
  const first = await person.connect();
  await first.reply('Welcome');
  const second = await person.connect();
  expect(second.ready.messages).toHaveLength(1);
  second.say('/secret');
  await second.reply('Between you');
  const all = (await person.connect()).ready.messages;
  expect(all.filter((message) => visible(message).includes('Welcome'))).toHaveLength(1);
});

test('what nobody asked for is shown on open pages and kept for those that come later', async () => {
  const person = await arrive();
  const page = await person.connect();
  await page.reply('Welcome');
  const { id } = page.ready.you;
  const say = (words: string) => tutor.deliver({ id, language: 'en' }, { blocks: [{ type: 'paragraph', text: words }] });
  expect(await say('Two skills are due.')).toBe('sent');
  await page.reply('Two skills are due.');
  page.socket.close();
  await say('Three skills are due.');
  await tutor.restart();
  const later = (await person.connect()).ready.messages.map(visible);
  expect(later.filter((text) => text.includes('skills are due'))).toHaveLength(2);
  expect((await (await arrive()).connect()).ready.messages.map(visible).join()).not.toContain('skills are due');
});

test('work that is watched is one message, changed in its place until it is the answer; meanwhile the person is answered', async () => {
  const person = await arrive();
  const page = await person.connect();
  await page.reply('Welcome');
  tutor.hold();
  page.say('/watch');
  const { message: first } = await page.reply('Step 1');
  expect(first.reply!.buttons).toEqual([[{ label: 'Stop', route: 'watch.stop' }]]);
  const { message: second } = await page.reply('Step 2');
  expect(second.id).toBe(first.id);
  const pictureOf = async ({ reply }: WireMessage) =>
    (await fetch(`${tutor.url}/media/${reply!.media[0]!.id}`, { headers: { cookie: person.cookie } })).status;
  expect(await pictureOf(second)).toBe(200);
  page.say('/secret');
  await page.reply('Between you');
  // who opens another page sees the work, and can press its button there
  const other = await person.connect();
  expect(other.ready.messages.map(({ id }) => id)).toContain(first.id);
  other.send({ type: 'press', id: newId(), message: first.id, route: 'watch.stop', label: 'Stop' });
  await other.next('accepted');
  tutor.release();
  const { message: answer } = await page.reply('Learned.');
  expect(answer.id).toBe(first.id);
  expect(answer.reply!.buttons).toEqual([[{ label: 'Again', route: 'watch' }]]);
  // pictures of the work are not kept
  await expect.poll(() => pictureOf(second)).toBe(404);
  expect(await pictureOf(answer)).toBe(200);
});

test('work that a stop cut off is answered in the message that showed it', async () => {
  const person = await arrive();
  const page = await person.connect();
  await page.reply('Welcome');
  const held = { id: 'watched-before-1', person: page.ready.you.id, name: '', hint: 'en' };
  tutor.hold();
  page.say('/watch', { id: held.id });
  const { message: shown } = await page.reply('Step 2');
  const pending = (await tutor.memory.list('pending:')).find(({ key }) => key.includes(held.id))!;
  tutor.release();
  await page.reply('Learned.');
  // as if the process had been killed before the answer: the event is pending, and its message shows the work
  await tutor.restart(async () => {
    const [entry] = (await tutor.memory.list(`transcript:${held.person}:`)).filter(({ value }) => value.includes(shown.id));
    await tutor.memory.set(
      entry!.key,
      JSON.stringify({ ...JSON.parse(entry!.value), work: `${held.person}.${held.id}`, reply: shown.reply }),
    );
    await tutor.memory.set(pending.key, pending.value);
  });
  const again = await person.connect();
  await expect
    .poll(async () => {
      const messages = (await person.connect()).ready.messages.filter((message) => visible(message).includes('Learned.'));
      return messages.map(({ id }) => id);
    })
    .toEqual([shown.id]);
  again.socket.close();
});

test('who is forgotten has an empty conversation, on open pages and after a restart', async () => {
  const person = await arrive();
  const page = await person.connect();
  await page.reply('Welcome');
  page.say('/secret');
  await page.reply('Between you');
  await tutor.forget(page.ready.you.id);
  expect((await page.next('ready')).messages).toEqual([]);
  expect(await tutor.memory.list(`transcript:${page.ready.you.id}:`)).toEqual([]);
  page.say('/secret');
  await page.reply('Between you');
  await tutor.restart();
  expect((await person.connect()).ready.messages).toHaveLength(2);
});

test('the same message sent twice is answered once', async () => {
  const page = await (await arrive()).connect();
  const before = tutor.events.length;
  const frame = page.say('/slow');
  page.send(frame);
  await page.reply('Done at last');
  expect(await page.next('accepted')).toEqual({ type: 'accepted', id: frame.id });
  expect(await page.next('accepted')).toEqual({ type: 'accepted', id: frame.id });
  page.say('/secret');
  await page.reply('Between you');
  expect(tutor.events.length - before).toBe(1);
});

test('frames that make no sense are refused and, when they go on, the connection ends', async () => {
  const page = await (await arrive()).connect();
  const nonsense = ['', '{', '[]', '{"type":"say"}', '{"type":"hack"}', JSON.stringify({ type: 'say', id: 'x', text: 5, attachments: [] })];
  for (const text of nonsense) page.socket.send(text);
  page.socket.send(Buffer.from([0, 1, 2]));
  for (const _ of [...nonsense, 'binary']) expect((await page.next('refused')).text).toContain('does not understand');
  page.say('/secret');
  await page.reply('Between you');
  const closed = new Promise<number>((resolve) => page.socket.on('close', resolve));
  for (let sent = 0; sent < 20; sent++) page.socket.send('nonsense');
  expect(await closed).toBe(1008);
  expect(tutor.faults()).toEqual([]);
});

test('a frame above the limit ends the connection, not the server', async () => {
  const person = await arrive();
  const page = await person.connect();
  const closed = new Promise<number>((resolve) => page.socket.on('close', resolve));
  page.socket.send('x'.repeat(200_000));
  expect(await closed).toBe(1009);
  expect((await person.connect()).ready.you.id).toBe(page.ready.you.id);
});

test('sockets of other sites, of other host names and without a cookie are refused', async () => {
  const person = await arrive();
  await expect(person.connect({ origin: 'http://evil.example' })).rejects.toThrow('403');
  const open = (headers: Record<string, string>) =>
    new Promise((_, reject) => new WebSocket(`${tutor.url.replace('http', 'ws')}/socket`, { headers }).on('error', reject));
  await expect(open({ cookie: person.cookie })).rejects.toThrow('403');
  await expect(open({ cookie: person.cookie, host: 'evil.example', origin: 'http://evil.example' })).rejects.toThrow('403');
  await expect(open({ origin: tutor.url })).rejects.toThrow('401');
});

test('a page asked for by a name that was pointed at this machine is refused', async () => {
  const status = await new Promise((resolve) => {
    const { port } = new URL(tutor.url);
    request({ port, headers: { host: 'evil.example' } }, (response) => resolve(response.statusCode)).end();
  });
  expect(status).toBe(403);
  const upload = await fetch(`${tutor.url}/upload`, { method: 'POST', headers: { origin: 'http://evil.example' }, body: 'x' });
  expect(upload.status).toBe(403);
});

test('pages carry a strict policy, and pictures are served by what they are', async () => {
  const page = await fetch(tutor.url, { headers: { 'accept-language': 'ru' } });
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const html = await page.text();
  expect(html).toContain('<html lang="ru">');
  expect(html).toContain('<title>Тьютор по свёрткам</title>');
  expect(html).not.toMatch(/%[a-z-]+%|https?:\/\//);

  const person = await arrive();
  const png = (await (await person.upload(await picture(20, 20))).json()) as { id: string };
  expect(png.id).toMatch(/^[\w-]{22}\.png$/);
  const served = await fetch(`${tutor.url}/media/${png.id}`);
  expect(served.headers.get('content-type')).toBe('image/png');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const hidden = (await (await person.upload(svg)).json()) as { id: string };
  const download = await fetch(`${tutor.url}/media/${hidden.id}`);
  expect(download.headers.get('content-type')).toBe('application/octet-stream');
  expect(download.headers.get('content-disposition')).toBe('attachment');
  for (const id of ['..%2f..%2fpackage.json', 'nothing.png', `${'a'.repeat(22)}.png`])
    expect((await fetch(`${tutor.url}/media/${id}`)).status).toBe(404);
});

test('an upload above the limit gets one sentence in the person’s language, stated or streamed', async () => {
  const person = await arrive();
  const stated = await person.upload(new Uint8Array(20 * 1024 * 1024 + 1));
  expect(stated.status).toBe(413);
  expect(await stated.json()).toEqual({ error: 'Картинка больше 20 МБ. Отправьте поменьше.' });
  const streamed = await new Promise((resolve, reject) => {
    const headers = { origin: tutor.url, cookie: person.cookie, 'transfer-encoding': 'chunked' };
    const sending = request(`${tutor.url}/upload`, { method: 'POST', headers }, (response) => resolve(response.statusCode));
    // the server stops reading above the limit
    sending.on('error', reject);
    for (let megabyte = 0; megabyte < 21; megabyte++) sending.write(Buffer.alloc(1024 * 1024));
  });
  expect(streamed).toBe(413);
});

test('a message names a picture that is no longer there', async () => {
  const page = await (await arrive()).connect();
  const { id } = page.say('/convolve', { attachments: [{ id: `${'a'.repeat(22)}.png`, name: 'gone.png' }] });
  expect(await page.next('refused')).toEqual({ type: 'refused', id, text: 'The picture is no longer here. Add it again.' });
});

test('who writes too fast is asked to wait, and nobody else is', async () => {
  const flood = await (await arrive()).connect();
  for (let sent = 0; sent < 40; sent++) flood.say('/unknown');
  expect((await flood.next('refused', ({ text }) => text.includes('ten seconds'))).id).toBeDefined();
  const other = await (await arrive()).connect();
  other.say('/secret');
  await other.reply('Between you');
});

test('what only one person may see is never sent to another in the room', async () => {
  const anna = await (await arrive()).connect({ room: 'Квартал' });
  const boris = await (await arrive()).connect({ room: 'квартал' });
  expect(boris.ready.room).toBe('квартал');
  expect((await anna.next('people', ({ people }) => people.length === 2)).text).toBe('2 people here');
  anna.say('/secret');
  const { message } = await anna.reply('Between you');
  expect(message.onlyYou).toBe(true);
  anna.say('@tutor /quiz typed');
  await boris.reply('How wide');
  expect(JSON.stringify(boris.frames)).not.toContain('Between you');
  const late = await (await arrive()).connect({ room: 'квартал' });
  expect(late.ready.messages.map(visible).join()).toContain('How wide');
  expect(late.ready.messages.map(visible).join()).not.toContain('Between you');
});

test('in a room people talk without the tutor until they address it', async () => {
  const anna = await (await arrive()).connect({ room: 'talk' });
  anna.say('What a day');
  anna.say('@Tutor, what is a stride?');
  const { message } = await anna.next('message', (frame) => frame.message.reply !== undefined);
  expect(message.because?.label).toBe('@Tutor, what is a stride?');
});

test('a room with an impossible name leads to the own chat, and says so', async () => {
  const page = await (await arrive()).connect({ room: '../../etc' });
  expect(page.ready.room).toBeUndefined();
  expect((await page.next('refused')).text).toContain('letters, digits');
});

test('a button that needs a typed value asks for it and then takes it', async () => {
  const page = await (await arrive()).connect();
  page.say('/secret');
  const { message } = await page.reply('Between you');
  const press = { type: 'press' as const, id: newId(), message: message.id, route: 'quiz.typed', label: 'Ask me' };
  page.send(press);
  expect((await page.next('form')).form.label).toBe('Width of the output');
  page.send({ ...press, id: newId(), form: '5' });
  await page.reply('Right');
});

test('a button that no command knows any more says so', async () => {
  const page = await (await arrive()).connect();
  page.send({ type: 'press', id: newId(), message: 'long-gone', route: 'vanished.action 1', label: 'Old' });
  const { message } = await page.next('message', (frame) => frame.message.reply?.failed === true);
  expect(message.because?.label).toBe('Old');
});

test('the answer’s index never reaches the page', async () => {
  const page = await (await arrive()).connect();
  page.say('/quiz');
  const { message } = await page.reply('How wide');
  expect(message.reply?.quiz).toEqual({
    choices: [5, 6, 7, 3].map((width) => ({ label: `${width} × ${width}`, route: `quiz.answer ${width}` })),
  });
});

test('a page that knows what came before is sent only the rest', async () => {
  const person = await arrive();
  const page = await person.connect();
  const welcome = await page.reply('Welcome');
  page.say('/secret');
  await page.reply('Between you');
  const again = await person.connect({ after: welcome.message.revision });
  expect(again.ready.complete).toBe(false);
  expect(again.ready.messages.map(visible)).toEqual(['/secret', expect.stringContaining('Between you')]);
  const fromAnOlderDatabase = await person.connect({ after: 1_000_000 });
  expect(fromAnOlderDatabase.ready).toMatchObject({ complete: true, messages: { length: 3 } });
});

test('what was under way when the tutor stopped is answered after the start, once', async () => {
  const person = await arrive();
  const page = await person.connect();
  await page.reply('Welcome');
  const { id: personId } = page.ready.you;
  const event = {
    id: 'left-over-1',
    person: personId,
    name: '',
    hint: 'en',
    asked: { type: 'say', id: 'left-over-1', text: '/slow', attachments: [] },
  };
  const before = tutor.events.length;
  await tutor.restart(() => tutor.memory.set(`pending:${personId}:left-over-1`, JSON.stringify({ event, tries: 0 })));
  const after = await person.connect();
  if (!after.ready.messages.some((message) => visible(message).includes('Done'))) await after.reply('Done');
  await expect.poll(() => tutor.memory.list('pending:')).toEqual([]);
  expect(tutor.events.slice(before)).toEqual([`web:${personId}:left-over-1`]);
});

test('a port that is taken is explained', async () => {
  await expect(startTutor({ port: Number(new URL(tutor.url).port) })).rejects.toThrow('choose another port with PORT');
});
