/** The shape of a programme as a file (docs/soubor-programu.md). Keys are written in the order in which they stand here, so that two files can be compared by diff. */
import { z } from 'zod';
import { MAX_AMOUNT } from '../../../processes/grant/forms';
import { templateKinds } from '../../../processes/grant/contract/fields';
import { plainTerms } from '../../../processes/grant/terms';
import { FILE_FORMAT, FILE_VERSION, MAX_FILE_CALLS, MAX_FILE_TEMPLATE, type ProgrammeFile } from '../../../processes/programmeFile/file';
import { criteriaList } from '../../evaluations/schemas';
import { formItem } from '../../forms/itemSchemas';
import { LIMITS } from '../../../processes/formItems/items';
import { says } from '../../http/zodWords';
import { line } from '../../schemas';
import { callFields, callTimes, programmeFields } from '../programmeFields';
import { grantTerms } from '../termsKeeper';

/** How the file is called among schemas: the same wherever Postup runs. */
export const SCHEMA_ID = 'https://postup.otevrenamesta.cz/schemas/programme-file-2.schema.json';

const { title, area, purpose, reasons, totalAmount, maxAmount, eligible, criteria, conditions, attachments, deMinimis, asksPastSupport } =
  programmeFields.shape;

const programme = z.strictObject({
  title: title.meta({ description: 'Název programu.' }),
  area: area.meta({ description: 'Název oblasti podpory; prázdný, pokud program do žádné nepatří.' }),
  purpose: purpose.meta({ description: 'Účel, § 10c odst. 2 písm. a) zákona č. 250/2000 Sb.' }),
  reasons: reasons.meta({ description: 'Důvody podpory, písm. b).' }),
  totalAmount: totalAmount.meta({ description: `Celkem k rozdělení, písm. c). V celých haléřích (100 = 1 Kč), nejvýš ${MAX_AMOUNT}.` }),
  maxAmount: maxAmount.meta({ description: 'Nejvýše v jednom případě, písm. d). V celých haléřích.' }),
  eligible: eligible.meta({ description: 'Okruh způsobilých žadatelů, písm. e).' }),
  criteria: criteria.meta({ description: 'Kritéria hodnocení slovy, písm. g).' }),
  conditions: conditions.meta({ description: 'Podmínky poskytnutí, písm. i).' }),
  attachments: attachments.meta({ description: 'Vzor žádosti a její přílohy, písm. j).' }),
  deMinimis: deMinimis.meta({ description: 'Je podpora v režimu de minimis (nařízení Komise (EU) 2023/2831)?' }),
  asksPastSupport: asksPastSupport.meta({ description: 'Ptá se žádost na podporu odjinud?' }),
});

const call = z.strictObject({
  title: callFields.shape.title.meta({ description: 'Název výzvy; prázdný, pokud se jí říká jen pořadím.' }),
  intakeOpensAt: callTimes.intakeOpensAt.meta({ description: 'Začátek příjmu žádostí, písm. f). Okamžik podle ISO 8601.' }),
  intakeClosesAt: callTimes.intakeClosesAt.meta({ description: 'Konec příjmu žádostí.' }),
  decisionDays: callTimes.decisionDays.meta({ description: 'Lhůta pro rozhodnutí v kalendářních dnech, písm. h).' }),
  settlementDueOn: callTimes.settlementDueOn.meta({ description: 'Do kterého dne se vyúčtovává (rok-měsíc-den).', format: 'date' }),
  amount: callFields.shape.amount.meta({ description: 'Částka výzvy z peněz programu v haléřích; null: co zbývá.' }),
});

/** Four letters of base64 are three bytes. */
const template = z.strictObject({
  kind: z.enum(templateKinds).meta({ description: 'contract = smlouva, amendment = dodatek.' }),
  fileName: line(1, 200),
  docx: z
    .base64()
    .max(Math.ceil(MAX_FILE_TEMPLATE / 3) * 4)
    .meta({ description: 'Dokument DOCX v kódování base64, bez údajů o autorech.' }),
});

const fund = line(2, 200).nullable().default(null);
const items = z.array(formItem).max(LIMITS.items);
const terms = grantTerms.default({ ...plainTerms, paymentParts: [...plainTerms.paymentParts] });
const scoring = criteriaList.nullable().default(null);
const evaluationsNeeded = z.int().min(1).max(30).default(1);

export const programmeFile = z.strictObject({
  format: z.literal(FILE_FORMAT).meta({ description: 'Podle tohoto se soubor pozná.' }),
  formatVersion: z.literal(FILE_VERSION).meta({ description: 'Verze tohoto popisu.' }),
  programme,
  fund: fund.meta({ description: 'Název fondu, do kterého patří oblast; null, pokud oblast nemá záznam.' }),
  calls: z.array(call).min(1).max(MAX_FILE_CALLS).meta({ description: 'Výzvy v pořadí; první se zveřejňuje s programem.' }),
  items: items.meta({ description: 'Otázky formuláře nad to, co v žádosti chce zákon.' }),
  terms: terms.meta({ description: 'Po jakých částech se platí, kdo kontroluje vyúčtování a kolik procent nákladů platí žadatel.' }),
  criteria: scoring.meta({ description: 'Kritéria, za která se dávají body; null: obvyklá.' }),
  evaluationsNeeded: evaluationsNeeded.meta({ description: 'Kolik hodnocení má žádost mít.' }),
  contractTemplates: z
    .array(template)
    .max(templateKinds.length)
    .default([])
    .refine(
      (list) => new Set(list.map(({ kind }) => kind)).size === list.length,
      says('Od každého druhu smlouvy může být jen jedna šablona.', 'There may be one template of each kind.'),
    )
    .meta({ description: 'Šablony smlouvy a dodatku, které má program vlastní.' }),
}) satisfies z.ZodType<ProgrammeFile>;

/** As it was written before: the times of the only call stood among the terms, and templates of contracts stayed at home. */
const firstVersion = z.strictObject({
  format: z.literal(FILE_FORMAT),
  formatVersion: z.literal(1),
  programme: z.strictObject({ ...programme.shape, ...callTimes }),
  fund,
  items,
  terms,
  criteria: scoring,
  evaluationsNeeded,
});

const fromFirst = ({ programme: all, ...rest }: z.output<typeof firstVersion>): ProgrammeFile => {
  const { intakeOpensAt, intakeClosesAt, decisionDays, settlementDueOn, ...own } = all;
  return {
    ...rest,
    formatVersion: FILE_VERSION,
    programme: own,
    calls: [{ title: '', intakeOpensAt, intakeClosesAt, decisionDays, settlementDueOn, amount: null }],
    contractTemplates: [],
  };
};

/** Versions that are read, each with its shape and how it is read as the present one. */
export const versions: ReadonlyMap<unknown, { parse(value: unknown): z.ZodSafeParseResult<ProgrammeFile> }> = new Map([
  [FILE_VERSION, { parse: (value: unknown) => programmeFile.safeParse(value) }],
  [1, { parse: (value: unknown) => firstVersion.transform(fromFirst).safeParse(value) }],
]);

/** JSON Schema (2020-12) of the version that is written, made of what checks it. */
export const programmeFileSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(programmeFile, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    // JSON Schema knows base64 as an encoding, not as a format.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'base64') Reflect.deleteProperty(jsonSchema, 'format');
    },
  }),
  $id: SCHEMA_ID,
  title: 'Nastavení dotačního programu',
  description: 'Program, jak ho z Postupu převezme jiný úřad: bez osob, účtů a žádostí.',
});
