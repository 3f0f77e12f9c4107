import { Chip } from '@mui/material';
import { DataTable, FunctionField, SearchInput, useCanAccess, useTranslate } from 'react-admin';
import type { EvaluatorGroupView } from '../../../processes/grant/evaluatorGroupViews';
import { EmptyList } from '../shared/EmptyState';
import { OfficeList } from '../shared/OfficeList';

const word = (key: string): string => `postup.evaluation.groups.${key}`;

function Name({ group }: { readonly group: EvaluatorGroupView }) {
  const translate = useTranslate();
  return (
    <>
      {group.name} {!group.active && <Chip size="small" label={translate(word('inactive'))} />}
    </>
  );
}

/** Who, and who cannot evaluate today. */
function People({ group }: { readonly group: EvaluatorGroupView }) {
  const translate = useTranslate();
  if (group.people.length === 0) return translate(word('noMembers'));
  return group.people.map(({ name, evaluates }) => (evaluates ? name : `${name} (${translate(word('notToday'))})`)).join(', ');
}

function Scope({ group }: { readonly group: EvaluatorGroupView }) {
  const translate = useTranslate();
  const names = [...group.areaNames, ...group.programmeTitles];
  return names.length === 0 ? translate(word('everywhere')) : names.join(', ');
}

function Condition({ group }: { readonly group: EvaluatorGroupView }) {
  const translate = useTranslate();
  if (group.question !== null) return `${group.question}: ${(group.answers ?? []).join(', ')}`;
  return group.labelName === null ? '–' : translate(word('labelled'), { name: group.labelName });
}

/** Who evaluates what, where programmes say groups in the place of names. */
export function GroupList() {
  const { canAccess: may = false } = useCanAccess({ resource: 'evaluator-groups', action: 'edit' });
  return (
    <OfficeList
      title={word('title')}
      sort={{ field: 'name', order: 'ASC' }}
      create={may ? word('create') : undefined}
      filters={[<SearchInput key="q" source="q" alwaysOn />]}
    >
      <DataTable rowClick={may ? 'edit' : false} bulkActionButtons={false} empty={<EmptyList text={word('empty')} />}>
        <DataTable.Col source="name" label={word('name')}>
          <FunctionField<EvaluatorGroupView> render={(group) => <Name group={group} />} />
        </DataTable.Col>
        <DataTable.Col label={word('members')}>
          <FunctionField<EvaluatorGroupView> render={(group) => <People group={group} />} />
        </DataTable.Col>
        <DataTable.Col label={word('usedFor')}>
          <FunctionField<EvaluatorGroupView> render={(group) => <Scope group={group} />} />
        </DataTable.Col>
        <DataTable.Col label={word('condition')}>
          <FunctionField<EvaluatorGroupView> render={(group) => <Condition group={group} />} />
        </DataTable.Col>
        <DataTable.Col label={word('usedIn')}>
          <FunctionField<EvaluatorGroupView>
            render={({ usedIn }) => (usedIn.length === 0 ? '–' : usedIn.map(({ title }) => title).join(', '))}
          />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}
