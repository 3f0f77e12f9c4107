import type { ExportOffer } from '../../../processes/exports/views';
import { folded } from '../../../processes/folding';
import { words } from '../../../processes/words';
import { applied, columnsById, found, isChanged, toggled, toKeep, type Draft } from './chosen';

const column = (id: string, title: string) => ({ id, title: words(title, title), table: false });
const offer: ExportOffer = {
  cases: 2,
  usual: ['a'],
  tooManyProgrammes: false,
  groups: [
    { id: 'case', title: words('Spis', 'Case'), columns: [column('a', 'Číslo'), column('b', 'Název')] },
    { id: 'payments', title: words('Platby', 'Payments'), columns: [column('c', 'Vyplaceno')] },
  ],
};
const offered = columnsById(offer);
const draft = (...columns: string[]): Draft => ({ columns, format: 'xlsx', tablesApart: false });

it('adds columns at the end and keeps the order of the others', () => {
  expect(toggled(['b'], ['a', 'b', 'c'], true)).toEqual(['b', 'a', 'c']);
  expect(toggled(['b', 'a', 'c'], ['b', 'c'], false)).toEqual(['a']);
});

it('takes of a kept choice what is offered, says how much is not, and does not lose that when the choice is changed', () => {
  const kept = draft('x', 'b', 'y', 'a');
  expect(applied(kept, offered)).toEqual({ draft: draft('b', 'a'), missing: 2 });
  expect(toKeep(draft('a'), kept, offered).columns).toEqual(['a', 'x', 'y']);
  expect(toKeep(draft('a'), null, offered).columns).toEqual(['a']);
  expect(isChanged(draft('b', 'a'), kept, offered)).toBe(false);
  expect(isChanged(draft('a', 'b'), kept, offered)).toBe(true);
});

it('finds columns without marks and by their group', () => {
  const ids = (text: string) => found(offer, text, ({ cs }) => cs, folded).flatMap(({ columns }) => columns.map(({ id }) => id));
  expect(ids('cislo')).toEqual(['a']);
  expect(ids('PLATBY')).toEqual(['c']);
  expect(ids(' ')).toEqual(['a', 'b', 'c']);
  expect(ids('nic')).toEqual([]);
});
