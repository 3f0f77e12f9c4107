import { defaultCriteria } from '../../../processes/grant/criteria';
import { added, criterionOf, edited, moved, shares } from './criteriaEditing';

const list = defaultCriteria.map(edited);

it('gives back what it was given', () => {
  expect(list.map(criterionOf)).toEqual(defaultCriteria);
  expect(criterionOf({ ...list[0]!, maxPoints: '1,5', weight: '' })).toMatchObject({ maxPoints: 0, weight: 0 });
});

it('adds one under a name of its own, moves and shares', () => {
  const more = added(added(list));
  expect(more.slice(3).map(({ id }) => id)).toEqual(['k1', 'k2']);
  expect(moved(list, 0, 1).map(({ id }) => id)).toEqual(['quality', 'benefit', 'economy']);
  expect(moved(list, 0, -1)).toBe(list);
  expect(moved(list, 2, 1)).toBe(list);
  expect(shares(list)).toEqual([40, 30, 30]);
  expect(shares([])).toEqual([]);
});
