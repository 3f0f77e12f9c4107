import type { Problem } from '../processes/views';
import { words, type Language, type Words } from '../processes/words';

const BASE = 'https://postup.otevrenamesta.cz/problems/';

/** Every type of problem that the api answers with, its HTTP status and its title. The slug is the stable part of `type`. */
const kinds = {
  malformed: { status: 400, title: words('Požadavku nelze rozumět', 'The request cannot be understood') },
  unauthenticated: { status: 401, title: words('Nejste přihlášeni', 'You are not signed in') },
  forbidden: { status: 403, title: words('K tomu nemáte oprávnění', 'You may not do this') },
  'not-found': { status: 404, title: words('Nenalezeno', 'Not found') },
  'already-done': { status: 409, title: words('Už je rozhodnuto', 'Already decided') },
  'choose-tenant': { status: 409, title: words('Vyberte úřad', 'Choose the office') },
  conflict: { status: 409, title: words('To teď nejde dohromady', 'Conflict') },
  'not-now': { status: 409, title: words('Teď to nejde', 'Not now') },
  precondition: {
    status: 412,
    title: words('Záznam mezitím změnil někdo jiný', 'Somebody else changed the record meanwhile'),
  },
  'too-large': { status: 413, title: words('Příliš mnoho dat', 'Too much data') },
  validation: { status: 422, title: words('Některé údaje je potřeba opravit', 'Some of the data must be corrected') },
  'before-publication': {
    status: 422,
    title: words('Program ještě nelze vyhlásit', 'The programme cannot be published yet'),
  },
  'intake-not-open': { status: 422, title: words('Příjem žádostí ještě nezačal', 'The intake has not opened yet') },
  'intake-closed': { status: 422, title: words('Příjem žádostí skončil', 'The intake is closed') },
  'file-refused': { status: 422, title: words('Soubor nelze přijmout', 'The file cannot be accepted') },
  'too-many': { status: 429, title: words('Příliš mnoho pokusů', 'Too many attempts') },
  internal: { status: 500, title: words('Něco se nám pokazilo', 'Something broke on our side') },
  unavailable: { status: 503, title: words('Systém teď není dostupný', 'The system is not available now') },
} as const satisfies Record<string, { status: number; title: Words }>;

export type ProblemSlug = keyof typeof kinds;

interface Extras {
  /** Dot path of the field -> what is wrong with it. */
  readonly errors?: Readonly<Record<string, Words>>;
  /** Members beyond those of RFC 9457; texts in them are Words and come out in the reader's language. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the same slug answers with another status (428 for a missing If-Match). */
  readonly status?: number;
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<Words>).cs === 'string' &&
  typeof (value as Partial<Words>).en === 'string';

/** An error meant for the one who asked: thrown anywhere under a route, answered as RFC 9457 problem details. */
export class ProblemError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly slug: ProblemSlug,
    readonly detail: Words,
    private readonly extras: Extras = {},
  ) {
    super(`${slug}: ${detail.en}`);
    this.name = 'ProblemError';
    this.status = extras.status ?? kinds[slug].status;
    this.headers = extras.headers ?? {};
  }

  /** Dot path of the field -> what is wrong with it. */
  get errors(): Readonly<Record<string, Words>> {
    return this.extras.errors ?? {};
  }

  /** The body of the answer. @param instance the request's id, by which an operator finds it in the log. */
  toProblem(language: Language, instance: string): Problem {
    const translate = (value: unknown): unknown => (isWords(value) ? value[language] : value);
    const inLanguage = (texts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
      Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, translate(value)]));
    const { errors, extensions } = this.extras;
    return {
      ...(extensions && inLanguage(extensions)),
      type: BASE + this.slug,
      title: kinds[this.slug].title[language],
      status: this.status,
      detail: this.detail[language],
      instance: `urn:request:${instance}`,
      ...(errors && {
        errors: Object.fromEntries(Object.entries(errors).map(([path, text]) => [path, text[language]])),
      }),
    };
  }
}

/** 422: the named fields are wrong; nothing was changed. */
export const invalid = (errors: Readonly<Record<string, Words>>): ProblemError =>
  new ProblemError(
    'validation',
    words('Opravte označené údaje a odešlete znovu. Nic se nezměnilo.', 'Correct the marked fields and send again. Nothing was changed.'),
    { errors },
  );

