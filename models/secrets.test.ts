import { openSecret, sealSecret } from './secrets';

const KEY = 'klíč o nejméně dvaatřiceti znacích';
const PLACE = 'bank_accounts:t:a';

it('opens with the same key at the same place only, and looks like nothing', () => {
  const sealed = sealSecret(KEY, PLACE, 'tajné');
  expect(openSecret(KEY, PLACE, sealed)).toBe('tajné');
  expect(sealed).not.toContain('tajné');
  expect(sealSecret(KEY, PLACE, 'tajné')).not.toBe(sealed);
  const damaged = `${sealed.slice(0, -3)}${sealed.endsWith('AAA') ? 'BBB' : 'AAA'}`;
  for (const open of [
    () => openSecret(`${KEY}x`, PLACE, sealed),
    () => openSecret(KEY, 'bank_accounts:t:b', sealed),
    () => openSecret(KEY, PLACE, damaged),
    () => openSecret(KEY, PLACE, ''),
    () => openSecret(KEY, PLACE, 'v2.AAAA'),
  ])
    expect(open).toThrow('The secret');
});
