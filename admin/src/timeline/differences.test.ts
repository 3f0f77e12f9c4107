import { differences } from './differences';

describe('what changed between two records', () => {
  it('names the fields that differ, with both sides', () => {
    expect(differences({ name: 'A', roles: ['auditor'], same: 1 }, { name: 'B', roles: ['auditor', 'accountant'], same: 1 })).toEqual([
      { path: 'name', before: 'A', after: 'B' },
      { path: 'roles.1', before: null, after: 'accountant' },
    ]);
  });

  it('takes a missing record as an empty one', () => {
    expect(differences(null, { until: '2026-12-01' })).toEqual([{ path: 'until', before: null, after: '2026-12-01' }]);
    expect(differences({ a: { b: 2 } }, undefined)).toEqual([{ path: 'a.b', before: '2', after: null }]);
    expect(differences({ a: 1 }, { a: 1 })).toEqual([]);
  });
});
