/** JSON Schema of register.json: what each field means, for whoever takes the data elsewhere. Strict: a field that is not described here is not published. */

const text = (description: string, more: object = {}) => ({ type: 'string', description, ...more });
const haler = (description: string) => ({ type: 'integer', minimum: 0, description: `${description} V celých haléřích (100 = 1 Kč).` });
const orNull = (schema: { readonly type: string; readonly description: string }) => ({ ...schema, type: [schema.type, 'null'] });

const properties = {
  caseId: text('Označení případu, stálé.', { format: 'uuid' }),
  programmeId: text('Označení dotačního programu, stálé.', { format: 'uuid' }),
  programmeTitle: text('Název dotačního programu.'),
  fund: orNull(text('Název dotačního fondu; null, pokud je poskytovatel nemá.')),
  area: text('Název oblasti podpory; prázdný, pokud program do žádné nepatří.'),
  applicantKind: text('Druh příjemce.', { enum: ['legal', 'natural'] }),
  applicantName: text('Název příjemce; u fyzické osoby jméno a příjmení. Nic dalšího se o fyzických osobách nezveřejňuje.'),
  ico: orNull(text('IČO právnické osoby; u fyzické osoby vždy null.', { pattern: '^\\d{8}$' })),
  municipality: text('Obec příjemce, jak ji uvedl.'),
  projectTitle: text('Název projektu.'),
  year: { type: 'integer', minimum: 2000, maximum: 2200, description: 'Rok rozhodnutí o poskytnutí.' },
  awarded: haler('Schválená částka.'),
  paid: orNull(haler('Dosud vyplaceno celkem; null, pokud ještě nic.')),
  accepted: orNull(haler('Uznáno ve vyúčtování; null, pokud vyúčtování ještě není schválené.')),
  returned: orNull(haler('Vráceno příjemcem; null, pokud nic.')),
  state: text(
    'awarded = schváleno, settled = vyúčtováno, ended = ukončeno bez výplaty (smlouva nebyla uzavřena nebo příjemce odstoupil).',
    {
      enum: ['awarded', 'settled', 'ended'],
    },
  ),
  decidedOn: orNull(text('Den rozhodnutí (rok-měsíc-den).', { format: 'date' })),
  resolutionNumber: orNull(text('Číslo usnesení rady nebo zastupitelstva.')),
  settlementsUrl: orNull(text('Adresa stránky se zveřejněnými vyúčtováními dotace; null, pokud žádné zveřejněné není.', { format: 'uri' })),
} as const;

/** @param address under which it is served */
export function registerSchema(address: string): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    title: 'Registr poskytnutých dotací',
    description: 'Seznam dotací, o jejichž poskytnutí rozhodla rada nebo zastupitelstvo. Jeden záznam je jedna dotace.',
    type: 'array',
    items: { type: 'object', additionalProperties: false, required: Object.keys(properties), properties },
  };
}
