import { moved } from './order';

describe('moving one place', () => {
  it.each([
    ['b', -1, ['b', 'a', 'c']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, null],
    ['c', 1, null],
    ['gone', 1, null],
  ] as const)('%s by %d', (id, by, expected) => {
    expect(moved(['a', 'b', 'c'], id, by)).toEqual(expected);
  });
});
