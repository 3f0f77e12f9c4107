import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EXPECTED, HEAD, MISSING, type OperatorLanguage, type Words } from './environmentWords';

export type { OperatorLanguage };

type Variables = Readonly<Record<string, string | undefined>>;

/** Where attachments live when they do not live on the disk of this machine. */
export interface ObjectStore {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** One variable that is missing or wrong, and what was expected of it. */
export interface EnvironmentFault {
  readonly variable: string;
  readonly expected: Words;
}

/** The environment is not usable. `faults` names every wrong variable; the message is for the operator. */
export class EnvironmentError extends Error {
  readonly faults: readonly EnvironmentFault[];

  constructor(faults: readonly EnvironmentFault[], language: OperatorLanguage) {
    const lines = faults.map((fault) => `  ${fault.variable}: ${fault.expected[language]}`);
    super([HEAD[language], ...lines].join('\n'));
    this.name = 'EnvironmentError';
    this.faults = faults;
  }
}

const S3_VARIABLES = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);

const httpUrl = z.url({ protocol: /^https?$/ });

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  POSTUP_LANG: z.enum(['cs', 'en']).default('cs'),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1'),
  PORT: wholeNumber(1, 65535).default(3000),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: httpUrl.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_APP_PASSWORD: z.string().min(12).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$/)
    .optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]+$/)
    .default('postup'),
  SESSION_SECRET: z.string().min(32).optional(),
  SECRETS_KEY: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/)
    .default('Postup <postup@localhost>'),
  ARES_URL: httpUrl.default('https://ares.gov.cz/ekonomicke-subjekty-v-be/rest'),
  FIO_API_URL: httpUrl.default('https://fioapi.fio.cz'),
  S3_ENDPOINT: httpUrl.optional(),
  S3_REGION: z.string().optional(),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: wholeNumber(0, 9).optional(),
  DEMO: z.enum(['on', 'off']).default('on'),
  SOFFICE_PATH: z.string().regex(/^\//).optional(),
  ADMIN_DEV_URL: httpUrl.optional(),
  PORTAL_DEV_URL: httpUrl.optional(),
  MAP_TILES_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/{}]+\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})[^\s]*$/)
    .optional(),
  MAP_TILES_BY: z.string().max(200).optional(),
  WORKER_QUEUES: z
    .string()
    .regex(/^(cases|effects)(\s*,\s*(cases|effects))*$/)
    .optional(),
});

type Parsed = z.infer<typeof schema>;

/** The names of all variables that are read; anything else in a composition is a slip of the pen. */
export const VARIABLES: readonly string[] = schema.keyof().options;

/**
 * What this process was told from outside; frozen. `databaseUrl`, `databaseAppPassword`, `temporalAddress` and
 * `sessionSecret` throw an EnvironmentError when nobody set them (the one-machine start sets them for its children);
 * the `given...` ones tell whether they were set.
 */
export class Environment {
  readonly nodeEnv: Parsed['NODE_ENV'];
  readonly language: OperatorLanguage;
  readonly host: string;
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly givenDatabaseUrl: string | undefined;
  readonly givenDatabaseAppPassword: string | undefined;
  readonly givenTemporalAddress: string | undefined;
  readonly givenSessionSecret: string | undefined;
  /** Under which secrets of tenants are sealed (models/secrets.ts); not set: none can be kept. */
  readonly secretsKey: string | undefined;
  readonly temporalNamespace: string;
  /** Not set: letters are kept in the case and shown in the back office. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Base address of the public REST api of ARES, without a slash at the end. */
  readonly aresUrl: string;
  /** Address of the api of Fio banka, without a slash at the end. */
  readonly fioApiUrl: string;
  /** Not set: documents are kept under `dataDir`. */
  readonly objectStore: ObjectStore | undefined;
  readonly logLevel: Parsed['LOG_LEVEL'];
  /** Number of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxy: number;
  readonly demo: boolean;
  /** LibreOffice (`soffice`) that makes PDFs of contracts written in DOCX; not set: our own conversion. */
  readonly sofficePath: string | undefined;
  readonly adminDevUrl: string | undefined;
  readonly portalDevUrl: string | undefined;
  /** Address of map tiles with {z}, {x}, {y}; not set: maps have a plain ground. */
  readonly mapTilesUrl: string | undefined;
  /** Whose tiles they are, said on the map. */
  readonly mapTilesBy: string | undefined;
  /** Task queues this worker serves; not set: all. */
  readonly workerQueues: readonly string[] | undefined;

