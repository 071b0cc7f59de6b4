import type { Message, Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { createAlbums } from '../../../src/platforms/telegram/albums.ts';
import { type AttachmentMaker, toIncoming } from '../../../src/platforms/telegram/incoming.ts';

const attach: AttachmentMaker = ({ fileId, name, ...rest }) => ({ name, ref: fileId, ...rest, fetch: async () => new Uint8Array() });
const ann = { id: 7, is_bot: false, first_name: 'Ann', language_code: 'ru' };
const me = { id: 99, username: 'conv_tutor_bot' };
const PRIVATE = { id: 7, type: 'private', first_name: 'Ann' };
const GROUP = { id: -5, type: 'supergroup', title: 'CNN' };

const read = (message: object) =>
  toIncoming({ update_id: 1, message: { message_id: 1, date: 0, from: ann, chat: PRIVATE, ...message } } as unknown as Update, me, attach);
const said = (message: object) => {
  const content = read(message)?.content;
  return content?.kind === 'text' ? content : undefined;
};
const photo = [
  { file_id: 'small', file_unique_id: 's', width: 9, height: 6, file_size: 10 },
  { file_id: 'large', file_unique_id: 'l', width: 90, height: 60, file_size: 1000 },
];

describe('a message', () => {
  it('says who, where and what', () => {
    expect(read({ text: '/size 7 3' })).toEqual({
      id: 'telegram:1',
      platform: 'telegram',
      who: { id: '7', name: 'Ann', language: 'ru' },
      where: { id: '7', kind: 'direct' },
      content: { kind: 'text', text: '/size 7 3', attachments: [], repliedTo: [], addressed: false },
    });
  });

  it('in a topic names the topic, and only there the thread', () => {
    expect(read({ text: 'x', chat: GROUP, message_thread_id: 3, is_topic_message: true })?.where).toEqual({
      id: '-5',
      kind: 'group',
      thread: '3',
    });
    expect(read({ text: 'x', chat: GROUP, message_thread_id: 3 })?.where).toEqual({ id: '-5', kind: 'group' });
  });

  it('brings the largest size of a photo, pictures sent as files, and stickers that do not move', () => {
    expect(said({ caption: '/convolve', photo })?.attachments).toMatchObject([{ ref: 'large', size: 1000 }]);
    expect(
      said({ document: { file_id: 'd', file_unique_id: 'd', file_name: 'scan.png', mime_type: 'image/png' } })?.attachments,
    ).toMatchObject([{ name: 'scan.png', type: 'image/png' }]);
    const sticker = { file_id: 's', file_unique_id: 's', is_animated: false, is_video: false };
    expect(said({ sticker })?.attachments).toHaveLength(1);
    expect(said({ sticker: { ...sticker, is_animated: true } })?.attachments).toEqual([]);
  });

  it('brings the pictures of what it replies to, from another chat too', () => {
    expect(said({ text: '/convolve', reply_to_message: { message_id: 2, date: 0, chat: PRIVATE, photo } })?.repliedTo).toMatchObject([
      { ref: 'large' },
    ]);
    expect(said({ text: '/convolve', external_reply: { photo } })?.repliedTo).toMatchObject([{ ref: 'large' }]);
  });

  it('that holds neither text nor picture is heard in private only; service messages never are', () => {
    const voice = { file_id: 'v', file_unique_id: 'v', duration: 1 };
    expect(said({ voice })).toMatchObject({ text: '', attachments: [] });
    expect(read({ voice, chat: GROUP })).toBeUndefined();
    expect(read({ new_chat_members: [ann], chat: GROUP })).toBeUndefined();
    expect(read({ pinned_message: { message_id: 1 } })).toBeUndefined();
  });
});

describe('in a group', () => {
  it('other bots’ commands are not ours; ours may carry the name', () => {
    expect(read({ text: '/size@other_bot 7', chat: GROUP })).toBeUndefined();
    expect(said({ text: '/size@Conv_Tutor_Bot 7', chat: GROUP })?.text).toBe('/size@Conv_Tutor_Bot 7');
  });

  it('a mention or a reply addresses the tutor, and a name in front is left out', () => {
    expect(said({ text: '@conv_tutor_bot, 28', chat: GROUP })).toMatchObject({ text: '28', addressed: true });
    expect(said({ text: 'ask @conv_tutor_bot!', chat: GROUP })).toMatchObject({ text: 'ask @conv_tutor_bot!', addressed: true });
    expect(said({ text: 'ask @conv_tutor_bot_2', chat: GROUP })?.addressed).toBe(false);
    const ours = { message_id: 2, date: 0, chat: GROUP, from: { id: 99, is_bot: true, first_name: 'Tutor' } };
    expect(said({ text: '28', chat: GROUP, reply_to_message: ours })?.addressed).toBe(true);
    // the first message of a topic, which all others there reply to
    expect(
      said({ text: '28', chat: GROUP, reply_to_message: { ...ours, forum_topic_created: { name: 'x', icon_color: 0 } } })?.addressed,
    ).toBe(false);
  });

  it('anonymous administrators are heard; other bots and channel posts are not', () => {
    const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
    expect(read({ text: '/help', chat: GROUP, from: anonymous, sender_chat: GROUP })?.who).toEqual({ id: '-5', name: 'CNN' });
    expect(read({ text: '/help', chat: GROUP, from: { ...anonymous, id: 4 } })).toBeUndefined();
    expect(
      read({ text: '/help', chat: GROUP, sender_chat: { id: -9, type: 'channel', title: 'News' }, is_automatic_forward: true }),
    ).toBeUndefined();
  });
});

it('hears an album once, and every caption in it', () => {
  const albums = createAlbums();
  const part = (caption?: string, album: string | undefined = 'a') =>
    albums.isRepeat({ chat: PRIVATE, photo, media_group_id: album, ...(caption === undefined ? {} : { caption }) } as unknown as Message);
  expect([part(), part(), part('/convolve'), part(undefined, 'b')]).toEqual([false, true, false, false]);
  expect(albums.isRepeat({ chat: PRIVATE, photo } as unknown as Message)).toBe(false);
});
