import { EnvironmentError, loadEnvironment } from './environment';

function faultsOf(variables: Record<string, string>): string[] {
  try {
    loadEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.faults.map((fault) => fault.variable).sort();
    throw error;
  }
  return [];
}

describe('the environment', () => {
  test('needs nothing to be set, and says what holds then', () => {
    const environment = loadEnvironment({});
    expect(environment).toMatchObject({
      nodeEnv: 'production',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      temporalNamespace: 'postup',
      demo: true,
      trustProxy: 0,
    });
    expect(environment.objectStore).toBeUndefined();
    expect(Object.isFrozen(environment)).toBe(true);
  });

  test.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '0'],
    ['HOST', 'two words'],
    ['NODE_ENV', 'staging'],
    ['PUBLIC_URL', 'ftp://mesto.example'],
    ['DATABASE_URL', 'mysql://localhost/postup'],
    ['DATABASE_APP_PASSWORD', 'short'],
    ['TEMPORAL_ADDRESS', 'localhost'],
    ['TEMPORAL_NAMESPACE', 'a b'],
    ['SESSION_SECRET', 'too short'],
    ['SMTP_URL', 'http://mail.example'],
    ['MAIL_FROM', 'nobody'],
    ['ARES_URL', 'ares.gov.cz'],
    ['LOG_LEVEL', 'loud'],
    ['TRUST_PROXY', '-1'],
    ['DEMO', 'yes'],
    ['WORKER_QUEUES', 'cases;effects'],
    ['WORKER_QUEUES', 'letters'],
    ['POSTUP_LANG', 'de'],
  ])('names %s when it is %j', (variable, value) => {
    expect(faultsOf({ [variable]: value })).toEqual([variable]);
  });

  test('names all wrong variables at once, in the language asked for', () => {
    const load = (): unknown => loadEnvironment({ PORT: 'x', SESSION_SECRET: 'x', POSTUP_LANG: 'en' });
    expect(load).toThrow(/PORT: expected a whole number[^]*SESSION_SECRET: expected a secret/);
  });

  test('takes the S3 variables all or none', () => {
    const all = {
      S3_ENDPOINT: 'http://store:9000',
      S3_REGION: 'eu',
      S3_BUCKET: 'postup',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'key',
    };
    expect(loadEnvironment(all).objectStore?.bucket).toBe('postup');
    const { S3_BUCKET: _bucket, S3_REGION: _region, ...some } = all;
    expect(faultsOf(some)).toEqual(['S3_BUCKET', 'S3_REGION']);
  });

  test('takes an https address for a sign that one proxy stands in front, unless told otherwise', () => {
    const trust = (variables: Record<string, string>): number => loadEnvironment(variables).trustProxy;
    expect(trust({})).toBe(0);
    expect(trust({ PUBLIC_URL: 'https://dotace.mesto.example' })).toBe(1);
    expect(trust({ PUBLIC_URL: 'https://dotace.mesto.example', TRUST_PROXY: '0' })).toBe(0);
    expect(trust({ TRUST_PROXY: '2' })).toBe(2);
  });

  test('counts an empty value as not set', () => {
    expect(loadEnvironment({ PORT: '', SMTP_URL: ' ' })).toMatchObject({ port: 3000, smtpUrl: undefined });
  });

  test('tells what is missing when somebody asks for it', () => {
    const environment = loadEnvironment({});
    expect(() => environment.databaseUrl).toThrow(/DATABASE_URL: chybí/);
    expect(() => environment.sessionSecret).toThrow(/SESSION_SECRET: chybí/);
  });

  test('connects restricted roles with their own password, whatever characters it has', () => {
    const password = 'a@b:c/d%e f?g#h';
    const environment = loadEnvironment({
      DATABASE_URL: 'postgres://owner:secret@db.example:5433/postup?sslmode=require',
      DATABASE_APP_PASSWORD: password,
    });
    const url = new URL(environment.databaseUrlAs('postup_app'));
    expect([url.username, decodeURIComponent(url.password)]).toEqual(['postup_app', password]);
    expect([url.host, url.pathname, url.search]).toEqual(['db.example:5433', '/postup', '?sslmode=require']);
  });
});
