import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Adapter } from '../../../src/chat/chat.ts';
import { list, math, paragraph } from '../../../src/chat/reply.ts';
import { startDiscord } from '../../../src/platforms/discord/discord.ts';
import { type Emulator, startDiscordEmulator } from './emulator.ts';
import { APPLICATION, CHANNEL, EPHEMERAL, GUILD, THREAD, TOKEN } from './shapes.ts';
import { createTestTutor, type TestTutor } from './tutor/tutor.ts';

let tutor: TestTutor;
let discord: Emulator;
let adapter: Adapter;

const start = (settings: { token?: string; guild?: string } = {}) =>
  startDiscord({ token: TOKEN, api: discord.api, ...settings }, tutor.adapter);
const listed = (guild?: string) =>
  discord.until(() => (discord.listed(guild).length > 0 ? discord.listed(guild) : undefined), 'the commands');
const logged = (level: string) => tutor.log.lines.filter((line) => line.level === level);
const writes = () => discord.calls.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'));
const picture = (bytes: number) => ({
  name: 'a.png',
  type: 'image/png',
  bytes: new Uint8Array(bytes).fill(1),
  width: 4,
  height: 4,
  alt: 'Four stripes.',
});

/** Work that goes on until the test lets it. */
function holdWork(): () => void {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  tutor.parts.step = () => gate;
  return () => release();
}

beforeEach(async () => {
  discord = await startDiscordEmulator();
  tutor = createTestTutor();
});
afterEach(async () => {
  await adapter.stop();
  await discord.close();
  expect(discord.problems).toEqual([]);
});

describe('starting', () => {
  it('says who it is and how it is invited', async () => {
    adapter = await start();
    expect(adapter.status).toBe(
      'Discord: on as Tutor. Invite it: https://discord.com/oauth2/authorize?client_id=123456789012345678&scope=bot+applications.commands&permissions=32768',
    );
    await listed();
    expect(logged('error')).toEqual([]);
  });

  it.each(['MTIz.wrong.token', 'pasted with spaces', 'русский'])(
    'with the wrong token “%s” ends in one sentence that says what to do',
    async (token) => {
      adapter = await start({ token });
      expect(adapter.status).toBe(
        'Discord: off. Discord refuses the token: copy DISCORD_TOKEN again from the developer portal (Bot, Reset Token) and start again.',
      );
      expect(logged('error')).toHaveLength(1);
    },
  );

  it('without a network goes on trying in the background, and connects when it is there', async () => {
    const { port } = discord;
    await discord.close();
    adapter = await start();
    expect(adapter.status).toBe('Discord: Discord cannot be reached; trying again. Check the network and DISCORD_API.');
    expect(logged('error')).toHaveLength(1);
    discord = await startDiscordEmulator({ port });
    await listed();
    expect((await discord.use('show')).content).toBe('Here it is.');
  });

  it('is refused by the gateway in one sentence too', async () => {
    discord.gateway.settings.closeWith = 4014;
    adapter = await start();
    expect(adapter.status).toMatch(/^Discord: off\. Discord refuses the intents/);
  });

  it('hears when the token is taken back later, and ends its tries', async () => {
    adapter = await start();
    await listed();
    discord.gateway.settings.closeWith = 4004;
    discord.gateway.cut();
    await vi.waitFor(
      () => expect(logged('error').map(({ message }) => message)).toEqual([expect.stringContaining('refuses the token')]),
      10_000,
    );
  });
});

describe('commands', () => {
  it('are written once, with Russian names, and not again when nothing has changed', async () => {
    adapter = await start();
    expect(await listed()).toEqual(['show', 'slow', 'ask', 'secret', 'Look']);
    await adapter.stop();
    adapter = await start();
    await vi.waitFor(() => expect(logged('info').filter(({ fields }) => fields.written === false)).toHaveLength(1), 10_000);
    expect(writes()).toHaveLength(1);
    // the ids are known from the list as well
    tutor.parts.reply = { blocks: [paragraph('Try /slow 4.')] };
    expect((await discord.use('show')).content).toMatch(/^Try <\/slow:\d+> 4\.$/);
  });

  it('move from everywhere to one server and back, and are never listed twice', async () => {
    adapter = await start();
    await listed();
    await adapter.stop();
    adapter = await start({ guild: GUILD });
    expect(await listed(GUILD)).toContain('show');
    expect(discord.listed()).toEqual([]);
    await adapter.stop();
    adapter = await start();
    expect(await listed()).toContain('show');
    expect(discord.listed(GUILD)).toEqual([]);
  });

  it('that cannot be registered in a server are explained', async () => {
    discord.failNext(/GET .*guilds.*commands/, 403, { message: 'Missing Access', code: 50001 });
    adapter = await start({ guild: GUILD });
    await vi.waitFor(() => expect(logged('error')[0]?.fields.reason).toMatch(/no access to the server .* invite the tutor there/), 10_000);
  });
});

