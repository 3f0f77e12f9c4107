import type { publicSettlementsCs } from './publicSettlementsCs';

/** English words of public versions of settlements in the back office. */
export const publicSettlementsEn: typeof publicSettlementsCs = {
  lead: 'What of a settlement appears in the register of grants. Until you publish it the public sees nothing of it; files of documents are never published.',
  empty: 'No settlement is approved yet.',
  one: 'Settlement no. %{ordinal}',
  state: { none: 'not published', draft: 'in preparation', published: 'published', withdrawn: 'withdrawn' },
  facts:
    'Submitted on %{submitted}, approved on %{accepted}. Documents for %{amount}, from the grant %{fromGrant}, recognised %{recognised}. All amounts are published.',
  begin: 'Prepare the public version of settlement no. %{ordinal}',
  begun: 'The public version can be edited now. Recognised personal data are blackened.',
  formHint:
    'Recognised birth numbers, birth dates, e-mails, phones, accounts and addresses with a house number are proposed to be blackened. Names are not recognised: read the texts and blacken names of people yourself.',
  of: { description: 'Document %{number}: what was bought', documentNumber: 'Document %{number}: its number', report: 'Final report' },
  original: 'As the applicant wrote it',
  published: 'As it will be published',
  nothing: 'left out',
  choose: '%{name}: what is published',
  choice: { asIs: 'as it is', blackened: 'blacken a part', leftOut: 'leave out' },
  marks: '%{name}: blackened words',
  marksHint: 'Click a word to blacken it or to show it; on the keyboard use arrows and the space bar.',
  left: 'Something here still looks like: %{kinds}.',
  kind: {
    birthNumber: 'birth number',
    birthDate: 'birth date',
    email: 'e-mail',
    phone: 'phone',
    account: 'account number',
    address: 'address',
  },
  leftIn:
    'Something in %{smart_count} text still looks like personal data. |||| Something in %{smart_count} texts still looks like personal data.',
  confirm: 'I have read them and they are no personal data.',
  save: 'Save',
  saved: 'What is published is saved.',
  saveFirst: 'Save your changes first.',
  publish: 'Publish',
  publishHint: 'Everybody will see it in the register of grants and in open data. You can withdraw it at any time, with a reason.',
  publishDone: 'The settlement is published in the register of grants.',
  preview: 'Preview of the PDF',
  publishedBy: 'Published by %{name}, %{date}.',
  toRegister: 'Page in the register',
  pdf: 'the published PDF',
  withdraw: 'Withdraw from the register',
  withdrawHint:
    'It disappears from the register of grants at once. The applicant sees the reason in the history. The PDF stays in the case.',
  withdrawDone: 'The settlement is withdrawn from the register.',
  withdrawnBy: 'Withdrawn by %{name}, %{date}. The reason: %{reason}',
};
