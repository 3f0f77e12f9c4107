/** Facts of a contract as the fields of a template say them. */
import { moneyInWords } from '../../numberWords';
import { formatMoney } from '../../money';
import { plainDate } from '../../waits';
import { isPublished } from '../publication';
import type { ContractFacts } from './facts';

export type FieldValue = string | boolean | readonly Readonly<Record<string, string>>[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** To be filled in by hand. */
export const BLANK = '……………………………';

/** How the body that decided is named, and by which provision it decides. */
export const DECIDED = {
  council: { decided: 'rozhodla rada', by: '§ 102 odst. 3 zákona č. 128/2000 Sb., o obcích' },
  assembly: { decided: 'rozhodlo zastupitelstvo', by: '§ 85 písm. c) zákona č. 128/2000 Sb., o obcích' },
} as const;

/** One condition a line of the programme's text. */
export const conditionLines = (conditions: string): string[] =>
  conditions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const blank = (value: string | null): string => (value === null || value === '' ? BLANK : value);
const day = (iso: string | null): string => (iso === null ? BLANK : plainDate(iso));

/** A value to every field of processes/grant/contract/fields.ts. */
export function fieldValues(facts: ContractFacts): FieldValues {
  const { provider, recipient, programme, project, decision, parts, amendment } = facts;
  const natural = recipient.kind === 'natural';
  const body = DECIDED[decision.body];
  return {
    cislo_spisu: facts.caseNumber,
    cislo_smlouvy: blank(facts.contractNumber),
    smlouva_ze_dne: day(facts.signedOn),
    program: programme.title,
    fond: programme.fund,
    oblast: programme.area,
    poskytovatel_nazev: provider.name,
    poskytovatel_ico: blank(provider.ico),
    poskytovatel_adresa: blank(provider.address),
    poskytovatel_ucet: blank(provider.bankAccount),
    poskytovatel_zastoupen: blank(provider.representative),
    prijemce_nazev: recipient.name,
    prijemce_ico: recipient.ico ?? '',
    prijemce_datum_narozeni: natural ? day(recipient.birthDate) : '',
    prijemce_adresa: recipient.address,
    prijemce_zastoupen: recipient.representative ?? '',
    prijemce_ucet: recipient.bankAccount,
    je_fyzicka_osoba: natural,
    je_pravnicka_osoba: !natural,
    ma_ico: recipient.ico !== null,
    je_zastoupen: recipient.representative !== null,
    projekt: project.title,
    ucel: project.purpose,
    castka: formatMoney(facts.amount),
    castka_slovy: moneyInWords(facts.amount),
    doba_od: day(project.from),
    doba_do: day(project.to),
    podminky: conditionLines(programme.conditions).map((podminka) => ({ podminka })),
    vyuctovani_do: day(facts.settlementDueOn),
    variabilni_symbol: facts.variableSymbol,
    plati_se_najednou: parts.length === 0,
    plati_se_po_castech: parts.length > 0,
    splatky: parts.map(({ amount, dueOn, condition }, index) => ({
      splatka_poradi: String(index + 1),
      splatka_castka: formatMoney(amount),
      splatka_do: dueOn === null ? '' : plainDate(dueOn),
      splatka_kdy: dueOn === null ? condition : `do ${plainDate(dueOn)}`,
      splatka_podminka: condition,
    })),
    rozhodl: body.decided,
    rozhodl_podle: body.by,
    usneseni_cislo: decision.resolutionNumber,
    usneseni_datum: day(decision.decidedOn),
    zverejnuje_se: isPublished(facts.amount),
    dodatek_cislo: amendment === null ? '' : String(amendment.number),
    zmeny: (amendment?.changes ?? []).map((zmena) => ({ zmena })),
  };
}
