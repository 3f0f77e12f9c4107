import { isBankAccount, isDay, isIco } from './identifiers';

it.each([
  ['00064581', true],
  ['27074358', true],
  ['00064582', false],
  ['0006458', false],
  ['abcdefgh', false],
  ['', false],
  ['00064581 ', false],
])('IČO %p: %p', (text, valid) => {
  expect(isIco(text)).toBe(valid);
});

it.each([
  ['19-2000145399/0800', true],
  ['000019-2000145399/0800', true],
  ['2000145399/0800', true],
  ['19-2000145398/0800', false],
  ['18-2000145399/0800', false],
  ['2000145399', false],
  ['0000000000/0800', false],
  ['2000145399/080', false],
  ["1' OR '1'='1/0800", false],
])('account %p: %p', (text, valid) => {
  expect(isBankAccount(text)).toBe(valid);
});

it.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-2-1', false],
  ['0001-01-01', false],
  ['2026-02-28T00:00', false],
])('day %p: %p', (text, valid) => {
  expect(isDay(text)).toBe(valid);
});
