/** What a person may export of the cases that a filter lets through. */
import { EXPORT_LIMITS, type ExportOffer } from '../../processes/exports/views';
import { allows } from '../../processes/policy';
import { words, type Words } from '../../processes/words';
import { conditions, type CaseFilter } from '../cases/caseQuery';
import type { Person } from '../context';
import { mayInSections } from '../officersSection/access';
import { selectWhere, type Where } from '../sql';
import { applicantColumns, applicationColumns, caseColumns } from './caseColumns';
import type { Column } from './column';
import { programmeColumns, type Written } from './programmeColumns';
import { decisionColumns, evaluationColumns, paymentColumns, sectionColumns, settlementColumns } from './registerColumns';

interface Group {
  readonly id: string;
  readonly title: Words;
  readonly columns: readonly Column[];
}

const group = (id: string, cs: string, en: string, columns: readonly Column[]): Group => ({ id, title: words(cs, en), columns });

const USUAL = [
  'case.number',
  'case.title',
  'applicant.name',
  'case.programme',
  'case.status',
  'case.openedAt',
  'case.changedAt',
  'case.closedAt',
  'case.clockDueAt',
  'case.waitsFor',
];

function mayHave(person: Person, { id, may }: Column): boolean {
  if (id.startsWith('section.') && !mayInSections(person, 'officersSection', 'list')) return false;
  return may === undefined || allows(person.roles, ...may);
}

/** In which forms and by which criteria the cases were written. */
const writtenIn = (where: Where): Promise<Written[]> =>
  selectWhere(
    `select distinct p.title, c.subject_id as "subjectId", c.form_version as "formVersion", c.criteria_version as "criteriaVersion"
     from cases c join programmes p on p.id = c.subject_id where ${where.toString()} order by 1, 2, 3, 4`,
    where,
  );

export interface Offer {
  readonly cases: number;
  readonly groups: readonly Group[];
  readonly tooManyProgrammes: boolean;
}

/** Groups of columns with what makes their cells. Inside inTenant. */
export async function offerOf(person: Person, filter: CaseFilter): Promise<Offer> {
  const where = conditions(person, filter);
  const [[count], written] = await Promise.all([
    selectWhere<{ total: number }>(`select count(*) as total from cases c where ${where.toString()}`, where),
    writtenIn(where),
  ]);
  const tooManyProgrammes = new Set(written.map(({ subjectId }) => subjectId)).size > EXPORT_LIMITS.programmes;
  const programmes = tooManyProgrammes ? [] : await programmeColumns(written);
  const groups = [
    group('case', 'Spis', 'Case', caseColumns),
    group('applicant', 'Žadatel', 'Applicant', applicantColumns),
    group('application', 'Žádost', 'Application', applicationColumns),
    ...programmes.map(({ programmeId, title, answers }) =>
      group(`answers.${programmeId}`, `Otázky programu „${title}“`, `Questions of “${title}”`, answers),
    ),
    group('evaluation', 'Hodnocení', 'Evaluation', evaluationColumns),
    ...programmes.map(({ programmeId, title, criteria }) =>
      group(`criteria.${programmeId}`, `Kritéria programu „${title}“`, `Criteria of “${title}”`, criteria),
    ),
    group('decision', 'Rozhodnutí a smlouva', 'Decision and contract', decisionColumns),
    group('payments', 'Platby', 'Payments', paymentColumns),
    group('settlement', 'Vyúčtování', 'Settlement', settlementColumns),
    group('section', 'Úřední část', 'Officers’ section', sectionColumns),
  ].map((one) => ({ ...one, columns: one.columns.filter((column) => mayHave(person, column)) }));
  return { cases: count?.total ?? 0, groups: groups.filter(({ columns }) => columns.length > 0), tooManyProgrammes };
}

/** The same as it is answered. */
export function offerView({ cases, groups, tooManyProgrammes }: Offer): ExportOffer {
  const view = ({ id, title, table }: Column) => ({ id, title, table });
  return { cases, tooManyProgrammes, usual: USUAL, groups: groups.map((one) => ({ ...one, columns: one.columns.map(view) })) };
}
