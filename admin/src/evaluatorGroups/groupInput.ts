/** A group of evaluators as its form has it, and as it is sent. */
import type { EvaluatorGroupView, GroupMember } from '../../../processes/grant/evaluatorGroupViews';

export const LIMITS = ['all', 'answer', 'label'] as const;
export type Limit = (typeof LIMITS)[number];

/** For which applications the group is. */
export function limitOf({ question, labelId }: Pick<EvaluatorGroupView, 'question' | 'labelId'>): Limit {
  if (question !== null) return 'answer';
  return labelId === null ? 'all' : 'label';
}

/** As it stands in the form. */
export type TypedGroup = Partial<
  Pick<EvaluatorGroupView, 'name' | 'active' | 'areaIds' | 'programmeIds' | 'question' | 'answers' | 'labelId'>
> & {
  readonly limit?: Limit;
  readonly members?: readonly Partial<GroupMember>[];
};

const dayOrNull = (day: string | null | undefined): string | null => (day === undefined || day === '' ? null : day);

/** What the api takes: the condition that was chosen and no other, a day that was left out as null. */
export function sentGroup({ name, active, members, areaIds, programmeIds, limit, question, answers, labelId }: TypedGroup) {
  return {
    name,
    active: active ?? true,
    members: (members ?? []).map((member) => ({
      userId: member.userId,
      startsOn: dayOrNull(member.startsOn),
      endsOn: dayOrNull(member.endsOn),
    })),
    areaIds: areaIds ?? [],
    programmeIds: programmeIds ?? [],
    question: limit === 'answer' ? (question ?? null) : null,
    answers: limit === 'answer' && answers && answers.length > 0 ? answers : null,
    labelId: limit === 'label' ? (labelId ?? null) : null,
  };
}
