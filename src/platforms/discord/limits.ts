/** What Discord takes, as documented in August 2026. */
export const MAX_CONTENT = 2000;
export const MAX_FILES = 10;
/** Each file, unless the interaction states another limit, bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
export const MAX_REQUEST_BYTES = 25 * 1024 * 1024;
export const MAX_ALT = 1024;
export const MAX_ROWS = 5;
export const MAX_BUTTONS_IN_ROW = 5;
export const MAX_BUTTON_LABEL = 80;
export const MAX_CUSTOM_ID = 100;
export const MAX_MODAL_TITLE = 45;
export const MAX_INPUT_LABEL = 45;
export const MAX_PLACEHOLDER = 100;

export const MAX_COMMANDS = 100;
export const MAX_MENU_COMMANDS = 15;
export const MAX_OPTIONS = 25;
export const MAX_CHOICES = 25;
export const MAX_NAME = 32;
export const MAX_DESCRIPTION = 100;
export const MAX_COMMAND_CHARACTERS = 8000;

/** An interaction's token ends after fifteen minutes; nothing is sent in its last one. */
export const TOKEN_MS = 14 * 60 * 1000;
export const PROGRESS_AFTER_MS = 2000;
export const PROGRESS_EVERY_MS = 1500;
export const DOWNLOAD_TIMEOUT_MS = 30_000;
