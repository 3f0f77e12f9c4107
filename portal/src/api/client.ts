/** The portal's only way to the server: JSON over one origin, with the session's cookie and the header that guards against forged requests. */
import type { Language } from '../../../processes/words';
import { offlineProblem, problemFrom, type ApiProblem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Sent {
  readonly body?: unknown;
  /** Sent with acts, so that a repeated request has one effect. */
  readonly idempotencyKey?: string;
  /** The version that is being changed. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
}

let language: Language = 'cs';
let onSessionLost: () => void = () => undefined;

/** In which language the server answers people. */
export function speak(to: Language): void {
  language = to;
}

/** Who is told when a request was refused because nobody is signed in. */
export function whenSessionIsLost(told: () => void): void {
  onSessionLost = told;
}

function headersOf(sent: Sent): Record<string, string> {
  return {
    Accept: 'application/json',
    'Accept-Language': language,
    'X-Postup': '1',
    ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(sent.idempotencyKey === undefined ? {} : { 'Idempotency-Key': sent.idempotencyKey }),
    ...(sent.ifMatch === undefined ? {} : { 'If-Match': `"${String(sent.ifMatch)}"` }),
  };
}

function refused(problem: ApiProblem, path: string): ApiProblem {
  if (problem.status === 401 && path !== '/api/session') onSessionLost();
  return problem;
}

/**
 * @param path with the query, from `/api`.
 * @returns the body; undefined for an answer without one.
 * @throws ApiProblem
 */
export async function request<T>(method: Method, path: string, sent: Sent = {}): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers: headersOf(sent),
      credentials: 'same-origin',
      body: sent.body === undefined ? null : JSON.stringify(sent.body),
      signal: sent.signal ?? null,
    });
    text = await response.text();
  } catch {
    throw offlineProblem();
  }
  if (!response.ok) throw refused(problemFrom(response.status, text), path);
  return parse(response.status, text) as T;
}

function parse(status: number, text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw problemFrom(status, '');
  }
}

/**
 * Uploads one file; by XMLHttpRequest, because fetch tells nothing of the progress.
 * @param onProgress gets 0 to 1.
 * @throws ApiProblem
 */
export function upload<T>(path: string, form: FormData, onProgress: (part: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', path);
    for (const [name, value] of Object.entries(headersOf({}))) sending.setRequestHeader(name, value);
    sending.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    sending.onerror = () => reject(offlineProblem());
    sending.onload = () => {
      if (sending.status < 200 || sending.status >= 300) reject(refused(problemFrom(sending.status, sending.responseText), path));
      else resolve(parse(sending.status, sending.responseText) as T);
    };
    sending.send(form);
  });
}
