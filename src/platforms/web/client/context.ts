import type { PageTextKey } from './page-texts.ts';
import type { Language, WireCommand, WireMedia, WireMessage } from './wire.ts';

/** What the parts of the page need of the whole. */
export interface PageContext {
  t(key: PageTextKey, values?: Record<string, string | number>): string;
  language(): Language;
  commands(): readonly WireCommand[];
  you(): { id: string; name: string };
  room: string | undefined;
  maxUploadBytes(): number;
  /** Presses a button of a message; `form` is what was typed. */
  press(message: WireMessage, route: string, label: string, form?: string): void;
  say(text: string, attachments: { id: string; name: string; type: string }[], replyTo?: string): void;
  startReply(message: WireMessage): void;
  openPicture(picture: WireMedia): void;
  /** Sends a message again that was refused, or takes it out of the conversation. */
  resend(client: string): void;
  discard(client: string): void;
  notify(text: string): void;
}

export function mediaUrl({ id }: { id: string }): string {
  return `/media/${encodeURIComponent(id)}`;
}
