import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import {
  CanAccess,
  EditBase,
  maxLength,
  required,
  SaveButton,
  SelectInput,
  SimpleForm,
  TextInput,
  Title,
  Toolbar,
  useCanAccess,
  useNotify,
  useTranslate,
} from 'react-admin';
import { Denied } from '../layout/Denied';
import { MoneyInput } from '../shared/MoneyInput';
import { filledOnly } from '../shared/filledOnly';
import { BankAccounts } from './BankAccounts';
import { CoatOfArmsInput } from './CoatOfArmsInput';

const colour = (value: unknown): string | undefined =>
  typeof value !== 'string' || /^#[0-9a-f]{6}$/i.test(value) ? undefined : 'postup.settings.colourWrong';

const TWO = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 } as const;

/** A setting that was left empty is not sent: the office's default holds. */
function withoutUnset(data: Record<string, unknown>): Record<string, unknown> {
  return { ...data, settings: filledOnly((data.settings ?? {}) as Record<string, unknown>) };
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2, minWidth: 0, width: '100%' }}>
      <Typography component="legend" variant="h6">
        {translate(title)}
      </Typography>
      {children}
    </Box>
  );
}

/** Saving is for who may change the office; others read. */
function Save() {
  const { canAccess: may = false } = useCanAccess({ resource: 'tenant', action: 'edit' });
  return may ? (
    <Toolbar>
      <SaveButton />
    </Toolbar>
  ) : null;
}

function SettingsForm() {
  const notify = useNotify();
  return (
    <EditBase
      resource="tenant"
      id="own"
      mutationMode="pessimistic"
      redirect={false}
      transform={withoutUnset}
      mutationOptions={{ onSuccess: () => notify('postup.settings.saved', { type: 'success' }) }}
    >
      <Paper sx={{ maxWidth: 720, mt: 1.5 }}>
        <SimpleForm toolbar={<Save />}>
          <Section title="postup.settings.identity">
            <TextInput source="name" label="postup.settings.name" validate={[required(), maxLength(200)]} fullWidth />
            <TextInput source="address" label="postup.settings.address" validate={maxLength(300)} fullWidth />
            <Box sx={TWO}>
              <TextInput source="ico" label="postup.settings.ico" validate={maxLength(8)} />
              <TextInput source="slug" label="postup.settings.slug" disabled />
            </Box>
          </Section>
          <Section title="postup.settings.look">
            <CoatOfArmsInput source="coatOfArms" />
            <TextInput source="colours.primary" label="postup.settings.primary" type="color" validate={colour} sx={{ width: 160, mr: 2 }} />
            <TextInput source="colours.accent" label="postup.settings.accent" type="color" validate={colour} sx={{ width: 160 }} />
          </Section>
          <Section title="postup.settings.rules">
            <MoneyInput source="settings.councilLimit" label="postup.settings.councilLimit" helper="postup.settings.councilLimitHint" />
            <SelectInput
              fullWidth
              source="settings.councilLimitPer"
              label="postup.settings.councilLimitPer"
              helperText="postup.settings.councilLimitPerHint"
              emptyText="postup.settings.councilLimitPers.year"
              choices={[{ id: 'case', name: 'postup.settings.councilLimitPers.case' }]}
            />
            <TextInput
              source="settings.bankAccount"
              label="postup.settings.bankAccount"
              helperText="postup.settings.bankAccountHint"
              validate={maxLength(30)}
            />
            <TextInput
              source="settings.representative"
              label="postup.contracts.representative"
              helperText="postup.contracts.representativeHint"
              validate={maxLength(200)}
            />
            <TextInput
              source="settings.dataBox"
              label="postup.contracts.dataBox"
              helperText="postup.contracts.dataBoxHint"
              validate={maxLength(7)}
            />
          </Section>
          <Section title="postup.settings.openData">
            <TextInput source="settings.isvs" label="postup.settings.isvs" helperText="postup.settings.isvsHint" validate={maxLength(10)} />
            <TextInput
              source="settings.dataContact"
              label="postup.settings.dataContact"
              helperText="postup.settings.dataContactHint"
              validate={maxLength(254)}
              fullWidth
            />
          </Section>
        </SimpleForm>
      </Paper>
    </EditBase>
  );
}

/** The office itself: name, look, rules. */
export default function Settings() {
  const translate = useTranslate();
  return (
    <CanAccess resource="tenant" action="show" accessDenied={<Denied />}>
      <Title title={translate('postup.settings.title')} />
      <SettingsForm />
      <CanAccess resource="bankAccounts" action="list">
        <BankAccounts />
      </CanAccess>
    </CanAccess>
  );
}
