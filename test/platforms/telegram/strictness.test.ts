import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { brokenLimits, htmlProblems } from './limits.ts';
import { spec, violations } from './spec.ts';

const none = new Set<string>();
const broken = (method: string, parameters: object, files: Buffer[] = []) =>
  brokenLimits({
    method,
    parameters: parameters as Record<string, unknown>,
    files: files.map((bytes) => ({ name: 'photo', filename: 'a.png', bytes })),
  });

describe.skipIf(spec === undefined)('the API’s description finds', () => {
  it.each([
    ['a method that does not exist', 'sendMesage', {}, 'no such method'],
    ['a missing parameter', 'sendMessage', { chat_id: 1 }, 'text is missing'],
    ['an unknown parameter', 'sendMessage', { chat_id: 1, text: 'x', reply_to: 2 }, 'unknown parameter reply_to'],
    ['a wrong type', 'sendMessage', { chat_id: 1, text: 5 }, 'is no String'],
    [
      'a mistake deep within',
      'sendMessage',
      { chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', data: 'y' }]] } },
      'unknown parameter data',
    ],
    ['an upload that is not there', 'sendPhoto', { chat_id: 1, photo: 'attach://nowhere' }, 'is no'],
  ] as const)('%s', (_what, method, parameters, problem) => {
    expect(violations(method, parameters, none).join('; ')).toContain(problem);
  });

  it('nothing in a sound request', () => {
    const reply_markup = { inline_keyboard: [[{ text: 'x', callback_data: 'y' }]] };
    expect(violations('sendMessage', { chat_id: 1, text: 'x', parse_mode: 'HTML', reply_markup }, none)).toEqual([]);
  });
});

describe('the documented limits find', () => {
  it.each([
    ['a long text', 'sendMessage', { text: 'x'.repeat(4097) }, 'a text of 4097'],
    ['a long caption', 'sendPhoto', { caption: `<b>${'x'.repeat(1025)}</b>`, parse_mode: 'HTML' }, 'a text of 1025'],
    ['a long alert', 'answerCallbackQuery', { text: 'x'.repeat(201) }, 'a text of 201'],
    ['an empty text', 'sendMessage', { text: '<b> </b>' }, 'an empty text'],
    [
      'long callback data',
      'sendMessage',
      { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'ш'.repeat(33) }]] } },
      '66 bytes',
    ],
    ['a poll of one option', 'sendPoll', { question: 'x', options: [{ text: 'y' }] }, '1 options'],
    [
      'a quiz whose answer is no option',
      'sendPoll',
      { type: 'quiz', question: 'x', options: [{ text: 'y' }, { text: 'z' }], correct_option_ids: [2] },
      'the correct options',
    ],
    ['an album of one', 'sendMediaGroup', { media: [{ type: 'photo' }] }, 'an album of 1'],
  ] as const)('%s', async (_what, method, parameters, problem) => {
    expect((await broken(method, parameters)).join('; ')).toContain(problem);
  });

  it('photos that are too long, or none', async () => {
    const strip = await sharp({ create: { width: 2100, height: 100, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await broken('sendPhoto', {}, [strip])).toEqual(['sendPhoto: a photo as long as 2100 × 100']);
    expect(await broken('sendPhoto', {}, [Buffer.from('text')])).toEqual(['sendPhoto: a photo that is no picture']);
  });

  it('HTML that cannot be parsed', () => {
    expect(htmlProblems('<b>x')).toEqual(['b stays open']);
    expect(htmlProblems('a < b & c')).toEqual(['a bare < or >', 'a bare &']);
    expect(htmlProblems('<h1>x</h1>')).toContain('the tag h1 is unknown');
    expect(htmlProblems('<tg-spoiler><code>x</code></tg-spoiler>')).toEqual(['code within tg-spoiler']);
    expect(htmlProblems('<pre><code class="language-python">a &lt; b</code></pre>')).toEqual([]);
  });
});