/** 400: not JSON, not UTF-8, a header that cannot be read. */
export const malformed = (detail: Words): ProblemError => new ProblemError('malformed', detail);

/** 413. @param limit what is the most, in words. */
export const tooLarge = (limit: Words): ProblemError =>
  new ProblemError(
    'too-large',
    words(
      `Posíláte víc dat, než lze přijmout. Nejvíc je ${limit.cs}.`,
      `You are sending more than can be accepted. The most is ${limit.en}.`,
    ),
  );

/** 401: no session, or one that ended. */
export const unauthenticated = (): ProblemError =>
  new ProblemError(
    'unauthenticated',
    words('Přihlaste se, prosím. To, co jste napsali, zůstává.', 'Please sign in. What you typed is kept.'),
  );

/** 401 of the sign-in itself: the same words for a wrong e-mail and a wrong password. */
export const wrongCredentials = (): ProblemError =>
  new ProblemError('unauthenticated', words('E-mail nebo heslo nesouhlasí.', 'The e-mail or the password is wrong.'));

/** 403: signed in, but the role or the record does not allow it. */
export const forbidden = (detail: Words = words('Vaše role tento úkon nedovoluje.', 'Your role does not allow this.')): ProblemError =>
  new ProblemError('forbidden', detail);

/** 404: does not exist, or belongs to another tenant; nobody learns which. */
export const notFound = (
  detail = words('To, co hledáte, tu není. Možná je odkaz starý.', 'What you look for is not here. The link may be old.'),
): ProblemError => new ProblemError('not-found', detail);

/** 409: somebody was faster. */
export const alreadyDone = (
  done: { readonly decidedBy: string; readonly decidedAt: string; readonly outcome: string | Words },
  detail: Words,
): ProblemError => new ProblemError('already-done', detail, { extensions: done });

/** 409: does not go together with what is there. */
export const conflict = (detail: Words, extensions?: Readonly<Record<string, unknown>>): ProblemError =>
  new ProblemError('conflict', detail, { extensions });

/** 409: the e-mail and password fit in several tenants. */
export const chooseTenant = (tenants: readonly { readonly slug: string; readonly name: string }[]): ProblemError =>
  new ProblemError(
    'choose-tenant',
    words('Účet máte u více úřadů. Vyberte, ke kterému se hlásíte.', 'You have an account at several offices. Choose one.'),
    { extensions: { tenants } },
  );

/** 409: the case stands elsewhere, is suspended or closed. */
export const notNow = (detail: Words): ProblemError => new ProblemError('not-now', detail);

/** 412: If-Match is not the version that is stored. */
export const staleVersion = (): ProblemError =>
  new ProblemError(
    'precondition',
    words('Načtěte si nový stav; vaše úpravy zůstanou ve formuláři.', 'Load the new state; your changes stay in the form.'),
  );

/** 428: If-Match is missing. */
export const missingVersion = (): ProblemError =>
  new ProblemError(
    'precondition',
    words('Chybí hlavička If-Match s verzí záznamu, který měníte.', 'The If-Match header with the version of the record is missing.'),
    { status: 428 },
  );

/** 429. @param seconds after which it makes sense to try again. */
export function tooMany(seconds: number): ProblemError {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  return new ProblemError('too-many', words(`Zkuste to znovu za ${minutes} min.`, `Try again in ${minutes} min.`), {
    headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) },
  });
}

/** 503: a part of the system is down; the request changed nothing or may be sent again with the same key. */
export const unavailable = (
  detail: Words = words('Zkuste to za chvíli znovu. Co jste napsali, zůstává.', 'Try again in a moment. What you typed is kept.'),
): ProblemError => new ProblemError('unavailable', detail, { headers: { 'Retry-After': '5' } });

/** 500: our fault; says nothing but the id under which an operator finds it. */
export const internal = (requestId: string): ProblemError =>
  new ProblemError(
    'internal',
    words(
      `Chyba je zapsaná pod číslem ${requestId}. Zkuste to znovu, nebo ho řekněte správci.`,
      `The fault is logged as ${requestId}. Try again, or tell it to the administrator.`,
    ),
  );

/** 422: a rule of the procedure or of the law, with its own slug. */
export const refused = (
  slug: 'before-publication' | 'intake-not-open' | 'intake-closed' | 'file-refused',
  detail: Words,
  errors?: Readonly<Record<string, Words>>,
): ProblemError => new ProblemError(slug, detail, { errors });
