import { words } from '../processes/words';
import { contentRange, csv, csvMoney, type Column } from './lists';

interface Row {
  readonly name: string;
  readonly amount: number | null;
}

const columns: readonly Column<Row>[] = [
  { title: words('Název', 'Name'), value: ({ name }) => name },
  { title: words('Částka (Kč)', 'Amount (CZK)'), value: ({ amount }) => csvMoney(amount) },
];
const lines = (...rows: Row[]): string[] => csv(columns, rows, 'cs').split('\r\n');

describe('an exported file', () => {
  it('begins with a BOM and uses semicolons, which a Czech Excel expects', () => {
    expect(lines({ name: 'Tábor', amount: 1_234_56 })).toEqual(['\ufeffNázev;Částka (Kč)', 'Tábor;1234,56', '']);
    expect(csv(columns, [], 'en')).toBe('\ufeffName;Amount (CZK)\r\n');
  });

  it.each(['=1+1', '+420', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])('does not let %j become a formula', (name) => {
    expect(lines({ name, amount: 0 }).slice(1).join('\r\n')).toMatch(/^"?'/);
  });

  it('keeps negative amounts numbers, and quotes what would break the row', () => {
    expect(lines({ name: 'a;b "c"\nd', amount: -5 })[1]).toBe('"a;b ""c""\nd";-0,05');
    expect(lines({ name: '-12,5', amount: null })[1]).toBe('-12,5;');
  });

  it('says moments as day and time in Prague, in summer and winter', () => {
    expect(lines({ name: '2026-11-21T14:50:07.608Z', amount: null })[1]).toBe('21.11.2026 15:50;');
    expect(lines({ name: '2026-07-01T22:30:00.000Z', amount: null })[1]).toBe('02.07.2026 00:30;');
  });
});

describe('Content-Range', () => {
  it('counts from zero, and says so when there is nothing', () => {
    expect(contentRange('tasks', 0, 25, 319)).toBe('tasks 0-24/319');
    expect(contentRange('tasks', 300, 19, 319)).toBe('tasks 300-318/319');
    expect(contentRange('tasks', 0, 0, 0)).toBe('tasks */0');
  });
});