describe('formulas of a lesson', () => {
  beforeEach(async () => {
    adapter = await start();
    await listed();
  });
  const reply = { blocks: [math('a\nb', 'a, then b')], typeset: true };

  it('are a picture whose alternative text is their plain form, which stands in the text too', async () => {
    tutor.parts.reply = reply;
    const { content, files } = await discord.use('show');
    expect(content).toBe('`a, then b`');
    expect(files).toMatchObject([{ name: 'formula.png', alt: 'a, then b' }]);
    expect([...files[0]!.bytes]).toEqual([2]);
  });

  it('stand above the reply’s own picture, so that Discord cuts neither', async () => {
    tutor.parts.reply = { ...reply, media: [{ ...picture(3), width: 1080 }] };
    const { files } = await discord.use('show');
    expect(files).toMatchObject([{ name: 'a.png', alt: 'a, then b\nFour stripes.' }]);
    expect([...files[0]!.bytes]).toEqual([2, 1, 1, 1]);
  });

  it('of short answers stay text, and so do those that cannot be typeset', async () => {
    tutor.parts.reply = { blocks: reply.blocks };
    expect((await discord.use('show')).files).toEqual([]);
    tutor.parts.reply = { blocks: [math('\\wrong', 'plain')], typeset: true };
    expect(await discord.use('show')).toMatchObject({ content: '`plain`', files: [] });
    expect(logged('error').map(({ message }) => message)).toEqual(['a formula could not be typeset; it is shown as text']);
  });
});

describe('who sees an answer', () => {
  beforeEach(async () => {
    adapter = await start();
    await listed();
  });

  it('everyone, when a command answers publicly', async () => {
    expect(await discord.use('show')).toMatchObject({ ephemeral: false, content: 'Here it is.' });
  });

  it('only the asker, in all its messages, when a command answers privately', async () => {
    const interaction = discord.send('secret');
    await discord.answered(interaction, ({ content }) => content === 'second.');
    expect(discord.answersOf(interaction).map(({ content, ephemeral }) => [content, ephemeral])).toEqual([
      ['First,', true],
      ['second.', true],
    ]);
  });

  it('only the asker, when a public command refuses what they typed', async () => {
    tutor.parts.reply = { blocks: [paragraph('No.')], audience: 'asker' };
    const interaction = discord.send('show');
    expect(await discord.answered(interaction)).toMatchObject({ ephemeral: true, content: 'No.' });
    expect(interaction.original?.deleted).toBe(true);
  });

  it('nothing is hidden in the direct chat', async () => {
    tutor.parts.reply = { blocks: [paragraph('No.')], audience: 'asker' };
    expect(await discord.use('show', {}, { where: 'direct' })).toMatchObject({ ephemeral: false });
    expect(await discord.use('secret', {}, { where: 'direct' })).toMatchObject({ ephemeral: false });
    expect(discord.calls.some(({ body }) => ((body.flags ?? body.data?.flags ?? 0) & EPHEMERAL) !== 0)).toBe(false);
  });

  it('a press is answered for all or for one, as the reply wants, and the pressed message stays', async () => {
    tutor.parts.reply = { blocks: [paragraph('Press.')], buttons: [[{ label: 'Again', route: 'show.again' }]] };
    const pressed = await discord.use('show');
    tutor.parts.reply = { blocks: [paragraph('For all.')] };
    expect(await discord.press('Again', { on: pressed })).toMatchObject({ content: 'For all.', ephemeral: false });
    tutor.parts.reply = { blocks: [paragraph('For one.')], audience: 'asker' };
    expect(await discord.press('Again', { on: pressed })).toMatchObject({ content: 'For one.', ephemeral: true });
    expect(pressed).toMatchObject({ content: 'Press.', edits: 1 });
  });

  it('a reply that replaces takes the place of the pressed message, pictures and all', async () => {
    tutor.parts.reply = { blocks: [paragraph('Page 1')], media: [picture(10)], buttons: [[{ label: 'Next', route: 'show.again' }]] };
    const page = await discord.use('show');
    expect(page.files).toHaveLength(1);
    tutor.parts.reply = { blocks: [paragraph('Page 2')], replace: true };
    expect(await discord.press('Next', { on: page })).toBe(page);
    expect(page).toMatchObject({ content: 'Page 2', files: [], buttons: [] });
  });

  it('a reply that should replace a deleted message is sent as a new one', async () => {
    const page = await discord.use('show');
    page.deleted = true;
    tutor.parts.reply = { blocks: [paragraph('Page 2')], replace: true };
    expect(await discord.press('show.again', { on: page })).toMatchObject({ content: 'Page 2' });
  });

  it('what is typed into a dialog is answered to who typed it', async () => {
    const question = await discord.use('ask');
    const dialog = await discord.open('Type it', { on: question });
    expect(dialog).toMatchObject({
      custom_id: 'ask.typed',
      title: 'Your answer',
      components: [{ label: 'A number', component: { placeholder: '5', max_length: 9 } }],
    });
    expect(await discord.submit(dialog, '4', { on: question })).toMatchObject({ content: 'You typed 4.', ephemeral: true });
  });
});