  constructor(parsed: Parsed, objectStore: ObjectStore | undefined) {
    this.nodeEnv = parsed.NODE_ENV;
    this.language = parsed.POSTUP_LANG;
    this.host = parsed.HOST;
    this.port = parsed.PORT;
    this.dataDir = path.resolve(parsed.DATA_DIR);
    this.publicUrl = (parsed.PUBLIC_URL ?? `http://localhost:${parsed.PORT}`).replace(/\/+$/, '');
    this.givenDatabaseUrl = parsed.DATABASE_URL;
    this.givenDatabaseAppPassword = parsed.DATABASE_APP_PASSWORD;
    this.givenTemporalAddress = parsed.TEMPORAL_ADDRESS;
    this.givenSessionSecret = parsed.SESSION_SECRET;
    this.secretsKey = parsed.SECRETS_KEY;
    this.temporalNamespace = parsed.TEMPORAL_NAMESPACE;
    this.smtpUrl = parsed.SMTP_URL;
    this.mailFrom = parsed.MAIL_FROM;
    this.aresUrl = parsed.ARES_URL.replace(/\/+$/, '');
    this.fioApiUrl = parsed.FIO_API_URL.replace(/\/+$/, '');
    this.objectStore = objectStore;
    this.logLevel = parsed.LOG_LEVEL;
    // we speak no TLS, so behind an https address there is a proxy; without trust in it nobody would get a secure cookie
    this.trustProxy = parsed.TRUST_PROXY ?? (this.publicUrl.startsWith('https:') ? 1 : 0);
    this.demo = parsed.DEMO === 'on';
    this.sofficePath = parsed.SOFFICE_PATH;
    this.adminDevUrl = parsed.ADMIN_DEV_URL;
    this.portalDevUrl = parsed.PORTAL_DEV_URL;
    this.mapTilesUrl = parsed.MAP_TILES_URL;
    this.mapTilesBy = parsed.MAP_TILES_BY;
    this.workerQueues = parsed.WORKER_QUEUES?.split(',').map((name) => name.trim());
    Object.freeze(this);
  }

  /** Connection of the owner of the tables (migrations); requests and activities use `databaseUrlAs('postup_app')`. */
  get databaseUrl(): string {
    return this.required('DATABASE_URL', this.givenDatabaseUrl);
  }

  /** Password of the database roles postup_app and postup_session. */
  get databaseAppPassword(): string {
    return this.required('DATABASE_APP_PASSWORD', this.givenDatabaseAppPassword);
  }

  /** `host:port` of Temporal's front end. */
  get temporalAddress(): string {
    return this.required('TEMPORAL_ADDRESS', this.givenTemporalAddress);
  }

  get sessionSecret(): string {
    return this.required('SESSION_SECRET', this.givenSessionSecret);
  }

  /** The same database as `databaseUrl`, connected as one of the restricted roles. */
  databaseUrlAs(role: 'postup_app' | 'postup_session'): string {
    const url = new URL(this.databaseUrl);
    url.username = role;
    url.password = encodeURIComponent(this.databaseAppPassword);
    return url.toString();
  }

  private required(variable: string, value: string | undefined): string {
    if (value !== undefined) return value;
    const expected = EXPECTED[variable] ?? MISSING;
    const words: Words = { cs: `${MISSING.cs}; ${expected.cs}`, en: `${MISSING.en}; ${expected.en}` };
    throw new EnvironmentError([{ variable, expected: words }], this.language);
  }
}

/** Reads the S3_* variables: all five or none. */
function readObjectStore(variables: Variables, faults: EnvironmentFault[]): ObjectStore | undefined {
  const set = S3_VARIABLES.filter((name) => variables[name] !== undefined);
  if (set.length === 0) return undefined;
  for (const variable of S3_VARIABLES) {
    if (variables[variable] !== undefined) continue;
    faults.push({
      variable,
      expected: {
        cs: `${MISSING.cs}; proměnné S3_* se nastavují všechny, nebo žádná (nastaveno: ${set.join(', ')})`,
        en: `${MISSING.en}; set all S3_* variables or none (set: ${set.join(', ')})`,
      },
    });
  }
  return {
    endpoint: variables.S3_ENDPOINT ?? '',
    region: variables.S3_REGION ?? '',
    bucket: variables.S3_BUCKET ?? '',
    accessKeyId: variables.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: variables.S3_SECRET_ACCESS_KEY ?? '',
  };
}

/**
 * Validates the variables and makes one frozen object of them. An empty value counts as not set.
 * @throws EnvironmentError naming every wrong variable and what was expected.
 */
export function loadEnvironment(variables: Variables): Environment {
  const set: Variables = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const language: OperatorLanguage = set.POSTUP_LANG === 'en' ? 'en' : 'cs';
  const result = schema.safeParse(set);
  const faults: EnvironmentFault[] = [];
  for (const issue of result.error?.issues ?? []) {
    const variable = String(issue.path[0]);
    if (faults.some((fault) => fault.variable === variable)) continue;
    faults.push({ variable, expected: EXPECTED[variable] ?? MISSING });
  }
  const objectStore = readObjectStore(set, faults);
  if (!result.success || faults.length > 0) throw new EnvironmentError(faults, language);
  return new Environment(result.data, objectStore);
}

/** The file in which the one-machine start leaves the addresses of its servers, relative to DATA_DIR. */
export const RUNNING_ENVIRONMENT_FILE = path.join('state', 'environment.json');

/** What a running one-machine start left for commands typed in another terminal; nothing when none runs. */
function runningEnvironment(dataDir: string): Variables {
  try {
    const text = readFileSync(path.resolve(dataDir, RUNNING_ENVIRONMENT_FILE), 'utf8');
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

let loaded: Environment | undefined;

/**
 * The environment of this process, read once. Variables win; what they leave open is taken from the running
 * one-machine start of the same DATA_DIR (never under NODE_ENV=test: a test must not reach a person's data).
 * @throws EnvironmentError naming every wrong variable.
 */
export function environment(): Environment {
  if (loaded) return loaded;
  const own = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const running = own.NODE_ENV === 'test' ? {} : runningEnvironment(own.DATA_DIR ?? '.data');
  loaded = loadEnvironment({ ...running, ...own });
  return loaded;
}
