import type { ContractFacts } from './facts';

/** A contract of made-up people, whole: for previews of a template before there is any case, and for tests. */
export const exampleFacts: ContractFacts = {
  caseNumber: 'DOT-2026-0001',
  contractNumber: null,
  signedOn: null,
  provider: {
    name: 'Městys Zkušebnov',
    ico: '00000019',
    address: 'Náves 1, 100 00 Zkušebnov',
    bankAccount: '2000145399/0800',
    representative: null,
  },
  recipient: {
    kind: 'natural',
    name: 'Žofie Ďáblíková',
    ico: null,
    birthDate: '1980-02-29',
    address: 'Horní 5, 100 00 Zkušebnov',
    municipality: 'Zkušebnov',
    representative: null,
    bankAccount: '19-2000145399/0800',
  },
  programme: { title: 'Podpora sportu', area: 'Sport', fund: '', conditions: 'První podmínka\n\nDruhá podmínka' },
  project: { title: 'Běh městysem', purpose: 'příliš žluťoučký závod', from: '2026-06-01', to: '2026-10-31' },
  amount: 60_000_00,
  parts: [],
  variableSymbol: '20260001',
  settlementDueOn: '2027-01-31',
  decision: { body: 'assembly', resolutionNumber: '7/2026', decidedOn: '2026-05-20' },
  amendment: null,
};
