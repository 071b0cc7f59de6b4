/** What the web chat accepts and keeps. Sizes are bytes and times milliseconds unless said otherwise. */

/** Characters of one message: a 64×64 matrix with short numbers fits. */
export const MAX_TEXT_LENGTH = 16_000;
export const MAX_ATTACHMENTS = 4;
/** One JSON frame: the longest text in UTF-8, escaped, and its attachments' names. */
export const MAX_FRAME_BYTES = 128 * 1024;
export const MAX_NAME_LENGTH = 40;
export const MAX_ROOM_LENGTH = 40;

/** Messages, presses and uploads of one person. */
export const RATE_LIMIT = { events: 30, perMs: 10_000 } as const;
/** Events of one person that wait for their answer; more are refused until some are answered. */
export const MAX_WAITING = 8;
/** Client ids remembered for each person, so that an event sent twice is answered once. */
export const REMEMBERED_EVENTS = 100;
/** Frames that make no sense before the connection is closed. */
export const MAX_BAD_FRAMES = 20;

/** Messages kept for each conversation. */
export const KEPT_MESSAGES = 200;
/** All pictures and files together; the oldest give way. */
export const MEDIA_CAP_BYTES = 512 * 1024 * 1024;
/** The largest picture or file in a reply. */
export const MAX_MEDIA_BYTES = 25 * 1024 * 1024;
/** A table longer than this is cut, with a line that says so. */
export const MAX_TABLE_ROWS = 200;
/** People in one room, and connections in all. */
export const MAX_CONNECTIONS = 500;
/** A connection that takes in less than it is sent is closed above this; the page reconnects and asks for what it missed. */
export const MAX_BUFFERED_BYTES = 8 * 1024 * 1024;

/** Progress is shown at most this often. */
export const PROGRESS_EVERY_MS = 150;
/** A picture of work that goes on is changed at most this often. */
export const PREVIEW_EVERY_MS = 700;
/** A connection that does not answer a ping for this long is gone. */
export const PING_EVERY_MS = 30_000;
/** How long a stop waits for answers under way. */
export const STOP_TIMEOUT_MS = 3_000;
