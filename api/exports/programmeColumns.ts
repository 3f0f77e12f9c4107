/** Columns that a programme has of its own: the questions of its form and the criteria of its evaluation, of all versions that its cases were written in. */
import type { Criterion } from '../../processes/grant/criteria';
import type { FormItem, ItemKind, ItemOf, TableColumn } from '../../processes/formItems/items';
import { words } from '../../processes/words';
import { criteriaOf } from '../evaluations/criteria';
import { formItems } from './formItems';
import { answerCell, tableRows } from './answerCells';
import { numberCell, type Column } from './column';
import type { CaseFacts } from './facts';

/** Cases of one programme that began with the same form and the same criteria. */
export interface Written {
  readonly subjectId: string;
  readonly title: string;
  readonly formVersion: number;
  readonly criteriaVersion: number;
}

const WIDTH: Readonly<Record<ItemKind, number>> = {
  section: 0,
  note: 0,
  text: 30,
  longText: 50,
  number: 12,
  money: 16,
  day: 13,
  yesNo: 10,
  choice: 25,
  choices: 30,
  files: 30,
  table: 50,
  ico: 12,
  address: 35,
  bankAccount: 25,
  computed: 16,
};

const money = (item: FormItem): boolean => item.kind === 'money';
const headOf = (item: FormItem): string => (money(item) ? `${item.title} (Kč)` : item.title);
const ofProgramme = ({ record }: CaseFacts, programmeId: string): boolean => record.subjectId === programmeId;

function sheetOf(item: ItemOf<'table'>, columns: readonly TableColumn[], programmeId: string): Column['sheet'] {
  return {
    columns: columns.map(({ id, title, kind }) => ({ id, title: kind === 'money' ? `${title} (Kč)` : title })),
    rows: (facts) => {
      const own = facts.items.find(({ id }) => id === item.id);
      if (own?.kind !== 'table' || !ofProgramme(facts, programmeId)) return [];
      return tableRows(own.columns, facts.application?.[item.id]);
    },
  };
}

/** The columns that the table had in any version, those of the newest first. */
function columnsOf(versions: readonly FormItem[]): TableColumn[] {
  const known = new Map<string, TableColumn>();
  for (const version of versions)
    if (version.kind === 'table') for (const one of version.columns) if (!known.has(one.id)) known.set(one.id, one);
  return [...known.values()];
}

/** @param versions of one programme's form, the newest first */
function answerColumns(programmeId: string, versions: readonly (readonly FormItem[])[]): Column[] {
  const all = new Map<string, FormItem[]>();
  for (const items of versions) for (const item of items) all.set(item.id, [...(all.get(item.id) ?? []), item]);
  return [...all.values()].flatMap((same): Column[] => {
    const [item] = same;
    if (!item || item.kind === 'section' || item.kind === 'note') return [];
    const title = headOf(item);
    return [
      {
        id: `answers.${programmeId}.${item.id}`,
        title: words(title, title),
        table: item.kind === 'table',
        width: WIDTH[item.kind],
        needs: item.kind === 'files' ? ['application', 'files'] : ['application'],
        value: (facts) => (ofProgramme(facts, programmeId) ? answerCell(item.id, facts) : null),
        ...(item.kind === 'table' && { sheet: sheetOf(item, columnsOf(same), programmeId) }),
      },
    ];
  });
}

/** @param versions of one programme's criteria, the newest first */
function criteriaColumns(programmeId: string, versions: readonly (readonly Criterion[])[]): Column[] {
  const known = new Map<string, Criterion>();
  for (const criteria of versions) for (const one of criteria) if (!known.has(one.id)) known.set(one.id, one);
  return [...known.values()].map(({ id, title }) => ({
    id: `criteria.${programmeId}.${id}`,
    title: words(`${title} (průměr)`, `${title} (mean)`),
    table: false,
    width: 14,
    needs: ['scores'],
    may: ['evaluations', 'list'],
    value: (facts) => (ofProgramme(facts, programmeId) ? numberCell(facts.scores[id]) : null),
  }));
}

export interface ProgrammeColumns {
  readonly programmeId: string;
  readonly title: string;
  readonly answers: readonly Column[];
  readonly criteria: readonly Column[];
}

const newest = (versions: readonly number[]): number[] => [...new Set(versions)].sort((a, b) => b - a);

/** Columns of each of the programmes, in the order in which they are given. Inside inTenant. */
export async function programmeColumns(written: readonly Written[]): Promise<ProgrammeColumns[]> {
  const ids = [...new Set(written.map(({ subjectId }) => subjectId))];
  return Promise.all(
    ids.map(async (programmeId) => {
      const own = written.filter(({ subjectId }) => subjectId === programmeId);
      const [forms, criteria] = await Promise.all([
        formItems(programmeId, newest(own.map(({ formVersion }) => formVersion))),
        Promise.all(
          newest(own.map(({ criteriaVersion }) => criteriaVersion)).map((criteriaVersion) =>
            criteriaOf({ subjectId: programmeId, criteriaVersion }),
          ),
        ),
      ]);
      return {
        programmeId,
        title: own[0]?.title ?? '',
        answers: answerColumns(programmeId, forms),
        criteria: criteriaColumns(
          programmeId,
          criteria.map((set) => set.criteria),
        ),
      };
    }),
  );
}
