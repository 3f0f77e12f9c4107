/** The form of an application in the version with which it began. */
import type { Form, ProcessDefinition } from '../../processes/define';
import { budgetRows, withBudget } from '../../processes/formItems/budget';
import { stepForm, withItems } from '../../processes/formItems/applicationForm';
import { withPastSupport } from '../../processes/identities/pastSupportForm';
import type { FormItem } from '../../processes/formItems/items';
import { processById } from '../../processes/registry';
import { rulesOf } from '../../processes/rulesRegistry';
import { announcementForm } from '../calendar/announcementForm';
import { criteriaOf, type ScoredBy } from '../evaluations/criteria';
import { select } from '../sql';

export interface ApplicationForm {
  readonly form: Form;
  readonly items: readonly FormItem[];
}

/** A version never changes; each is put together, and compiled by who checks with it, once in a process. */
const known = new Map<string, ApplicationForm>();
const MOST_KNOWN = 500;

/** What the application was, or is being, written in. */
export interface WrittenIn {
  readonly processId: string;
  readonly subjectId: string | null;
  readonly formVersion: number;
  /** Did the programme want to know of support from elsewhere when it began? Not, where nothing is said. */
  readonly asksPastSupport?: boolean;
}

export function formOf(processId: string, items: readonly FormItem[]): Form {
  return withItems(processById(processId).application, items);
}

/** Inside inTenant, of a draft or a case that the person was found to read. @throws UnknownProcessError */
export async function applicationForm(written: WrittenIn): Promise<ApplicationForm> {
  const { form, items } = await formWithItems(written);
  return { form: written.asksPastSupport === true ? withPastSupport(form) : form, items };
}

async function formWithItems({ processId, subjectId, formVersion }: WrittenIn): Promise<ApplicationForm> {
  if (subjectId === null || formVersion === 0) return { form: processById(processId).application, items: [] };
  const key = `${processId}/${subjectId}/${formVersion}`;
  const held = known.get(key);
  if (held) return held;
  const [row] = await select<{ items: readonly FormItem[] }>(
    `select items from application_forms where programme_id = $1 and version = $2`,
    [subjectId, formVersion],
  );
  if (!row) throw new Error(`Programme ${subjectId} has no form ${formVersion}`);
  const { items } = row;
  const form = { form: formOf(processId, items), items };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, form);
  return form;
}

/**
 * The form of a step in a case; inside inTenant.
 * @param application as it stands now, asked only where the form has rows of its budget
 */
export async function formOfStep(
  definition: ProcessDefinition,
  step: string,
  written: WrittenIn & ScoredBy & { readonly id: string },
  application: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<Form | null> {
  const { announcesIn, applicationIn, budgetIn, scored } = rulesOf(definition.id);
  const own = definition.steps[step]?.form;
  const list = budgetIn[step];
  if (list !== undefined && own && written.formVersion > 0) {
    return withBudget(own, list, budgetRows((await applicationForm(written)).items, await application()));
  }
  if (own && announcesIn.includes(step)) return announcementForm(own, step, written.id);
  if (scored[step] !== undefined) return (await criteriaOf(written)).form;
  if (applicationIn[step] === undefined) return definition.steps[step]?.form ?? null;
  return stepForm(definition, step, (await applicationForm(written)).form);
}

/** The last version, with which the next draft begins. Inside inTenant. */
export async function lastForm(programmeId: string): Promise<{ readonly version: number; readonly items: readonly FormItem[] }> {
  const [row] = await select<{ version: number; items: readonly FormItem[] }>(
    `select version, items from application_forms where programme_id = $1 order by version desc limit 1`,
    [programmeId],
  );
  return row ?? { version: 0, items: [] };
}
