/** An application of a legal person that has everything. */
export const wholeApplication = {
  applicantKind: 'legal',
  name: 'Spolek přátel řeky',
  ico: '00006947',
  street: 'Nábřežní 1',
  municipality: 'Ukázkov',
  postcode: '110 00',
  representative: 'předseda podle stanov',
  bankAccount: '19-2000145399/0800',
  projectTitle: 'Čistá řeka',
  purpose: 'Úklid břehů',
  reasons: 'Břehy jsou plné odpadu.',
  from: '2027-04-01',
  to: '2027-09-30',
  totalCost: 80_000_00,
  requestedAmount: 40_000_00,
  declaration: true,
};
