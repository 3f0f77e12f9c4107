import { byFund } from './groups';

const programme = (title: string, fund: string | null, area: string) => ({
  title,
  area,
  areaId: fund === null ? null : `${fund} ${area}`,
  fund: fund === null ? null : { id: fund, name: fund },
});

const said = (programmes: readonly ReturnType<typeof programme>[]) =>
  byFund(programmes).map(({ fund, areas }) => [fund, areas.map(({ area, programmes: own }) => [area, own.map(({ title }) => title)])]);

it('puts programmes under their fund and area, in the order in which they come', () => {
  expect(
    said([
      programme('A', 'Sport', 'Mládež'),
      programme('B', 'Sport', 'Spolky'),
      programme('C', null, 'Kultura'),
      programme('D', 'Sport', 'Mládež'),
      programme('E', 'Zeleň', 'Mládež'),
    ]),
  ).toEqual([
    [
      'Sport',
      [
        ['Mládež', ['A', 'D']],
        ['Spolky', ['B']],
      ],
    ],
    ['Zeleň', [['Mládež', ['E']]]],
    [null, [['Kultura', ['C']]]],
  ]);
});

it('has nothing to head where there are no funds', () => {
  expect(said([programme('A', null, ''), programme('B', null, '')])).toEqual([[null, [['', ['A', 'B']]]]]);
  expect(byFund([])).toEqual([]);
});
