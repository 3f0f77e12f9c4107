/** What the columns of an export are made of: one case as the person may read it. */
import type { SmallValues } from '../../processes/changes';
import type { FormItem } from '../../processes/formItems/items';
import type { Standing } from '../../processes/grant/evaluationViews';
import type { CaseRow } from '../../processes/views';
import type { CaseRecord, Open } from '../cases/caseRecords';
import type { Reading } from '../cases/reading';
import type { SectionMarks } from '../officersSection/section';

/** What has to be read beyond the case itself; read only where a chosen column needs it. */
export type Need = 'work' | 'grant' | 'application' | 'files' | 'section' | 'deMinimis' | 'evaluation' | 'scores' | 'acts' | 'contact';

export interface GrantFacts {
  readonly applicantKind: string;
  readonly ico: string | null;
  readonly year: number;
  readonly area: string;
  readonly fund: string | null;
  /** By the names of what the procedure records: amounts in haléř, days as `yyyy-MM-dd`. Only what the person may read. */
  readonly figures: Readonly<Record<string, number | string | null>>;
}

/** A finished step with what was filled in. */
export interface ActFacts {
  readonly step: string;
  readonly outcome: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CaseFacts {
  readonly record: CaseRecord;
  readonly row: CaseRow;
  readonly reading: Reading;
  /** Recorded values that the person may read. */
  readonly values: SmallValues;
  readonly open: Open;
  readonly grant: GrantFacts | null;
  /** The application as it stands; null where it is not read, or the case has none. */
  readonly application: Readonly<Record<string, unknown>> | null;
  /** Of the programme's form in the version of the case. */
  readonly items: readonly FormItem[];
  /** Names of the case's files by their ids; null where the person may not list documents. */
  readonly files: ReadonlyMap<string, string> | null;
  /** Null where the person does not read the officers' section. */
  readonly section: SectionMarks | null;
  /** EUR cents granted in the case by this office; null where the person may not read it, or there is none. */
  readonly deMinimis: number | null;
  /** Null where the person may not read evaluations of this case (they may be evaluating it). */
  readonly standing: (Standing & { readonly recommended: number | null }) | null;
  /** Mean of the points by the criterion's id; empty as long as an evaluation is open. */
  readonly scores: Readonly<Record<string, number>>;
  readonly acts: readonly ActFacts[];
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string | null } | null;
}
