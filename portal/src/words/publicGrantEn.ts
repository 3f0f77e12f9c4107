import type { publicGrantCs } from './publicGrantCs';

/** English words of the page of one grant in the register. */
export const publicGrantEn: typeof publicGrantCs = {
  back: 'Back to the register of grants',
  recipient: 'Recipient',
  programme: 'Programme',
  awarded: 'Granted',
  paid: 'Paid',
  accepted: 'Recognised in the settlement',
  returned: 'Returned',
  decided: 'Decided',
  state: 'State',
  spent: 'What the money was spent on',
  spentText:
    'The settlement without personal data. Documents are not published; what was personal is left out or replaced by “[anonymizováno]”.',
  nothing: 'No settlement of this grant is published yet.',
  one: (ordinal) => `Settlement no. ${ordinal}`,
  when: (submitted, accepted, published) => `Submitted on ${submitted}, approved on ${accepted}, published on ${published}.`,
  item: 'What was bought',
  document: 'Document',
  amount: 'Amount',
  fromGrant: 'From the grant',
  recognised: 'Recognised',
  sum: 'Total',
  leftOut: 'left out',
  own: 'Paid from other money than the grant',
  ofCosts: (share) => `${share} % of the costs`,
  unspent: 'To be returned (not recognised or not spent)',
  returnedBy: (day) => `Returned by ${day}`,
  report: 'Final report',
  pdf: (ordinal) => `Public version of settlement no. ${ordinal} (PDF)`,
  settlements: 'published settlement',
};
