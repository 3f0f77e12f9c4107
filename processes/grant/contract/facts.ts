/** What the records say that a contract is made of. Amounts in haléř, days `yyyy-MM-dd` in Prague. */

/** One part of a payment in parts: § 10a odst. 5 zákona č. 250/2000 Sb. leaves it to the contract. */
export interface PaymentPart {
  /** Haléř. */
  readonly amount: number;
  /** Last day of its payment; null where only the condition decides. */
  readonly dueOn: string | null;
  /** What must be met first; empty: nothing. */
  readonly condition: string;
}

export interface ContractFacts {
  readonly caseNumber: string;
  /** Given at the signature; null before it. */
  readonly contractNumber: string | null;
  readonly signedOn: string | null;
  readonly provider: {
    readonly name: string;
    readonly ico: string | null;
    readonly address: string;
    readonly bankAccount: string | null;
    /** Who signs for the municipality; null where its settings do not say. */
    readonly representative: string | null;
  };
  readonly recipient: {
    readonly kind: 'natural' | 'legal';
    readonly name: string;
    readonly ico: string | null;
    /** Of a natural person. */
    readonly birthDate: string | null;
    readonly address: string;
    readonly municipality: string;
    readonly representative: string | null;
    readonly bankAccount: string;
  };
  readonly programme: { readonly title: string; readonly area: string; readonly fund: string; readonly conditions: string };
  readonly project: { readonly title: string; readonly purpose: string; readonly from: string; readonly to: string };
  readonly amount: number;
  /** Empty: paid at once. */
  readonly parts: readonly PaymentPart[];
  readonly variableSymbol: string;
  /** Last day of the settlement. */
  readonly settlementDueOn: string;
  readonly decision: { readonly body: 'council' | 'assembly'; readonly resolutionNumber: string; readonly decidedOn: string };
  /** Of an amendment (dodatek); null in the contract itself. */
  readonly amendment: { readonly number: number; readonly changes: readonly string[] } | null;
}

/** What stands in the public version instead of what was left out of it. */
export const BLACKED_OUT = '[anonymizováno]';

/**
 * The same contract without personal data, to be published: of a natural person the name and the municipality stay. Of a legal person also who stands
 * for it is left out, for that is a natural person. § 10d odst. 1 zákona č. 250/2000 Sb. publishes the contract, not what other laws protect.
 */
export function publicFacts(facts: ContractFacts): ContractFacts {
  const { recipient } = facts;
  const natural = recipient.kind === 'natural';
  const hidden = (value: string | null): string | null => (value === null ? null : BLACKED_OUT);
  return {
    ...facts,
    recipient: {
      ...recipient,
      ico: natural ? hidden(recipient.ico) : recipient.ico,
      birthDate: null,
      address: natural ? recipient.municipality : recipient.address,
      representative: hidden(recipient.representative),
      bankAccount: natural ? BLACKED_OUT : recipient.bankAccount,
    },
  };
}

const day = (iso: string): string => iso.split('-').reverse().map(Number).join('. ');

/** What an amendment changes against what was agreed before it, in Czech sentences. Nothing of free text: that comes with `more`. */
export function changesBetween(before: ContractFacts, after: ContractFacts, money: (haler: number) => string): string[] {
  const changes: string[] = [];
  const said = (what: string, was: string, is: string): void => {
    if (was !== is) changes.push(`${what} se mění z ${was} na ${is}.`);
  };
  said('Výše dotace', money(before.amount), money(after.amount));
  said('Začátek doby, v níž má být účelu dosaženo,', day(before.project.from), day(after.project.from));
  said('Konec doby, v níž má být účelu dosaženo,', day(before.project.to), day(after.project.to));
  said('Lhůta pro předložení vyúčtování', day(before.settlementDueOn), day(after.settlementDueOn));
  const partsOf = ({ parts }: ContractFacts): string =>
    parts.length === 0
      ? 'jednorázové výplaty'
      : parts.map(({ amount, dueOn }) => money(amount) + (dueOn === null ? '' : ` do ${day(dueOn)}`)).join(', ');
  said('Vyplacení', partsOf(before), partsOf(after).replace(/^jednorázové výplaty$/, 'jednorázovou výplatu'));
  return changes;
}
