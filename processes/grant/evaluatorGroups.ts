/** Groups of evaluators (hodnotící skupiny): which applications a group is for, and who is in it on a day. Pure. */
import type { FormItem } from '../formItems/items';

/** A choice of the application's form, known by its words: each programme has a form of its own. */
export interface AnswerCondition {
  readonly question: string;
  /** Any of them. */
  readonly answers: readonly string[];
}

/** Which of the applications; null: all of them. */
export type GroupCondition = AnswerCondition | { readonly labelId: string } | null;

/** What a condition looks at. */
export interface Applied {
  /** Of the form with which the application was written. */
  readonly items: readonly FormItem[];
  readonly application: Readonly<Record<string, unknown>>;
  /** Labels of the case. */
  readonly labelIds: readonly string[];
}

/** Words as people compare them: spaces around and capitals make no difference. */
export const sameWords = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('cs') === other.trim().toLocaleLowerCase('cs');

/** What was chosen at the questions of that title, in words. */
function chosenAt(question: string, { items, application }: Applied): string[] {
  return items.flatMap((item) => {
    if ((item.kind !== 'choice' && item.kind !== 'choices') || !sameWords(item.title, question)) return [];
    const answer = application[item.id];
    const ids: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
    return item.options.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  });
}

/** Is the application one of those that the group is for? */
export function fitsCondition(condition: GroupCondition, applied: Applied): boolean {
  if (condition === null) return true;
  if ('labelId' in condition) return applied.labelIds.includes(condition.labelId);
  const chosen = chosenAt(condition.question, applied);
  return condition.answers.some((answer) => chosen.some((title) => sameWords(title, answer)));
}

/** Where a choice may be asked: a title with all its options over the forms, each once, in the order in which they come. */
export function choicesIn(forms: readonly (readonly FormItem[])[]): { readonly question: string; readonly answers: readonly string[] }[] {
  const found: { question: string; answers: string[] }[] = [];
  for (const item of forms.flat()) {
    if (item.kind !== 'choice' && item.kind !== 'choices') continue;
    let known = found.find(({ question }) => sameWords(question, item.title));
    if (!known) found.push((known = { question: item.title, answers: [] }));
    for (const { title } of item.options) if (!known.answers.some((answer) => sameWords(answer, title))) known.answers.push(title);
  }
  return found;
}
