import { insideAddress } from './address';

describe('addresses from letters', () => {
  it.each([
    ['/admin/cases/0b6e', '/admin/#/cases/0b6e/show'],
    ['/admin/tasks/7f', '/admin/#/tasks/7f'],
    ['/admin/tasks/', '/admin/#/tasks'],
    ['/admin/', null],
    ['/admin', null],
  ])('%s leads to %s', (pathname, inside) => {
    expect(insideAddress(pathname, '')).toBe(inside);
  });

  it('leave one with # as it is', () => {
    expect(insideAddress('/admin/cases/1', '#/cases')).toBeNull();
  });
});
