import {
  Create,
  DataTable,
  email,
  FunctionField,
  maxLength,
  required,
  SearchInput,
  SelectInput,
  SimpleForm,
  TextInput,
  useTranslate,
} from 'react-admin';
import type { TenantView } from '../../../processes/views';
import { EmptyList } from '../shared/EmptyState';
import { filledOnly } from '../shared/filledOnly';
import { ON_WIDE } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';

const slug = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[a-z0-9-]{2,40}$/.test(value) ? undefined : 'postup.tenants.slugWrong';

function Kind() {
  const translate = useTranslate();
  return <FunctionField<TenantView> render={(tenant) => translate(`postup.tenants.kinds.${tenant.kind}`)} />;
}

/** Offices of this installation; for the administrator of the platform. */
function TenantList() {
  return (
    <OfficeList
      create="postup.tenants.create"
      title="postup.tenants.title"
      filters={[<SearchInput key="q" source="q" alwaysOn />]}
      sort={{ field: 'name', order: 'ASC' }}
      csv={false}
    >
      <DataTable rowClick={false} bulkActionButtons={false} empty={<EmptyList text="postup.tenants.empty" />}>
        <DataTable.Col source="name" label="postup.tenants.name" />
        <DataTable.Col source="slug" label="postup.tenants.slug" />
        <DataTable.Col source="kind" label="postup.tenants.kind" disableSort sx={ON_WIDE}>
          <Kind />
        </DataTable.Col>
        <DataTable.Col source="ico" label="postup.tenants.ico" disableSort sx={ON_WIDE} />
        <DataTable.Col source="address" label="postup.tenants.address" disableSort sx={ON_WIDE} />
      </DataTable>
    </OfficeList>
  );
}

function TenantCreate() {
  return (
    <Create redirect="list" title="postup.tenants.create" transform={filledOnly}>
      <SimpleForm sx={{ maxWidth: 560 }} defaultValues={{ kind: 'municipality' }}>
        <TextInput source="name" label="postup.tenants.name" validate={[required(), maxLength(200)]} fullWidth />
        <TextInput source="slug" label="postup.tenants.slug" validate={[required(), slug]} fullWidth />
        <SelectInput
          source="kind"
          label="postup.tenants.kind"
          validate={required()}
          choices={[
            { id: 'municipality', name: 'postup.tenants.kinds.municipality' },
            { id: 'association', name: 'postup.tenants.kinds.association' },
          ]}
        />
        <TextInput source="ico" label="postup.tenants.ico" validate={maxLength(8)} />
        <TextInput source="address" label="postup.tenants.address" validate={maxLength(300)} fullWidth />
        <TextInput source="admin.name" label="postup.tenants.adminName" validate={[required(), maxLength(200)]} fullWidth />
        <TextInput
          source="admin.email"
          label="postup.tenants.adminEmail"
          helperText="postup.users.inviteHint"
          type="email"
          validate={[required(), email()]}
          fullWidth
        />
      </SimpleForm>
    </Create>
  );
}

export const tenants = { list: TenantList, create: TenantCreate };
