import type { Problem } from '../../../processes/views';

/** The slug of a problem's type, `offline` when no answer came at all, `broken` when it was not one of the api's. */
export class ApiProblem extends Error {
  constructor(
    readonly slug: string,
    readonly problem: Problem,
  ) {
    super(problem.detail || problem.title);
    this.name = 'ApiProblem';
  }

  get status(): number {
    return this.problem.status;
  }

  /** Dot path -> what is wrong, in the language of the request. */
  get errors(): Readonly<Record<string, string>> {
    return this.problem.errors ?? {};
  }

  /** The same request may succeed later: the connection, the server or a limit was at fault, not what was sent. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const slugOf = (type: string): string => type.split('/').at(-1) ?? type;

export function offlineProblem(): ApiProblem {
  return new ApiProblem('offline', { type: 'offline', title: '', status: 0, detail: '' });
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string' && 'title' in body;
}

/** @param text the body of a refusing answer, problem details or not. */
export function problemFrom(status: number, text: string): ApiProblem {
  try {
    const body: unknown = JSON.parse(text);
    if (isProblem(body)) return new ApiProblem(slugOf(body.type), { ...body, status, detail: body.detail || body.title });
  } catch {
    // A web server in between answers in HTML: there is nothing to read in it.
  }
  return new ApiProblem('broken', { type: 'broken', title: '', status, detail: '' });
}

export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('broken', { type: 'broken', title: '', status: 500, detail: '' });
}
