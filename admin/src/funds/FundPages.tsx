import {
  BooleanInput,
  Create,
  DeleteButton,
  Edit,
  maxLength,
  minLength,
  required,
  SaveButton,
  SimpleForm,
  TextInput,
  Toolbar,
  useNotify,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { Typography } from '@mui/material';
import type { FundView } from '../../../processes/programmeViews';
import { MoneyInput } from '../shared/MoneyInput';

function Fields() {
  return (
    <>
      <TextInput
        source="name"
        label="postup.funds.name"
        helperText="postup.funds.help.name"
        validate={[required(), minLength(2), maxLength(200)]}
        fullWidth
      />
      <TextInput
        source="purpose"
        label="postup.funds.purpose"
        helperText="postup.funds.help.purpose"
        validate={maxLength(20_000)}
        parse={(value: unknown) => value ?? ''}
        multiline
        minRows={3}
        fullWidth
      />
      <MoneyInput source="yearBudget" label="postup.funds.yearBudget" helper="postup.funds.help.yearBudget" />
      <BooleanInput source="active" label="postup.funds.active" helperText="postup.funds.help.active" />
    </>
  );
}

export function FundCreate() {
  return (
    <Create redirect="list" title="postup.funds.create">
      <SimpleForm sx={{ maxWidth: 640 }} defaultValues={{ purpose: '', yearBudget: null, active: true }} sanitizeEmptyValues={false}>
        <Fields />
      </SimpleForm>
    </Create>
  );
}

/** A fund with areas is deactivated; one without any may go. */
function FundTools() {
  const translate = useTranslate();
  const notify = useNotify();
  const fund = useRecordContext<FundView>();
  return (
    <Toolbar sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      <SaveButton />
      {fund?.areas.length === 0 ? (
        <DeleteButton
          mutationMode="pessimistic"
          mutationOptions={{ onError: (error: unknown) => notify(error instanceof Error ? error.message : '', { type: 'error' }) }}
        />
      ) : (
        <Typography variant="body2" color="text.secondary">
          {translate('postup.funds.notDeleted')}
        </Typography>
      )}
    </Toolbar>
  );
}

export function FundEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="list" title="postup.funds.one" actions={false}>
      <SimpleForm sx={{ maxWidth: 640 }} toolbar={<FundTools />}>
        <Fields />
      </SimpleForm>
    </Edit>
  );
}
