import { Button, Chip } from '@mui/material';
import {
  Create,
  DataTable,
  DateInput,
  FunctionField,
  required,
  SelectInput,
  SimpleForm,
  useCanAccess,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { processes } from '../../../processes/registry';
import type { PersonRef, SubstitutionView } from '../../../processes/views';
import { useRows } from '../api/reads';
import { useAct } from '../api/useAct';
import { useWords } from '../i18n/useWords';
import { dayOf, formatDate } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { filledOnly } from '../shared/filledOnly';
import { OfficeList } from '../shared/OfficeList';
import { useNow } from '../shared/useNow';

function When() {
  const translate = useTranslate();
  const today = dayOf(useNow());
  return (
    <FunctionField<SubstitutionView>
      render={({ startsOn, endsOn }) => {
        const now = startsOn <= today && today <= endsOn;
        const key = now ? 'now' : endsOn < today ? 'past' : 'future';
        return (
          <Chip size="small" variant="outlined" color={now ? 'success' : 'default'} label={translate(`postup.substitutions.${key}`)} />
        );
      }}
    />
  );
}

function ForProcess() {
  const words = useWords();
  const translate = useTranslate();
  return (
    <FunctionField<SubstitutionView>
      render={({ processId }) => (processId === null ? translate('postup.substitutions.allProcesses') : words(processes[processId]?.title))}
    />
  );
}

function End() {
  const translate = useTranslate();
  const act = useAct();
  const row = useRecordContext<SubstitutionView>();
  const today = dayOf(useNow());
  const { canAccess: may = false } = useCanAccess({ resource: 'substitutions', action: 'edit' });
  if (!row || !may || row.endsOn < today) return null;
  const end = (): void =>
    void act.run((provider) => provider.delete('substitutions', { id: row.id }), row.id, 'postup.substitutions.removed');
  return (
    <Button size="small" color="error" disabled={act.busy} onClick={end}>
      {translate('postup.substitutions.remove')}
    </Button>
  );
}

/** Who stands in for whom; both names are then on the act. */
function SubstitutionList() {
  return (
    <OfficeList create="postup.substitutions.create" title="postup.substitutions.title" sort={{ field: 'startsOn', order: 'DESC' }}>
      <DataTable bulkActionButtons={false} rowClick={false} empty={<EmptyList text="postup.substitutions.empty" />}>
        <DataTable.Col source="absent.name" label="postup.substitutions.absent" disableSort />
        <DataTable.Col source="substitute.name" label="postup.substitutions.substitute" disableSort />
        <DataTable.Col source="startsOn" label="postup.substitutions.startsOn">
          <FunctionField<SubstitutionView> render={(row) => formatDate(row.startsOn)} />
        </DataTable.Col>
        <DataTable.Col source="endsOn" label="postup.substitutions.endsOn">
          <FunctionField<SubstitutionView> render={(row) => formatDate(row.endsOn)} />
        </DataTable.Col>
        <DataTable.Col source="processId" label="postup.substitutions.process" disableSort>
          <ForProcess />
        </DataTable.Col>
        <DataTable.Col label="postup.cases.status">
          <When />
        </DataTable.Col>
        <DataTable.Col label="postup.words.remove">
          <End />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

interface Typed {
  readonly absentId?: string;
  readonly substituteId?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
}

function SubstitutionCreate() {
  const translate = useTranslate();
  const words = useWords();
  const people = useRows<PersonRef>('people', {});
  const choices = [...(people.data ?? [])];
  const validate = (values: Typed): Record<string, string> => ({
    ...(values.absentId !== undefined &&
      values.absentId === values.substituteId && { substituteId: translate('postup.substitutions.samePerson') }),
    ...(values.startsOn !== undefined &&
      values.endsOn !== undefined &&
      values.endsOn < values.startsOn && { endsOn: translate('postup.substitutions.endsFirst') }),
  });
  return (
    <Create redirect="list" title="postup.substitutions.create" transform={filledOnly}>
      <SimpleForm validate={validate} sx={{ maxWidth: 560 }}>
        <SelectInput
          source="absentId"
          label="postup.substitutions.absent"
          choices={choices}
          isPending={people.pending}
          validate={required()}
          fullWidth
        />
        <SelectInput
          source="substituteId"
          label="postup.substitutions.substitute"
          choices={choices}
          isPending={people.pending}
          validate={required()}
          fullWidth
        />
        <DateInput source="startsOn" label="postup.substitutions.startsOn" validate={required()} />
        <DateInput source="endsOn" label="postup.substitutions.endsOn" validate={required()} />
        <SelectInput
          source="processId"
          label="postup.substitutions.process"
          emptyText="postup.substitutions.allProcesses"
          choices={Object.values(processes).map((process) => ({ id: process.id, name: words(process.title) }))}
          fullWidth
        />
      </SimpleForm>
    </Create>
  );
}

export const substitutions = { list: SubstitutionList, create: SubstitutionCreate };
