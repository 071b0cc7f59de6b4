/** What Telegram takes (Bot API 10). Lengths are in UTF-16 code units after entities are parsed. */
export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;
/** A rich message's text, in characters. */
export const MAX_RICH = 32_768;
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
/** Width and height together, pixels. */
export const MAX_PHOTO_SIDES = 10_000;
export const MAX_PHOTO_RATIO = 20;
export const MAX_FILE_BYTES = 50 * 1024 * 1024;
/** What `getFile` gives out. */
export const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;
export const MAX_ALBUM = 10;
export const MAX_CALLBACK_BYTES = 64;
export const MAX_BUTTONS = 100;
export const MAX_POLL_QUESTION = 300;
export const MAX_POLL_OPTION = 100;
export const MIN_POLL_OPTIONS = 2;
export const MAX_POLL_OPTIONS = 12;
export const MAX_POLL_EXPLANATION = 200;
export const MAX_POLL_EXPLANATION_LINES = 3;
export const MAX_ALERT = 200;
export const MAX_FORM_PLACEHOLDER = 64;
export const MAX_COMMAND_DESCRIPTION = 256;

/** A label longer than this is cut by every client; ours are cut where it can be seen. */
export const MAX_BUTTON_LABEL = 60;
/** The letters that the labels of one row share on a phone; what needs more goes into the next row. */
export const ROW_LETTERS = 36;
export const MAX_BUTTONS_IN_ROW = 8;
/** Columns of monospace that a phone shows without breaking lines; wider tables are written row by row. */
export const MAX_TABLE_WIDTH = 34;

/** A chat action is shown for five seconds; it is renewed before that. */
export const CHAT_ACTION_MS = 4000;
/** Work shorter than this shows no progress. */
export const PROGRESS_AFTER_MS = 2000;
/** About one message a second in a chat, twenty a minute in a group, edits included. */
export const PROGRESS_PRIVATE_MS = 1100;
export const PROGRESS_GROUP_MS = 3100;
/** A callback must be answered within about fifteen seconds; an alert's text is waited for only this long. */
export const ALERT_WAIT_MS = 1500;
export const DOWNLOAD_TIMEOUT_MS = 30_000;
/** Long polling, seconds. */
export const POLL_SECONDS = 30;
/** A connection that is silent this much longer than the long polling is taken for dead, milliseconds. */
export const POLL_GRACE_MS = 15_000;
