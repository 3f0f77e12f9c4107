import { policy } from '../../../processes/policy';
import { roleNames, type Role } from '../../../processes/roles';
import { addressOf, figuresFor } from './numbers';

describe('the numbers of the first page', () => {
  it.each(roleNames.filter((role) => role !== 'applicant'))('%s sees only numbers of lists that they may open', (role: Role) => {
    const figures = figuresFor([role]);
    expect(figures.length).toBe(role === 'platformAdmin' ? 1 : 5);
    for (const figure of figures)
      expect([figure.resource, (policy[role] as Record<string, readonly string[]>)[figure.resource]]).toEqual([
        figure.resource,
        expect.arrayContaining(['list']),
      ]);
  });

  it('put work before oversight where a person does both', () => {
    expect(figuresFor(['auditor', 'grantOfficer'])[0]?.title).toBe('mine');
  });

  it('lead to the list with its filter', () => {
    const [figure] = figuresFor(['auditor']);
    expect(JSON.parse(new URLSearchParams(addressOf(figure!).split('?')[1]).get('filter')!)).toEqual({ open: true });
  });
});
