/** Language of the lines an operator reads in the terminal; Czech unless POSTUP_LANG=en. */
export type OperatorLanguage = 'cs' | 'en';

/** One sentence in both languages. */
export type Words = Record<OperatorLanguage, string>;

/** Before the list of wrong variables. */
export const HEAD: Words = {
  cs: 'Nastavení prostředí není v pořádku. Opravte tyto proměnné a spusťte znovu:',
  en: 'The environment is not right. Correct these variables and start again:',
};

/** What is expected of each variable. */
export const EXPECTED: Readonly<Record<string, Words>> = {
  NODE_ENV: { cs: 'čeká se development, test nebo production', en: 'expected development, test or production' },
  POSTUP_LANG: { cs: 'čeká se cs nebo en', en: 'expected cs or en' },
  HOST: { cs: 'čeká se jméno nebo IP adresa bez mezer', en: 'expected a host name or IP address without spaces' },
  PORT: { cs: 'čeká se celé číslo 1 až 65535', en: 'expected a whole number from 1 to 65535' },
  PUBLIC_URL: { cs: 'čeká se adresa http:// nebo https://', en: 'expected an http:// or https:// address' },
  DATABASE_URL: {
    cs: 'čeká se adresa postgres://uživatel:heslo@počítač:port/databáze',
    en: 'expected postgres://user:password@host:port/database',
  },
  DATABASE_APP_PASSWORD: {
    cs: 'čeká se heslo o nejméně 12 znacích',
    en: 'expected a password of at least 12 characters',
  },
  TEMPORAL_ADDRESS: { cs: 'čeká se počítač:port', en: 'expected host:port' },
  TEMPORAL_NAMESPACE: {
    cs: 'čeká se jméno z písmen, číslic, pomlček a podtržítek (nejméně 2 znaky)',
    en: 'expected a name of letters, digits, hyphens and underscores (at least 2 characters)',
  },
  SESSION_SECRET: {
    cs: 'čeká se tajný řetězec o nejméně 32 znacích',
    en: 'expected a secret of at least 32 characters',
  },
  SECRETS_KEY: {
    cs: 'čeká se tajný řetězec o nejméně 32 znacích',
    en: 'expected a secret of at least 32 characters',
  },
  SMTP_URL: { cs: 'čeká se adresa smtp:// nebo smtps://', en: 'expected an smtp:// or smtps:// address' },
  MAIL_FROM: {
    cs: 'čeká se odesílatel, například "Město <postup@mesto.cz>"',
    en: 'expected a sender, for example "Town <postup@town.example>"',
  },
  ARES_URL: {
    cs: 'čeká se adresa http:// nebo https:// rejstříku ARES',
    en: 'expected the http:// or https:// address of the ARES register',
  },
  FIO_API_URL: {
    cs: 'čeká se adresa http:// nebo https:// API Fio banky',
    en: 'expected the http:// or https:// address of the Fio banka API',
  },
  S3_ENDPOINT: { cs: 'čeká se adresa http:// nebo https://', en: 'expected an http:// or https:// address' },
  LOG_LEVEL: {
    cs: 'čeká se fatal, error, warn, info, debug, trace nebo silent',
    en: 'expected fatal, error, warn, info, debug, trace or silent',
  },
  TRUST_PROXY: {
    cs: 'čeká se počet důvěryhodných proxy před serverem, 0 až 9',
    en: 'expected the number of trusted proxies in front of the server, 0 to 9',
  },
  DEMO: { cs: 'čeká se on nebo off', en: 'expected on or off' },
  SOFFICE_PATH: {
    cs: 'čeká se celá cesta k programu soffice, třeba /usr/bin/soffice',
    en: 'expected the whole path of soffice, such as /usr/bin/soffice',
  },
  ADMIN_DEV_URL: { cs: 'čeká se adresa http://', en: 'expected an http:// address' },
  PORTAL_DEV_URL: { cs: 'čeká se adresa http://', en: 'expected an http:// address' },
  MAP_TILES_URL: {
    cs: 'čeká se adresa dlaždic s {z}, {x} a {y}, například https://mapy.example/{z}/{x}/{y}.png',
    en: 'expected an address of tiles with {z}, {x} and {y}, for example https://maps.example/{z}/{x}/{y}.png',
  },
  MAP_TILES_BY: { cs: 'čeká se text do 200 znaků', en: 'expected a text of at most 200 characters' },
  WORKER_QUEUES: { cs: 'čeká se cases, effects, nebo obojí oddělené čárkou', en: 'expected cases, effects, or both separated by a comma' },
};

/** Said of a variable that is needed and not set. */
export const MISSING: Words = { cs: 'chybí', en: 'is missing' };
