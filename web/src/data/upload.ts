import { texts } from '../texts/index.ts';
import { addressOf, newKey } from './api.ts';
import { ApiProblem } from './problem.ts';

/** Sends a form with a file and tells how far it is, which `fetch` cannot. Throws `ApiProblem`. */
export function upload<Answer>(
  path: string,
  form: FormData,
  onProgress: (part: number) => void,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(path));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', newKey());
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => {
      if (request.status < 300) resolve(request.response as Answer);
      else reject(new ApiProblem({ ...((request.response ?? {}) as object), status: request.status }));
    };
    request.onerror = () =>
      reject(
        new ApiProblem({
          status: 0,
          code: 'unreachable',
          title: texts.states.offline,
          detail: texts.states.offlineText,
        }),
      );
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
