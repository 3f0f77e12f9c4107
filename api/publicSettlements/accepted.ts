/** Settlements of a grant that the office accepted, in their order. */
import type { SmallValues } from '../../processes/changes';
import { isRecord } from '../../processes/formSchema';
import { acceptedIn, claimedIn } from '../../processes/grant/settlement';
import type { PublicTextView, SettlementSums } from '../../processes/publicSettlement/views';
import { submissionsOf, type SubmissionRecord } from '../cases/applications';
import type { CaseRecord, TaskRecord } from '../cases/caseRecords';
import { dayOf } from '../today';

type Data = Readonly<Record<string, unknown>>;

export type FreeText = Pick<PublicTextView, 'of' | 'row' | 'original'>;

export interface AcceptedSettlement {
  readonly ordinal: number;
  /** Rows of submissions: what the applicant sent, and the verdicts on it. */
  readonly settlementId: string;
  readonly checkId: string;
  readonly submittedOn: string;
  readonly acceptedOn: string;
  readonly items: readonly SettlementSums[];
  readonly sums: SettlementSums;
  /** Everything in it that people wrote by themselves: description and number of each document, then the report. */
  readonly texts: readonly FreeText[];
}

const rowsOf = (data: Data): readonly Data[] => (Array.isArray(data.items) ? data.items.filter(isRecord) : []);
const amount = (row: Data | undefined, key: string): number => {
  const value = row?.[key];
  return typeof value === 'number' ? value : 0;
};
const text = (row: Data, key: string): string => {
  const value = row[key];
  return typeof value === 'string' ? value : '';
};

function textsOf(data: Data): FreeText[] {
  const ofItems = rowsOf(data).flatMap((item, row): FreeText[] => [
    { of: 'description', row, original: text(item, 'description') },
    { of: 'documentNumber', row, original: text(item, 'documentNumber') },
  ]);
  return [...ofItems, { of: 'report', row: null, original: text(data, 'report') }];
}

function itemsOf(settlement: Data, check: Data): SettlementSums[] {
  const verdicts = rowsOf(check);
  return rowsOf(settlement).map((item, index) => ({
    amount: amount(item, 'amount'),
    fromGrant: amount(item, 'fromGrant'),
    accepted: amount(verdicts[index], 'accepted'),
  }));
}

const moment = ({ closedAt, openedAt }: TaskRecord): number => (closedAt ?? openedAt).getTime();

/**
 * What the case records of its settlements: `documents` grows by the sum of documents of each that was accepted, which tells the accepted ones from those that
 * wait for the check of sums. Where settlements were returned only what was sent last is one.
 */
function acceptedOf(values: SmallValues, tasks: readonly TaskRecord[], submissions: readonly SubmissionRecord[]): AcceptedSettlement[] {
  const byId = new Map(submissions.map((one) => [one.id, one]));
  const submissionOf = (task: TaskRecord): SubmissionRecord | undefined => byId.get(task.submissionId ?? '');
  const done = tasks
    .filter(({ state, step }) => state === 'done' && ['settlement', 'settlementCheck', 'sumsCheck'].includes(step))
    .sort((a, b) => moment(a) - moment(b));
  const sent = done.flatMap((task, at) => (task.step === 'settlement' ? [at] : []));
  let counted = 0;
  const accepted: AcceptedSettlement[] = [];
  for (const [index, at] of sent.entries()) {
    const [turn, ...round] = done.slice(at, sent[index + 1]);
    const check = round.filter(({ step }) => step === 'settlementCheck').at(-1);
    const settlement = turn && submissionOf(turn);
    const verdicts = check && submissionOf(check);
    const last = round.at(-1);
    if (check?.outcome !== 'approve' || !settlement || !verdicts || !last) continue;
    const { documents, claimed } = claimedIn(settlement.data);
    counted += documents;
    if (counted > amount(values, 'documents')) break;
    accepted.push({
      ordinal: accepted.length + 1,
      settlementId: settlement.id,
      checkId: verdicts.id,
      submittedOn: dayOf(settlement.createdAt),
      acceptedOn: dayOf(last.closedAt ?? last.openedAt),
      items: itemsOf(settlement.data, verdicts.data),
      sums: { amount: documents, fromGrant: claimed, accepted: acceptedIn(verdicts.data) },
      texts: textsOf(settlement.data),
    });
  }
  return accepted;
}

/** Inside inTenant. */
export async function acceptedSettlements(
  { id, processId, values }: Pick<CaseRecord, 'id' | 'processId' | 'values'>,
  tasks: readonly TaskRecord[],
): Promise<AcceptedSettlement[]> {
  return processId === 'grant' ? acceptedOf(values, tasks, await submissionsOf(id, tasks)) : [];
}
