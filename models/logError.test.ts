import { DatabaseError, UniqueConstraintError } from 'sequelize';
import { logError } from './logError';

const PERSON = 'jana@zkusebnov.example';

/** What the driver throws when a row breaks a rule. */
const refused = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
  code: '23505',
  constraint: 'users_email',
  detail: `Key (email)=(${PERSON}) already exists.`,
  sql: `insert into users (email) values ('${PERSON}')`,
  parameters: [PERSON],
});

describe('an error in the log', () => {
  test.each([
    ['of a statement', new DatabaseError(refused)],
    ['of a broken rule', new UniqueConstraintError({ parent: refused, fields: { email: PERSON } })],
    ['that such an error has caused', new Error('the act failed', { cause: new DatabaseError(refused) })],
  ])('%s tells the rule and not the person', (_which, error) => {
    const text = JSON.stringify(logError(error));
    expect(text).not.toContain(PERSON);
    expect(text).toContain('"code":"23505","constraint":"users_email"');
  });

  test('has its message and the place it came from', () => {
    const error = new TypeError('no such thing');
    expect(logError(error)).toEqual({ type: 'TypeError', message: 'no such thing', stack: error.stack });
  });

  test('caused by itself comes to an end', () => {
    const error: Error & { cause?: unknown } = new Error('round');
    error.cause = error;
    expect(JSON.stringify(logError(error)).match(/round/g)?.length).toBeLessThan(10);
  });

  test('that is no error is not taken apart', () => {
    expect(logError({ email: PERSON })).toEqual({ type: 'object', message: 'not an Error' });
    expect(logError(undefined)).toBeUndefined();
  });
});
