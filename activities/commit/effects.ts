/** Rows of what is to leave the house (letters, documents), and of what keeps failing there. */
import type { Change } from '../../processes/changes';
import type { ProcessDefinition } from '../../processes/define';
import type { CommitInput } from '../../workflows/messages';
import { send } from '../../models';

type Queued<T extends 'letterQueued' | 'documentQueued'> = Extract<Change, { type: T }>;

function queueLetters({ tenantId, caseId }: CommitInput, letters: readonly Queued<'letterQueued'>[]): void {
  if (letters.length === 0) return;
  const rows = letters.map(({ key, template, to, values, at }) => ({ key, template, to, values, at }));
  send(
    `insert into letters (tenant_id, case_id, key, template, recipient, "values", queued_at)
     select $1, $2, key, template, "to", "values", at
     from jsonb_to_recordset($3::jsonb) as row (key text, template text, "to" jsonb, "values" jsonb, at timestamptz)
     on conflict (case_id, key) do nothing`,
    [tenantId, caseId, JSON.stringify(rows)],
  );
}

/** `Veřejnoprávní smlouva` -> `verejnopravni-smlouva`: a name that every system can save. */
function plainName(title: string): string {
  const ascii = title.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  return ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function queueDocuments(
  { tenantId, caseId }: CommitInput,
  definition: ProcessDefinition,
  number: string,
  documents: readonly Queued<'documentQueued'>[],
): void {
  if (documents.length === 0) return;
  const rows = documents.map(({ key, template, values, at }) => {
    const declared = definition.documents[template];
    if (!declared) throw new Error(`${definition.id} has no document '${template}'`);
    const title = declared.title.cs;
    return { key, template, title, fileName: `${plainName(title)}-${number}.pdf`, forApplicant: declared.forApplicant, values, at };
  });
  send(
    `insert into documents (tenant_id, case_id, key, template, title, file_name, media_type, state, for_applicant, "values", created_at)
     select $1, $2, key, template, title, "fileName", 'application/pdf', 'queued', "forApplicant", "values", at
     from jsonb_to_recordset($3::jsonb) as row (key text, template text, title text, "fileName" text, "forApplicant" boolean, "values" jsonb, at timestamptz)
     on conflict (case_id, key) do nothing`,
    [tenantId, caseId, JSON.stringify(rows)],
  );
}

function writeIncident({ tenantId, caseId }: CommitInput, change: Change): void {
  switch (change.type) {
    case 'incidentOpened':
      send(
        `insert into incidents as known (tenant_id, case_id, key, what, error, state, opened_at, last_at) values ($1, $2, $3, $4, $5, 'open', $6, $6)
         on conflict (case_id, key) do update set what = excluded.what, error = excluded.error, state = 'open', last_at = excluded.last_at, resolved_at = null,
           opened_at = case when known.state = 'resolved' then excluded.opened_at else known.opened_at end`,
        [tenantId, caseId, change.key, change.what, change.error, change.at],
      );
      break;
    case 'incidentRetried':
      send("update incidents set state = 'retrying', last_at = $3 where case_id = $1 and key = $2", [caseId, change.key, change.at]);
      break;
    case 'incidentResolved':
      send("update incidents set state = 'resolved', last_at = $3, resolved_at = $3 where case_id = $1 and key = $2", [
        caseId,
        change.key,
        change.at,
      ]);
      break;
    default: // of no incident
  }
}

/** Letters and documents to be worked off, and incidents. @param number of the case, part of file names */
export function writeEffects(input: CommitInput, definition: ProcessDefinition, number: string): void {
  queueLetters(
    input,
    input.changes.filter((change) => change.type === 'letterQueued'),
  );
  queueDocuments(
    input,
    definition,
    number,
    input.changes.filter((change) => change.type === 'documentQueued'),
  );
  for (const change of input.changes) writeIncident(input, change);
}
