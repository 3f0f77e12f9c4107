import { applicationForm, decisionForm, formalCheckForm, settlementForm } from '../../../processes/grant/forms';
import { check, checkRequired, withoutEmpty } from './check';

const application = {
  applicantKind: 'legal',
  name: 'Spolek přátel řeky',
  ico: '27074358',
  street: 'Nábřežní 1',
  municipality: 'Ukázkov',
  postcode: '390 01',
  representative: 'předsedkyně podle stanov',
  bankAccount: '19-2000145399/0800',
  projectTitle: 'Čistá řeka',
  purpose: 'Úklid břehů',
  reasons: 'Břehy jsou zanesené.',
  from: '2027-01-01',
  to: '2027-12-31',
  totalCost: 5_000_000,
  requestedAmount: 3_000_000,
  declaration: true,
};

const faults = (change: Record<string, unknown>) =>
  check(applicationForm.schema, { ...application, ...change }).map((fault) => `${fault.path}:${fault.rule}`);

describe('what was typed, looked at by the schema', () => {
  it('lets a good application be', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    [{ name: '' }, ['name:required']],
    [{ name: undefined }, ['name:required']],
    [{ ico: undefined }, ['ico:required']],
    [{ applicantKind: 'natural' }, ['birthDate:required']],
    [{ applicantKind: 'natural', birthDate: '1980-02-30' }, ['birthDate:date']],
    [{ applicantKind: 'something' }, ['applicantKind:oneOf']],
    [{ requestedAmount: 12.5 }, ['requestedAmount:type']],
    [{ requestedAmount: 0 }, ['requestedAmount:minimum']],
    [{ totalCost: 10_000_000_001 }, ['totalCost:maximum']],
    [{ postcode: '999 99' }, ['postcode:pattern']],
    [{ declaration: false }, ['declaration:const']],
    [{ attachments: ['a', 'a'] }, ['attachments:unique']],
    [{ extra: 1 }, ['extra:unknown']],
  ])('%j: %j', (change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  it('names the row of a table', () => {
    const data = {
      items: [
        { description: 'Rukavice', documentNumber: '1', paidOn: '2027-02-01', amount: 100, fromGrant: 100 },
        { description: 'Pytle' },
      ],
      report: 'Hotovo',
    };
    expect(check(settlementForm.schema, data).map((fault) => fault.path)).toEqual([
      'items.1.documentNumber',
      'items.1.paidOn',
      'items.1.amount',
      'items.1.fromGrant',
    ]);
  });

  it('asks for what the outcome requires', () => {
    expect(checkRequired(['defects', 'until'], { defects: [], until: '2027-01-01' })).toEqual([{ path: 'defects', rule: 'required' }]);
    expect(checkRequired(['votesAgainst'], { votesAgainst: 0 })).toEqual([]);
    expect(check(formalCheckForm.schema, {})).toEqual([]);
    expect(check(decisionForm.schema, { decidedOn: '30. 2. 2027' })).toEqual([{ path: 'decidedOn', rule: 'date' }]);
  });

  it('does not send what was left empty', () => {
    expect(withoutEmpty({ note: '', defects: [''], until: undefined, votes: 0, deep: { a: null, b: false } })).toEqual({
      defects: [],
      votes: 0,
      deep: { b: false },
    });
  });
});