describe('where it happens', () => {
  it('a server’s channel, a thread, the direct chat and a server that the tutor is not in are places of their own', async () => {
    adapter = await start();
    await listed();
    for (const where of ['server', 'thread', 'direct', 'foreign'] as const) await discord.use('show', {}, { where });
    expect(tutor.parts.places).toEqual([
      `discord:${CHANNEL}`,
      `discord:${CHANNEL}/${THREAD}`,
      `discord:${CHANNEL}`,
      'discord:343456789012345678',
    ]);
  });
});

describe('pictures that come in', () => {
  const bytes = Buffer.alloc(1000, 1);
  beforeEach(async () => {
    adapter = await start();
    await listed();
  });

  it('from an option, and from a message’s attachments, embeds or what it forwards', async () => {
    const file = discord.upload('a.png', bytes);
    expect((await discord.use('show', { image: file })).content).toBe('1000 bytes');
    expect((await discord.menu('Look', { attachments: [file] })).content).toBe('1000 bytes');
    const image = { url: 'https://elsewhere.invalid/a.png', proxy_url: file.url, width: 4, height: 4 };
    expect((await discord.menu('Look', { embeds: [{ type: 'image', image }] })).content).toBe('1000 bytes');
    const message = {
      type: 0,
      content: '',
      embeds: [],
      attachments: [file],
      timestamp: '2026-01-01T00:00:00Z',
      edited_timestamp: null,
      flags: 0,
    };
    const forwarded = { message_snapshots: [{ message }], message_reference: { type: 1, channel_id: CHANNEL, message_id: file.id } };
    expect((await discord.menu('Look', forwarded)).content).toBe('1000 bytes');
  });

  it('are never taken from elsewhere when the message has none', async () => {
    await discord.use('show', { image: discord.upload('a.png', bytes) });
    const film = discord.upload('film.mp4', bytes, { type: 'video/mp4' });
    const stranger = { url: 'http://127.0.0.1:1/secret.png', width: 4, height: 4 };
    for (const message of [{}, { attachments: [film] }, { embeds: [{ type: 'image', image: stranger }] }]) {
      expect(await discord.menu('Look', message)).toMatchObject({ ephemeral: true, content: expect.stringContaining('no picture') });
    }
  });

  it.each([
    ['larger than stated', { size: 10, content: Buffer.alloc(21 * 1024 * 1024) }, 'too large'],
    ['gone', { status: 404, content: bytes }, 'could not fetch'],
  ])('a file that is %s is one sentence', async (_name, { content, ...how }, sentence) => {
    const answer = await discord.use('show', { image: discord.upload('a.png', content, how) });
    expect(answer.content).toContain(sentence);
  });
});

