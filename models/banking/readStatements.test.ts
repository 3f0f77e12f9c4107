/** Files of banks as they come: real samples of others' libraries with their readings, and everything that a broken one can be. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { writeAbo, readAbo } from '../../processes/banking/abo';
import { comparableAccount, ibanOf } from '../../processes/banking/accounts';
import { amountOfDecimal } from '../../processes/banking/currencies';
import { decodeCzech, encodeWindows1250, withoutDiacritics } from '../../processes/banking/encodings';
import { totalOf, OrderError, type PaymentOrder } from '../../processes/banking/orders';
import { writePain } from '../../processes/banking/pain001';
import { StatementError } from '../../processes/banking/statement';
import { anyAccount } from '../../processes/banking/testing/arbitraries';
import { readStatements } from './readStatements';
import { nodesAt, readXml, textAt } from './xmlTree';

const FOLDER = path.resolve(__dirname, '../../fixtures/bank');
const sample = (name: string): Buffer => readFileSync(path.join(FOLDER, name));

interface Gpc {
  readonly files: readonly { readonly lines: readonly string[]; readonly expected: { readonly transactions: readonly object[] } }[];
}
const gpc = JSON.parse(sample('abo-gpc-samples.json').toString()) as Gpc;

function refusal(bytes: Uint8Array): string {
  try {
    readStatements(bytes);
  } catch (error) {
    if (error instanceof StatementError) return error.why.cs;
    throw error;
  }
  throw new Error('It was read');
}

describe('samples', () => {
  it('Fio', () => {
    const { format, statements } = readStatements(sample('fio-example-response.json'));
    expect(format).toBe('fio');
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ account: '214498596/2010', currency: 'CZK' });
    expect(statements[0]?.entries.map(({ id, amount }) => [id, amount])).toEqual([
      ['1111111111', 12700],
      ['2222255555', 50000],
      ['2222255556', 50000],
    ]);
    expect(statements[0]?.entries[1]).toEqual({
      id: '2222255555',
      date: '2015-03-30',
      amount: 50000,
      currency: 'CZK',
      variableSymbol: '123456789',
      counterAccount: '2900201034/2010',
      counterName: null,
      message: 'Savana MartinHujer',
      reversal: false,
    });
    expect(readStatements(sample('fio-example-empty-response.json')).statements).toEqual([
      { account: '260000000/2010', currency: 'EUR', entries: [] },
    ]);
  });

  it('GPC, also a reversal that moves the other way', () => {
    const [first, second] = gpc.files.map(({ lines }) => readStatements(Buffer.from(lines.join('\r\n'))).statements[0]);
    expect(first).toMatchObject({ account: '12345', currency: 'CZK' });
    expect(first?.entries).toMatchObject([
      { date: '2014-01-05', amount: 40000, variableSymbol: '11', counterAccount: '156789/1000', counterName: 'Tran 1', reversal: false },
      { date: '2014-01-07', amount: -60000, reversal: false },
    ]);
    expect(second?.entries).toMatchObject([
      { amount: -40000, reversal: true },
      { amount: 60000, reversal: true },
    ]);
  });

  it('camt.053', () => {
    const [minimal] = readStatements(sample('camt053.v2.minimal.xml')).statements;
    expect(minimal).toMatchObject({ account: 'NL26VAYB8060476890', currency: 'EUR' });
    expect(minimal?.entries).toMatchObject([
      {
        date: '2014-12-31',
        amount: 885,
        counterAccount: 'NL56AGDH9619008421',
        counterName: 'NAME NAME',
        variableSymbol: null,
        reversal: false,
      },
    ]);
    const { statements } = readStatements(sample('camt053.v2.multi.statement.xml'));
    expect(statements.map(({ entries }) => entries.map(({ amount, message }) => [amount, message]))).toEqual([
      [[885, 'Transaction Description 1']],
      [[-700, 'Transaction Description 2']],
    ]);
  });

  it('give every movement a name of its own, the same each time', () => {
    for (const name of readdirSync(FOLDER).filter((file) => /response\.json|\.xml$/.test(file))) {
      const [once, again] = [readStatements(sample(name)), readStatements(sample(name))];
      expect(again).toEqual(once);
      for (const { entries } of once.statements) expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    }
  });
});

/** A statement of version 8, with symbols as Czech banks write them. */
const camt = (entries: string, closing = '100.00'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><c:Document xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><c:BkToCstmrStmt><c:Stmt><c:Acct><c:Id><c:IBAN>CZ6508000000192000145399</c:IBAN></c:Id><c:Ccy>CZK</c:Ccy></c:Acct>
   <c:Bal><c:Tp><c:CdOrPrtry><c:Cd>OPBD</c:Cd></c:CdOrPrtry></c:Tp><c:Amt Ccy="CZK">100.00</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd></c:Bal>
   <c:Bal><c:Tp><c:CdOrPrtry><c:Cd>CLBD</c:Cd></c:CdOrPrtry></c:Tp><c:Amt Ccy="CZK">${closing}</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd></c:Bal>${entries}</c:Stmt></c:BkToCstmrStmt></c:Document>`;
const ntry = (amount: string, sign: string, more = ''): string =>
  `<c:Ntry><c:Amt Ccy="CZK">${amount}</c:Amt><c:CdtDbtInd>${sign}</c:CdtDbtInd>${more.includes('c:Sts') ? '' : '<c:Sts><c:Cd>BOOK</c:Cd></c:Sts>'}<c:BookgDt><c:Dt>2026-11-20</c:Dt></c:BookgDt>${more}</c:Ntry>`;
const read = (text: string) => readStatements(Buffer.from(text)).statements[0]?.entries ?? [];

describe('camt.053 as Czech banks write it', () => {
  const details = (inside: string): string => `<c:NtryDtls><c:TxDtls>${inside}</c:TxDtls></c:NtryDtls>`;
  it.each([
    ['the end-to-end id', '<c:Refs><c:EndToEndId>/VS0020260001/SS/KS0308</c:EndToEndId></c:Refs>'],
    [
      'structured remittance',
      '<c:RmtInf><c:Strd><c:CdtrRefInf><c:Ref>KS:0308</c:Ref></c:CdtrRefInf><c:CdtrRefInf><c:Ref>VS:20260001</c:Ref></c:CdtrRefInf></c:Strd></c:RmtInf>',
    ],
    ['the message', '<c:RmtInf><c:Ustrd>/VS20260001 Dotace</c:Ustrd></c:RmtInf>'],
  ])('finds the variable symbol in %s', (_where, inside) => {
    expect(read(camt(ntry('5.00', 'CRDT', details(inside)), '105.00'))[0]?.variableSymbol).toBe('20260001');
  });

  it('reads names of version 8, accounts with the code of the bank, and reversals', () => {
    const inside = details(
      '<c:RltdPties><c:Cdtr><c:Pty><c:Nm>Spolek</c:Nm></c:Pty></c:Cdtr><c:CdtrAcct><c:Id><c:Othr><c:Id>19-2000145399</c:Id></c:Othr></c:Id></c:CdtrAcct></c:RltdPties><c:RltdAgts><c:CdtrAgt><c:FinInstnId><c:ClrSysMmbId><c:MmbId>0800</c:MmbId></c:ClrSysMmbId></c:FinInstnId></c:CdtrAgt></c:RltdAgts>',
    );
    const [entry] = read(camt(ntry('5.00', 'CRDT', `<c:RvslInd>true</c:RvslInd>${inside}`), '105.00'));
    expect(entry).toMatchObject({ amount: 500, reversal: true, counterName: 'Spolek', counterAccount: '19-2000145399/0800' });
  });

  it('splits a booking of several payments where their amounts are told, and keeps it whole otherwise', () => {
    const one = (amount: string, symbol: string): string =>
      `<c:TxDtls><c:Refs><c:EndToEndId>/VS${symbol}</c:EndToEndId></c:Refs>${amount}</c:TxDtls>`;
    const said = (amount: string): string => `<c:Amt Ccy="CZK">${amount}</c:Amt>`;
    const split = read(camt(ntry('5.00', 'DBIT', `<c:NtryDtls>${one(said('2.00'), '1')}${one(said('3.00'), '2')}</c:NtryDtls>`), '95.00'));
    expect(split.map(({ amount, variableSymbol }) => [amount, variableSymbol])).toEqual([
      [-200, '1'],
      [-300, '2'],
    ]);
    expect(read(camt(ntry('5.00', 'DBIT', `<c:NtryDtls>${one('', '1')}${one('', '2')}</c:NtryDtls>`), '95.00'))).toMatchObject([
      { amount: -500, variableSymbol: null },
    ]);
  });

  it('leaves out what is only announced', () => {
    expect(read(camt(ntry('5.00', 'CRDT', '<c:Sts><c:Cd>PDNG</c:Cd></c:Sts>')))).toEqual([]);
  });

  it('reads windows-1250 and UTF-16 as the file says', () => {
    const text = camt(ntry('5.00', 'CRDT', '<c:AddtlNtryInf>Žluťoučký kůň</c:AddtlNtryInf>'), '105.00');
    const windows = encodeWindows1250(text.replace('UTF-8', 'windows-1250'));
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')]);
    for (const bytes of [Buffer.from(text), windows, wide])
      expect(readStatements(bytes).statements[0]?.entries[0]?.message).toBe('Žluťoučký kůň');
  });

  it('reads 20 000 movements', () => {
    const many = camt(
      ntry('0.01', 'CRDT', '<c:NtryDtls><c:TxDtls><c:RmtInf><c:Ustrd>/VS1 a</c:Ustrd></c:RmtInf></c:TxDtls></c:NtryDtls>').repeat(20_000),
      '300.00',
    );
    expect(read(many)).toHaveLength(20_000);
  });
});

describe('what is no statement is refused in one sentence', () => {
  const fio = JSON.parse(sample('fio-example-response.json').toString()) as { accountStatement: { info: Record<string, unknown> } };
  const whole = { accountStatement: { ...fio.accountStatement, info: { ...fio.accountStatement.info, idTo: 2222255556 } } };
  const laughs = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]>`;
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /prázdný/],
    ['a picture', Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256), /není bankovní výpis/],
    ['a text', 'Dobrý den, posílám výpis.', /není bankovní výpis/],
    ['other JSON', '{"a":1}', /accountStatement/],
    ['half a JSON', sample('fio-example-response.json').subarray(0, 900), /JSON není celý/],
    ['JSON in another encoding', encodeWindows1250('{"accountStatement":"ž"}'), /UTF-8/],
    ['one movement alone', sample('fio-example-transaction.json'), /accountStatement/],
    ['a whole Fio list that does not add up', JSON.stringify(whole), /nesouhlasí/],
    ['half an XML', sample('camt053.v2.minimal.xml').subarray(0, 3000), /XML není celé/],
    ['XML cut in its first tag', '<?xml version="1.0"?><Docum', /XML není celé/],
    ['another XML', '<a><b/></a>', /není výpis camt\.053/],
    [
      'another message',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn/></Document>',
      /není výpis camt\.053/,
    ],
    ['entities that grow', `<?xml version="1.0"?>${laughs}<Document>&b;</Document>`, /DOCTYPE/],
    [
      'a file of the server',
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>',
      /DOCTYPE/,
    ],
    ['an unknown entity', '<Document>&x;</Document>', /XML není celé/],
    ['deep nesting', '<a>'.repeat(100), /hluboko/],
    ['XML in an encoding that is not', '<?xml version="1.0" encoding="klingon"?><a/>', /klingon/],
    ['XML that is not in UTF-8', encodeWindows1250('<a>ž</a>'), /utf-8/],
    ['sums that do not fit', camt(ntry('5.00', 'CRDT')), /nesouhlasí/],
    ['a wrong IBAN', camt('').replace('CZ65', 'CZ66'), /kontrolní součet/],
    ['an amount of three decimals', camt(ntry('5.005', 'CRDT'), '105.01'), /Ntry\/Amt/],
    ['no direction', camt(ntry('5.00', 'XXXX'), '105.00'), /CdtDbtInd/],
  ])('%s', (_name, content, why) => {
    const sentence = refusal(typeof content === 'string' ? Buffer.from(content) : content);
    expect(sentence).toMatch(why);
    expect(sentence).not.toMatch(/\n/);
  });

  it('a sample cut anywhere, or with a byte changed, is read whole or refused', () => {
    const files = [
      sample('camt053.v2.multi.statement.xml'),
      Buffer.from(gpc.files[0]?.lines.join('\r\n') ?? ''),
      sample('fio-example-response.json'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(255), fc.boolean(), (file, place, byte, cut) => {
        const bytes = Buffer.from(file);
        if (!cut) bytes[place % bytes.length] = byte;
        const changed = cut ? bytes.subarray(0, place % bytes.length) : bytes;
        try {
          for (const { entries } of readStatements(changed).statements)
            for (const { amount } of entries) expect(Number.isSafeInteger(amount)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(StatementError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const text = fc.string({ unit: 'binary', maxLength: 60 });
const order: fc.Arbitrary<PaymentOrder> = fc.record({
  id: fc.stringMatching(/^[A-Z0-9]{1,12}$/),
  payer: fc.record({ name: text, account: anyAccount }),
  currency: fc.constant('CZK' as const),
  payOn: fc.constant('2026-11-23'),
  createdAt: fc.constant('2026-11-21T10:00:00.000Z'),
  payments: fc.array(
    fc.record({
      account: anyAccount,
      name: text,
      amount: fc.integer({ min: 1, max: 100_000_000_00 }),
      variableSymbol: fc.stringMatching(/^\d{1,10}$/),
      message: text,
    }),
    { minLength: 1, maxLength: 40 },
  ),
});

describe('payment orders', () => {
  it('ABO: what was ordered is read back, line by line', () => {
    fc.assert(
      fc.property(order, (ordered) => {
        const bytes = writeAbo(ordered);
        const back = readAbo(new TextDecoder('windows-1250').decode(bytes));
        expect(back?.payer).toBe(ordered.payer.account);
        expect(back?.payDay).toBe('231126');
        expect(back?.total).toBe(totalOf(ordered.payments));
        expect(back?.payments.map(({ account, amount, variableSymbol }) => [account, amount, Number(variableSymbol)])).toEqual(
          ordered.payments.map(({ account, amount, variableSymbol }) => [account, amount, Number(variableSymbol)]),
        );
        expect(back?.payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(back?.total);
      }),
    );
  });

  it('ABO: the lines of the format', () => {
    const text = decodeCzech(
      writeAbo({
        id: 'P1',
        payer: { name: 'Městys Zkušebnov', account: '19-2000145399/0800' },
        currency: 'CZK',
        payOn: '2026-11-23',
        createdAt: '2026-11-21T10:00:00.000Z',
        payments: [
          { account: '2900201034/2010', name: 'Spolek', amount: 40_000_00, variableSymbol: '20260001', message: 'Dotace – žluťoučký kůň' },
        ],
      }),
    );
    expect(text.split('\r\n')).toEqual([
      'UHL1211126MESTYS ZKUSEBNOV    0000000000001001000000000000',
      '1 1501 001000 0800',
      '2 000019-2000145399 00000004000000 231126',
      '000000-2900201034 000004000000 0020260001 20100000 0000000000 AV:Dotace – žluťoučký kůň',
      '3 +',
      '5 +',
      '',
    ]);
  });

  it.each(['03', '09'] as const)('pain.001.001.%s: counts, sums and payments as ordered; allowed characters only', (version) => {
    fc.assert(
      fc.property(order, (ordered) => {
        const xml = writePain(ordered, version);
        const root = readXml(xml, () => false);
        expect(root.attributes.xmlns).toBe(`urn:iso:std:iso:20022:tech:xsd:pain.001.001.${version}`);
        const total = totalOf(ordered.payments);
        for (const part of ['GrpHdr', 'PmtInf']) {
          expect(textAt(root, `CstmrCdtTrfInitn/${part}/NbOfTxs`)).toBe(String(ordered.payments.length));
          expect(amountOfDecimal(textAt(root, `CstmrCdtTrfInitn/${part}/CtrlSum`) ?? '', 'CZK')).toBe(total);
        }
        const paid = nodesAt(root, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf');
        expect(paid.map((node) => [textAt(node, 'CdtrAcct/Id/IBAN'), amountOfDecimal(textAt(node, 'Amt/InstdAmt') ?? '', 'CZK')])).toEqual(
          ordered.payments.map(({ account, amount }) => [ibanOf(account), amount]),
        );
        expect(comparableAccount(textAt(root, 'CstmrCdtTrfInitn/PmtInf/DbtrAcct/Id/IBAN') ?? '')).toBe(ordered.payer.account);
        const ids = paid.map((node) => textAt(node, 'PmtId/EndToEndId') ?? '');
        expect(new Set(ids).size).toBe(ids.length);
        for (const node of paid) {
          const said = [textAt(node, 'Cdtr/Nm') ?? '', textAt(node, 'RmtInf/Ustrd') ?? '', textAt(node, 'PmtId/EndToEndId') ?? ''];
          for (const one of said) expect(one).toMatch(/^[A-Za-z0-9/\-?:().,'+ ]{1,140}$/);
        }
      }),
    );
  });

  it('is refused where a bank would refuse it', () => {
    const good = { account: '2900201034/2010', name: 'Spolek', amount: 1, variableSymbol: '1', message: '' };
    const make =
      (payment: object, account = '19-2000145399/0800') =>
      () =>
        writeAbo({
          id: 'P',
          payer: { name: 'x', account },
          currency: 'CZK',
          payOn: '2026-11-23',
          createdAt: '2026-11-21',
          payments: [{ ...good, ...payment }],
        });
    expect(make({})).not.toThrow();
    for (const wrong of [
      { account: '2900201035/2010' },
      { amount: 0 },
      { amount: 1.5 },
      { amount: -1 },
      { variableSymbol: '12a' },
      { variableSymbol: '12345678901' },
    ])
      expect(make(wrong)).toThrow(OrderError);
    expect(make({}, '')).toThrow(/účtu úřadu/);
  });

  it('loses no letter that the bank can have', () => {
    expect(withoutDiacritics('ŘEDITELSTVÍ')).toBe('REDITELSTVI');
  });
});
