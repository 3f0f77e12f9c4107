import { partAmounts, partsFrom, plainTerms, termsFaults, termsForProcedure, type PaymentPart } from './terms';

const part = (share: number, when: PaymentPart['when'] = 'signature', on: string | null = null): PaymentPart => ({ share, when, on });
const faults = (...paymentParts: PaymentPart[]) => Object.keys(termsFaults({ ...plainTerms, paymentParts }));

it.each<[string, PaymentPart[], string[]]>([
  ['one payment', [part(100)], []],
  ['two, the second after a settlement', [part(60), part(40, 'settlement')], []],
  ['years one after another', [part(50, 'day', '2027-01-01'), part(50, 'day', '2028-01-01')], []],
  ['too little', [part(60), part(30)], ['paymentParts']],
  ['nothing to settle yet', [part(100, 'settlement')], ['paymentParts.0.when']],
  ['a day without a day', [part(50), part(50, 'day')], ['paymentParts.1.on']],
  ['a day that does not belong there', [part(50), part(50, 'signature', '2027-01-01')], ['paymentParts.1.on']],
  ['years in the wrong order', [part(50, 'day', '2028-01-01'), part(50, 'day', '2027-01-01')], ['paymentParts.1.on']],
])('terms: %s', (_, parts, fields) => {
  expect(faults(...parts)).toEqual(fields);
});

it('are read by the procedure as they were written', () => {
  const paymentParts = [part(30), part(30, 'settlement'), part(40, 'day', '2028-02-29')];
  const { parts } = termsForProcedure({ ...plainTerms, paymentParts });
  expect(parts).toEqual(['30:signature', '30:settlement', '40:day:2028-02-29']);
  expect(partsFrom(parts as string[])).toEqual(paymentParts);
  expect(partsFrom([])).toEqual(plainTerms.paymentParts);
  expect(() => partsFrom(['100:someday'])).toThrow('100:someday');
});

it('gives parts that make the grant to the haléř, whatever it is', () => {
  for (let seed = 1; seed < 300; seed += 1) {
    const awarded = (seed * 7_919_001) % 100_000_000_00;
    const shares = [seed % 40, (seed * 3) % 50];
    const parts = [...shares, 100 - shares.reduce((a, b) => a + b, 0)].map((share) => part(share));
    const amounts = partAmounts(awarded, parts);
    expect(amounts.reduce((a, b) => a + b, 0)).toBe(awarded);
    amounts.forEach((amount, index) => {
      expect(Number.isSafeInteger(amount)).toBe(true);
      expect(Math.abs(amount - (awarded * (parts[index]?.share ?? 0)) / 100)).toBeLessThanOrEqual(1);
    });
  }
});
