/** What Discord takes, as documented in August 2026. Characters, unless said otherwise. */
export const MAX_CONTENT = 2000;
export const MAX_FILES = 10;
/** Each file, unless the interaction states another limit, bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** All files of a request together, bytes. */
export const MAX_REQUEST_BYTES = 25 * 1024 * 1024;
export const MAX_ALT = 1024;

export const MAX_ROWS = 5;
export const MAX_BUTTONS_IN_ROW = 5;
export const MAX_BUTTON_LABEL = 80;
export const MAX_CUSTOM_ID = 100;
export const MAX_LINK = 512;

export const MAX_DIALOG_TITLE = 45;
export const MAX_FIELD_LABEL = 45;
export const MAX_FIELD_DESCRIPTION = 100;
export const MAX_PLACEHOLDER = 100;
export const MAX_TYPED = 4000;

export const MAX_COMMANDS = 100;
export const MAX_MENU_COMMANDS = 15;
export const MAX_OPTIONS = 25;
export const MAX_CHOICES = 25;
export const MAX_CHOICE = 100;
export const MAX_NAME = 32;
export const MAX_DESCRIPTION = 100;
/** Names, descriptions and values of a command with all its options and choices. */
export const MAX_COMMAND_CHARACTERS = 8000;
/** The longest text that an option may be told to take. */
export const MAX_OPTION_TEXT = 6000;

/** An interaction can be answered for fifteen minutes, milliseconds; nothing is begun in the last half of one. */
export const TOKEN_MS = 14.5 * 60 * 1000;

/** How long work lasts before it is shown, and how often what is shown may change, milliseconds. */
export const PROGRESS_AFTER_MS = 2000;
export const PROGRESS_EVERY_MS = 1500;

export const DOWNLOAD_TIMEOUT_MS = 30_000;
/** A request without an answer is given up, milliseconds; ten megabytes on a slow line take this long. */
export const REQUEST_TIMEOUT_MS = 60_000;