describe('pictures that go out', () => {
  beforeEach(async () => {
    adapter = await start();
    await listed();
  });

  it('that are larger than the server allows are told instead', async () => {
    discord.settings.attachmentSizeLimit = 1024 * 1024;
    tutor.parts.reply = { blocks: [paragraph('Look:')], media: [picture(100), picture(1024 * 1024 + 1)] };
    const answer = await discord.use('show');
    expect(answer.files).toHaveLength(1);
    expect(answer.content).toContain('larger than Discord takes here (1 MB)');
    expect(answer.content).toContain('Four stripes.');
  });

  it.each([
    ['no permission', 403, 50013, 'I may not attach files here'],
    ['a request that is too large', 413, 40005, 'too large'],
  ])('that Discord refuses for %s are told instead', async (_name, status, code, sentence) => {
    tutor.parts.reply = { blocks: [paragraph('Look:')], media: [picture(100)], buttons: [[{ label: 'Again', route: 'show.again' }]] };
    discord.failNext(/PATCH/, status, { message: 'no', code });
    const answer = await discord.use('show');
    expect(answer).toMatchObject({ files: [], buttons: [{ label: 'Again' }] });
    expect(answer.content).toContain(sentence);
    expect(answer.content).toContain('Four stripes.');
  });

  it('in a long reply follow its text, and the buttons stand under the last message', async () => {
    const items = Array.from({ length: 60 }, (_, index) => `${index + 1}: ${'word '.repeat(15)}`);
    tutor.parts.reply = { blocks: [list(items)], media: [picture(100)], buttons: [[{ label: 'Again', route: 'show.again' }]] };
    const interaction = discord.send('show');
    await discord.answered(interaction, ({ buttons }) => buttons.length > 0);
    const messages = discord.answersOf(interaction);
    expect(messages.map(({ files, buttons }) => [files.length, buttons.length])).toEqual([
      [0, 0],
      [0, 0],
      [1, 1],
    ]);
    expect(messages.map(({ content }) => content).join('\n')).toContain('- 60: word');
  });
});

describe('work that lasts', () => {
  beforeEach(async () => {
    adapter = await start();
    await listed();
  });

  it('is shown in the waiting message, which becomes the answer', async () => {
    const release = holdWork();
    const interaction = discord.send('slow', { steps: 3 });
    const note = await discord.answered(interaction);
    expect(note.content).toBe('Working …');
    release();
    await discord.answered(interaction, ({ content }) => content === 'Done in 3 steps.');
    expect(discord.answersOf(interaction)).toHaveLength(1);
  });

  it('says how far it is, not more often than every second and a half', async () => {
    let steps = 0;
    const started = Date.now();
    tutor.parts.step = () => {
      steps++;
      return new Promise((resolve) => setTimeout(resolve, 60));
    };
    const interaction = discord.send('slow', { steps: 80 });
    const note = await discord.answered(interaction, ({ content }) => /^Step \d+ … \d+ %$/.test(content));
    await discord.answered(interaction, ({ content }) => content === 'Done in 80 steps.');
    expect(steps).toBe(80);
    // the answer is an edit too
    expect(note.edits - 1).toBeLessThanOrEqual((Date.now() - started) / 1500);
  });

  it('with something to see is one message that is edited, picture and buttons, until the answer takes its place', async () => {
    let next: () => void = () => undefined;
    tutor.parts.step = () =>
      new Promise((resolve) => {
        next = resolve;
      });
    tutor.parts.preview = { media: picture(10), buttons: [[{ label: 'Stop', route: 'slow.privately' }]] };
    const interaction = discord.send('slow', { steps: 3 });
    await discord.answered(interaction, ({ content }) => content === 'Working …');
    next();
    const shown = await discord.answered(interaction, ({ files }) => files.length > 0);
    expect(shown).toMatchObject({
      content: 'Step 1',
      files: [{ name: 'a.png', alt: 'Four stripes.' }],
      buttons: [{ label: 'Stop', route: 'slow.privately' }],
    });
    tutor.parts.preview = { media: picture(20) };
    next();
    await discord.answered(interaction, ({ content, files }) => content === 'Step 2' && files[0]!.bytes.length === 20);
    expect(shown).toMatchObject({ files: [{}], buttons: [] });
    next();
    await discord.answered(interaction, ({ content }) => content === 'Done in 3 steps.');
    expect(discord.answersOf(interaction)).toMatchObject([{ content: 'Done in 3 steps.', files: [], buttons: [] }]);
  });

  it('is told in words where no pictures are allowed', async () => {
    const release = holdWork();
    const steps = tutor.parts.step;
    tutor.parts.preview = { media: picture(10) };
    let held = 0;
    tutor.parts.step = () => (held++ === 0 ? Promise.resolve() : steps());
    discord.failNext(/PATCH/, 403, { message: 'Missing Permissions', code: 50013 });
    const interaction = discord.send('slow', { steps: 2 });
    const shown = await discord.answered(interaction, ({ content }) => content.startsWith('Step 1'));
    expect(shown.content).toContain('Four stripes.');
    expect(shown.files).toEqual([]);
    release();
    await discord.answered(interaction, ({ content }) => content === 'Done in 2 steps.');
  });

  it('after a press is shown in a message of its own, which becomes the answer', async () => {
    const release = holdWork();
    const interaction = discord.startPress('slow.privately', { from: 12 });
    expect(await discord.answered(interaction)).toMatchObject({ content: 'Working …', ephemeral: true });
    release();
    await discord.answered(interaction, ({ content }) => content === 'Only for User 12.');
    expect(discord.answersOf(interaction)).toMatchObject([{ ephemeral: true, content: 'Only for User 12.' }]);
  });

  it('is finished before the adapter stops', async () => {
    const release = holdWork();
    const interaction = discord.send('slow', { steps: 1 });
    await discord.until(() => interaction.callback, 'the acknowledgement');
    const stopped = adapter.stop();
    release();
    await stopped;
    expect(discord.answersOf(interaction)).toMatchObject([{ content: 'Done in 1 steps.' }]);
  });
});

