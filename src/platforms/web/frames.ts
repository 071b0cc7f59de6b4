import { z } from 'zod';
import { MAX_ROUTE_BYTES } from '../../chat/route.ts';
import type { ClientFrame } from './client/wire.ts';
import { MAX_ATTACHMENTS, MAX_NAME_LENGTH, MAX_ROOM_LENGTH, MAX_TEXT_LENGTH } from './limits.ts';

const CLIENT_ID = z.string().regex(/^[\w-]{8,64}$/);
const MESSAGE_ID = z.string().regex(/^[\w-]{1,64}$/);

const frame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    room: z.string().max(400).optional(),
    language: z.string().max(35),
    after: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  }),
  z.object({
    type: z.literal('say'),
    id: CLIENT_ID,
    text: z.string().max(MAX_TEXT_LENGTH),
    attachments: z.array(z.object({ id: z.string().max(80), name: z.string().max(255) })).max(MAX_ATTACHMENTS),
    replyTo: MESSAGE_ID.optional(),
  }),
  z.object({
    type: z.literal('press'),
    id: CLIENT_ID,
    message: MESSAGE_ID,
    // one character is at least one byte
    route: z.string().min(1).max(MAX_ROUTE_BYTES),
    label: z.string().max(200),
    form: z.string().max(MAX_TEXT_LENGTH).optional(),
  }),
  z.object({ type: z.literal('name'), name: z.string().max(400) }),
  z.object({ type: z.literal('language'), id: CLIENT_ID, language: z.enum(['en', 'ru']) }),
]);

/** Reads a frame of the page; undefined for anything that the page would not send. */
export function parseFrame(text: string): ClientFrame | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const result = frame.safeParse(json);
  return result.success ? result.data : undefined;
}

/** A person's name as others see it: one line, no control or direction characters; undefined when nothing is left. */
export function cleanName(name: string): string | undefined {
  const clean = name
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return clean === '' ? undefined : [...clean].slice(0, MAX_NAME_LENGTH).join('').trim();
}

/** A room's name in its one spelling; undefined for what cannot be one. */
export function cleanRoom(room: string): string | undefined {
  const clean = room.normalize('NFC').trim().toLowerCase();
  const shape = new RegExp(`^[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,${MAX_ROOM_LENGTH - 1}})$`, 'u');
  return shape.test(clean) ? clean : undefined;
}
