/** Why an upload failed: what the server said, or undefined when it could not be reached. */
export class UploadError extends Error {
  readonly said: string | undefined;

  constructor(said: string | undefined) {
    super(said ?? 'the server could not be reached');
    this.said = said;
  }
}

/** Sends a file to the server, which gives it an id. @throws UploadError */
export function upload(file: Blob, language: string, onProgress: (fraction: number) => void): Promise<{ id: string; type: string }> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how far an upload is
    const request = new XMLHttpRequest();
    request.open('POST', `/upload?language=${language}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const answer = (request.response ?? {}) as { id?: string; type?: string; error?: string };
      if (request.status === 200 && answer.id !== undefined) resolve({ id: answer.id, type: answer.type ?? '' });
      else reject(new UploadError(answer.error));
    };
    request.onerror = () => reject(new UploadError(undefined));
    request.send(file);
  });
}
