import { Typography } from '@mui/material';
import {
  BooleanInput,
  Create,
  DataTable,
  Edit,
  FunctionField,
  maxLength,
  required,
  SelectInput,
  SimpleForm,
  TextInput,
  useCanAccess,
  useTranslate,
} from 'react-admin';
import { colourNames, palette } from '../../../processes/officersSection/palette';
import type { LabelView } from '../../../processes/officersSection/views';
import { useWords } from '../i18n/useWords';
import { EmptyList } from '../shared/EmptyState';
import { LabelChip } from '../shared/LabelChips';
import { OfficeList } from '../shared/OfficeList';

function LabelFields({ retirable = false }: { readonly retirable?: boolean }) {
  const words = useWords();
  return (
    <SimpleForm sx={{ maxWidth: 480 }} defaultValues={{ colour: 'blue' }}>
      <TextInput source="name" label="postup.office.labels.name" validate={[required(), maxLength(40)]} fullWidth />
      <SelectInput
        source="colour"
        label="postup.office.labels.colour"
        validate={required()}
        choices={colourNames.map((id) => ({ id, name: words(palette[id].title) }))}
        optionText={(choice: { id: (typeof colourNames)[number]; name: string }) => (
          <LabelChip label={{ name: choice.name, colour: choice.id }} />
        )}
        fullWidth
      />
      {retirable && <BooleanInput source="retired" label="postup.office.labels.retired" helperText="postup.office.labels.retiredHint" />}
    </SimpleForm>
  );
}

/** Labels that the office puts on its cases. */
function LabelList() {
  const translate = useTranslate();
  const { canAccess: may = false } = useCanAccess({ resource: 'labels', action: 'edit' });
  return (
    <OfficeList
      title="postup.office.labels.title"
      sort={{ field: 'name', order: 'ASC' }}
      create={may ? 'postup.office.labels.create' : undefined}
    >
      <DataTable rowClick={may ? 'edit' : false} bulkActionButtons={false} empty={<EmptyList text="postup.office.labels.empty" />}>
        <DataTable.Col source="name" label="postup.office.labels.name">
          <FunctionField<LabelView>
            render={(label) => (
              <>
                <LabelChip label={label} />
                {label.retired && (
                  <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 1 }}>
                    {translate('postup.office.labels.retiredState')}
                  </Typography>
                )}
              </>
            )}
          />
        </DataTable.Col>
        <DataTable.NumberCol source="cases" label="postup.office.labels.cases" />
      </DataTable>
    </OfficeList>
  );
}

const LabelCreate = () => (
  <Create redirect="list" title="postup.office.labels.create">
    <LabelFields />
  </Create>
);

const LabelEdit = () => (
  <Edit mutationMode="pessimistic" redirect="list" title="postup.office.labels.edit">
    <LabelFields retirable />
  </Edit>
);

export const labels = { list: LabelList, create: LabelCreate, edit: LabelEdit, recordRepresentation: 'name' };