describe('when things go wrong', () => {
  beforeEach(async () => {
    adapter = await start();
    await listed();
  });

  it('an event that comes three times is answered once', async () => {
    await discord.answered(discord.send('show', {}, { times: 3 }));
    await discord.use('show');
    expect(discord.calls.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(2);
    expect(tutor.parts.places).toHaveLength(2);
  });

  it.each([
    [10062, 404, 'Unknown interaction'],
    [40060, 400, 'Interaction has already been acknowledged.'],
  ])('an interaction that Discord no longer takes (%i) is logged with its age and left', async (code, status, message) => {
    discord.failNext(/callback/, status, { message, code });
    discord.send('show', {}, { ageMs: 4000 });
    await vi.waitFor(() => expect(logged('warn')).toHaveLength(1), 10_000);
    expect(logged('warn')[0]!.fields).toMatchObject({ code });
    expect(Number(logged('warn')[0]!.fields.ageMs)).toBeGreaterThanOrEqual(4000);
    expect(tutor.parts.places).toEqual([]);
    expect(logged('error')).toEqual([]);
  });

  it('an answer after the fifteen minutes is logged, not thrown', async () => {
    const release = holdWork();
    const interaction = discord.send('slow', { steps: 1 });
    await discord.until(() => interaction.callback, 'the acknowledgement');
    interaction.expired = true;
    release();
    await vi.waitFor(() => expect(logged('warn')[0]?.fields).toMatchObject({ code: 50027 }), 10_000);
    expect(logged('error')).toEqual([]);
  });

  it('a rate limit is waited for', async () => {
    discord.failNext(/PATCH/, 429, { message: 'You are being rate limited.', retry_after: 0.3, global: false }, { 'retry-after': '0.3' });
    expect((await discord.use('show')).content).toBe('Here it is.');
  });

  it('a fault of Discord’s is tried again', async () => {
    discord.failNext(/PATCH/, 502, { message: 'Bad Gateway' });
    expect((await discord.use('show')).content).toBe('Here it is.');
  });

  it('a message that Discord refuses becomes an apology with a reference', async () => {
    discord.failNext(/PATCH/, 400, { message: 'Invalid Form Body', code: 50035 });
    const answer = await discord.use('show');
    expect(answer.content).toContain('Something went wrong on my side');
    expect(answer.ephemeral).toBe(true);
  });

  it('a waiting message that someone deletes is no loss', async () => {
    const release = holdWork();
    const interaction = discord.send('slow', { steps: 1 });
    await discord.until(() => interaction.callback, 'the acknowledgement');
    interaction.original!.deleted = true;
    release();
    expect(await discord.answered(interaction)).toMatchObject({ content: 'Done in 1 steps.' });
  });
});

describe('the gateway', () => {
  beforeEach(async () => {
    adapter = await start();
    await listed();
  });

  it('that breaks is resumed, and what was asked meanwhile is answered', async () => {
    discord.gateway.cut();
    const asked = discord.send('show');
    expect((await discord.answered(asked)).content).toBe('Here it is.');
    expect(discord.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
    expect(logged('error')).toEqual([]);
  });

  it('that asks for a new connection gets one', async () => {
    discord.gateway.askToReconnect();
    await vi.waitFor(() => expect(discord.gateway.counts.resumed).toBe(1), 10_000);
    expect((await discord.use('show')).content).toBe('Here it is.');
  });

  it('that has forgotten the session gets a new one, and the commands are not written again', async () => {
    discord.gateway.forgetSession();
    discord.gateway.cut();
    await vi.waitFor(() => expect(discord.gateway.counts.identified).toBe(2), 20_000);
    expect((await discord.use('show')).content).toBe('Here it is.');
    expect(writes().map(({ path }) => path)).toEqual([`/applications/${APPLICATION}/commands`]);
  });
});
