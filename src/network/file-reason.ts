const REASONS: Record<string, string> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file is in its way',
  EEXIST: 'a file is in its way',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'its disk can only be read',
  ENOSPC: 'the disk is full',
};

/** Why a file could not be read or written, as the end of a sentence. */
export const fileReason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
};
