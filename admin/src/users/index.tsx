import { Chip, Typography } from '@mui/material';
import {
  BooleanInput,
  CheckboxGroupInput,
  Create,
  DataTable,
  Edit,
  email,
  FunctionField,
  maxLength,
  RadioButtonGroupInput,
  required,
  SearchInput,
  SelectInput,
  SimpleForm,
  TextInput,
  useTranslate,
} from 'react-admin';
import { roleNames, roles, type Role } from '../../../processes/roles';
import type { UserView } from '../../../processes/views';
import { useWords } from '../i18n/useWords';
import { formatDate, formatDateTime } from '../shared/dates';
import { EmptyList } from '../shared/EmptyState';
import { filledOnly } from '../shared/filledOnly';
import { ON_WIDE } from '../shared/looks';
import { OfficeList } from '../shared/OfficeList';
import { HeldTasks } from './HeldTasks';

/** Roles that an office gives; the platform's administrator is not one of them. */
const GIVEN: readonly Role[] = roleNames.filter((role) => role !== 'platformAdmin');

function useRoleChoices(): { readonly id: Role; readonly name: string }[] {
  const words = useWords();
  return GIVEN.map((id) => ({ id, name: words(roles[id]) }));
}

function RoleFilter({ source }: { readonly source: string; readonly alwaysOn?: boolean }) {
  return <SelectInput source={source} label="postup.users.roles" emptyText="postup.users.anyRole" choices={useRoleChoices()} />;
}

function RoleChips() {
  const words = useWords();
  return (
    <FunctionField<UserView>
      render={(user) =>
        user.roles.map((role) => <Chip key={role} size="small" variant="outlined" label={words(roles[role])} sx={{ mr: 0.5, my: 0.25 }} />)
      }
    />
  );
}

function Access() {
  const translate = useTranslate();
  return (
    <FunctionField<UserView>
      render={(user) => {
        if (!user.active) return <Chip size="small" label={translate('postup.users.inactive')} />;
        return user.lockedUntil === null ? (
          translate('postup.users.allowed')
        ) : (
          <Chip size="small" color="warning" label={translate('postup.users.locked', { date: formatDateTime(user.lockedUntil) })} />
        );
      }}
    />
  );
}

/** Who belongs to the office and what they may do. */
function UserList() {
  return (
    <OfficeList
      create="postup.users.create"
      title="postup.users.title"
      filters={[<SearchInput key="q" source="q" alwaysOn />, <RoleFilter key="role" source="role" alwaysOn />]}
      sort={{ field: 'name', order: 'ASC' }}
    >
      <DataTable rowClick="edit" bulkActionButtons={false} empty={<EmptyList text="postup.users.empty" />}>
        <DataTable.Col source="name" label="postup.users.name" />
        <DataTable.Col source="email" label="postup.users.email" sx={ON_WIDE} />
        <DataTable.Col source="roles" label="postup.users.roles" disableSort>
          <RoleChips />
        </DataTable.Col>
        <DataTable.Col source="active" label="postup.users.access" disableSort>
          <Access />
        </DataTable.Col>
        <DataTable.Col source="createdAt" label="postup.users.created" sx={ON_WIDE}>
          <FunctionField<UserView> render={(user) => formatDate(user.createdAt)} />
        </DataTable.Col>
      </DataTable>
    </OfficeList>
  );
}

function RolesInput() {
  return <CheckboxGroupInput source="roles" label="postup.users.roles" choices={useRoleChoices()} validate={required()} />;
}

function LanguageInput() {
  return (
    <RadioButtonGroupInput
      source="language"
      label="postup.users.language"
      choices={[
        { id: 'cs', name: 'postup.users.languages.cs' },
        { id: 'en', name: 'postup.users.languages.en' },
      ]}
    />
  );
}

function UserCreate() {
  const translate = useTranslate();
  return (
    <Create redirect="list" title="postup.users.create" transform={filledOnly}>
      <SimpleForm sx={{ maxWidth: 560 }} defaultValues={{ language: 'cs', roles: [] }}>
        <TextInput source="name" label="postup.users.name" validate={[required(), maxLength(200)]} fullWidth />
        <TextInput source="email" label="postup.users.email" type="email" validate={[required(), email(), maxLength(254)]} fullWidth />
        <TextInput source="phone" label="postup.users.phone" validate={maxLength(30)} fullWidth />
        <RolesInput />
        <LanguageInput />
        <Typography variant="body2" color="text.secondary">
          {translate('postup.users.inviteHint')}
        </Typography>
      </SimpleForm>
    </Create>
  );
}

function UserEdit() {
  return (
    <Edit
      mutationMode="pessimistic"
      // Who was made inactive may have left tasks behind: they are on this page.
      redirect={(resource, id, data) => (data?.active === false ? `${resource}/${id}` : `${resource}`)}
      title="postup.users.one"
      actions={false}
      aside={<HeldTasks />}
      sx={{ '& .RaEdit-main': { flexWrap: 'wrap', gap: 2 } }}
    >
      <SimpleForm sx={{ maxWidth: 560 }}>
        <TextInput source="name" label="postup.users.name" validate={[required(), maxLength(200)]} fullWidth />
        <TextInput source="email" label="postup.users.email" disabled fullWidth />
        <TextInput source="phone" label="postup.users.phone" validate={maxLength(30)} fullWidth />
        <RolesInput />
        <LanguageInput />
        <BooleanInput source="active" label="postup.users.active" />
      </SimpleForm>
    </Edit>
  );
}

export const users = { list: UserList, create: UserCreate, edit: UserEdit, recordRepresentation: 'name' };
