/** English words of the proceedings on a breach. */
export const breachEn = {
  heading: 'Breach of budget discipline',
  begin: 'Begin proceedings on a breach of budget discipline',
  begun: 'The proceedings have begun. They are among the cases.',
  confirm: 'Begin',
  hint: 'This opens a case of its own that only inspectors and auditors see. The recipient learns that an inspection has begun, not what was found so far.',
  overdue: 'The settlement is overdue.',
  reason: 'What is suspected',
  lateSettlement: 'the settlement did not come in time',
  purpose: 'the money was used for another purpose',
  condition: 'a condition of the contract was not kept',
  withheld: 'unspent money was not returned',
  other: 'something else',
  amount: 'Which money it concerns',
  finding: 'What is known so far',
  process: 'Process',
};
