import fc from 'fast-check';
import { accountOfIban, comparableAccount, czechAccount, ibanOf, isIban, sameAccount } from './accounts';
import { amountOfDecimal, decimalOfAmount } from './currencies';
import { decodeCzech, encodeWindows1250, withoutDiacritics } from './encodings';
import { readGpc } from './gpc';
import { plainSymbol } from './statement';
import { anyAccount } from './testing/arbitraries';

describe('accounts', () => {
  it.each([
    ['19-2000145399/0800', 'CZ6508000000192000145399'],
    ['19-123/0800', 'CZ2408000000190000000123'],
  ])('%s is %s', (account, iban) => {
    expect(ibanOf(account)).toBe(iban);
    expect(accountOfIban(iban)).toBe(account);
  });

  it('every account goes to an IBAN and back, and one mistyped digit is found', () => {
    fc.assert(
      fc.property(anyAccount, fc.nat(21), fc.integer({ min: 1, max: 9 }), (account, place, change) => {
        const iban = ibanOf(account) ?? '';
        expect(accountOfIban(iban)).toBe(account);
        if (place < 2) return;
        const digit = (Number(iban[place]) + change) % 10;
        expect(isIban(iban.slice(0, place) + String(digit) + iban.slice(place + 1))).toBe(false);
      }),
    );
  });

  it('refuses wrong checksums', () => {
    expect(czechAccount('19-2000145398/0800')).toBeNull();
    expect(ibanOf('12345/0100')).toBeNull();
    expect(accountOfIban('CZ6508000000192000145398')).toBeNull();
    expect(isIban('CZ6608000000192000145399')).toBe(false);
    expect(isIban('NL26VAYB8060476890')).toBe(true);
  });

  it('compares whatever way they are written', () => {
    expect(sameAccount('CZ65 0800 0000 1920 0014 5399', '000019-2000145399/0800')).toBe(true);
    expect(sameAccount('19-2000145399', '19-2000145399/0800')).toBe(true);
    expect(sameAccount('19-2000145399/0100', '19-2000145399/0800')).toBe(false);
    expect(sameAccount('2000145399', '19-2000145399/0800')).toBe(false);
    expect(comparableAccount('0000000000000123/0800')).toBe('123/0800');
  });
});

describe('amounts', () => {
  it('are exact, in the smallest unit', () => {
    expect(amountOfDecimal('127.5', 'CZK')).toBe(12750);
    expect(amountOfDecimal('-0.01', 'CZK')).toBe(-1);
    expect(amountOfDecimal('2700', 'JPY')).toBe(2700);
    expect(amountOfDecimal('1.250', 'KWD')).toBe(1250);
    for (const wrong of ['', '1,5', '1.005', '1e3', 'NaN', '99999999999999999', '--1']) expect(amountOfDecimal(wrong, 'CZK')).toBeNull();
  });

  it('go to text and back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('CZK', 'EUR', 'JPY', 'KWD'), (amount, currency) => {
        expect(amountOfDecimal(decimalOfAmount(amount, currency), currency)).toBe(amount + 0);
      }),
    );
  });
});

describe('texts', () => {
  it('reads Czech in three encodings', () => {
    const text = 'Příliš žluťoučký kůň úpěl ďábelské ódy';
    expect(decodeCzech(Buffer.from(text))).toBe(text);
    expect(decodeCzech(encodeWindows1250(text))).toBe(text);
    // the same sentence written by a program under DOS (iconv -t CP852)
    const dos = Buffer.from('50fda16c69e720a76c759c6f759f6bec206b85e520a370d86c20d4a062656c736b8220a26479', 'hex');
    expect(decodeCzech(dos)).toBe(text);
  });

  it('writes what windows-1250 lacks without losing the word', () => {
    expect(decodeCzech(encodeWindows1250('Nguyễn – 漢'))).toBe('Nguyen – ?');
    expect(withoutDiacritics('Žluťoučký kůň')).toBe('Zlutoucky kun');
  });

  it('compares symbols without zeros', () => {
    expect([plainSymbol('0020260001'), plainSymbol('0'), plainSymbol(' '), plainSymbol('VS 12')]).toEqual([
      '20260001',
      null,
      null,
      'VS 12',
    ]);
  });
});

const HEAD =
  '0740000000000012345Test s.r.o.         01011400000000100000+00000000080000+00000000060000+00000000040000+002010214              ';
const FIRST =
  '0750000000000012345000000000015678900000000020010000000400002000000001100100000120000000013050114Tran 1              01102050114';
const SECOND =
  '0750000000000012345000000000025678900000000020020000000600001000000002100200000220000000023070114Tran 2              01101070114';

describe('GPC', () => {
  it('takes codes 3 and 4 as reversals with banks that have a 3', () => {
    const head = HEAD.replace('00000000080000+', '00000000120000+');
    const reversed = [head, SECOND.replace('0000000600001', '0000000600003'), FIRST.replace('0000000400002', '0000000400004')];
    const [statement] = readGpc(reversed.join('\n'));
    expect(statement?.entries.map(({ amount, reversal }) => [amount, reversal])).toEqual([
      [60000, true],
      [-40000, true],
    ]);
  });

  it('tells movements of one day apart, the same in files that overlap', () => {
    const twice = [HEAD.replace('00000000080000+', '00000000180000+'), FIRST, FIRST];
    const [statement] = readGpc(twice.join('\r\n'));
    expect(statement?.entries.map(({ id }) => id)).toEqual(['2014-01-05/2001', '2014-01-05/2001#2']);
  });

  it('reads the message of further lines', () => {
    const [statement] = readGpc([HEAD, FIRST, '078Vratka dotace', '079druhý řádek', SECOND].join('\n'));
    expect(statement?.entries[0]?.message).toBe('Vratka dotace druhý řádek');
  });

  it.each([
    ['a line cut off', [HEAD, FIRST, SECOND.slice(0, 100)], /Řádek 3/],
    ['a line missing', [HEAD, FIRST], /nesouhlasí/],
    ['letters in an amount', [HEAD, FIRST.replace('000000040000', '00000004000O'), SECOND], /Řádek 2/],
    ['a movement of another account', [HEAD, FIRST.replace('0750000000000012345', '0750000000000012346'), SECOND], /jinému účtu/],
    ['a movement before any statement', [FIRST], /Řádek 1/],
    ['an unknown code', [HEAD, FIRST.replace('0000000400002', '0000000400009'), SECOND], /Řádek 2/],
    ['no date at all', [HEAD.replace('010214', '000000'), FIRST.replaceAll('050114', '320114'), SECOND], /datum/],
  ])('refuses %s', (_name, lines, why) => {
    expect(() => readGpc(lines.join('\n'))).toThrow(why);
  });
});
