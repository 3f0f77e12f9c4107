import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import {
  BooleanInput,
  CheckboxGroupInput,
  DateInput,
  FormDataConsumer,
  maxLength,
  minLength,
  NumberInput,
  required,
  SimpleForm,
  TextInput,
  useTranslate,
} from 'react-admin';
import type { PersonRef, ProgrammeView } from '../../../processes/views';
import { useRows } from '../api/reads';
import { MomentInput } from '../shared/MomentInput';
import { MoneyInput } from '../shared/MoneyInput';
import { AreaInputs } from './AreaInputs';

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2, width: '100%' }}>
      <Typography component="legend" variant="h6" sx={{ mb: 0.5 }}>
        {translate(`postup.programmes.section.${title}`)}
      </Typography>
      {children}
    </Box>
  );
}

const TWO = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 } as const;
const long = [required(), minLength(3), maxLength(10_000)];

function Text({
  name,
  rows = 3,
}: {
  readonly name: 'purpose' | 'reasons' | 'eligible' | 'criteria' | 'conditions' | 'attachments';
  readonly rows?: number;
}) {
  return (
    <TextInput
      source={name}
      label={`postup.programmes.${name}`}
      helperText={`postup.programmes.help.${name}`}
      multiline
      minRows={rows}
      fullWidth
      validate={name === 'attachments' ? [maxLength(10_000)] : long}
      parse={(value: unknown) => value ?? ''}
    />
  );
}

function Evaluators() {
  const translate = useTranslate();
  const people = useRows<PersonRef>('people', { role: 'evaluator' });
  if (people.data?.length === 0) return <Alert severity="warning">{translate('postup.programmes.noEvaluators')}</Alert>;
  return (
    <CheckboxGroupInput
      source="evaluatorIds"
      label="postup.programmes.evaluators"
      helperText="postup.programmes.help.evaluators"
      choices={[...(people.data ?? [])]}
      optionText="name"
      isPending={people.pending}
      validate={required()}
    />
  );
}

/** Mistakes that more fields make together. */
function together(values: Partial<ProgrammeView>, translate: (key: string) => string): Record<string, string> {
  const errors: Record<string, string> = {};
  const { intakeOpensAt, intakeClosesAt, totalAmount, maxAmount } = values;
  if (intakeOpensAt && intakeClosesAt && intakeClosesAt <= intakeOpensAt)
    errors.intakeClosesAt = translate('postup.programmes.closesFirst');
  if (typeof totalAmount === 'number' && typeof maxAmount === 'number' && maxAmount > totalAmount)
    errors.maxAmount = translate('postup.programmes.maxOverTotal');
  return errors;
}

/** Contents of a programme by § 10c odst. 2 zákona č. 250/2000 Sb., each field with the letter that wants it. */
export function ProgrammeForm() {
  const translate = useTranslate();
  return (
    <SimpleForm
      noValidate
      validate={(values) => together(values, translate)}
      sx={{ maxWidth: 860 }}
      defaultValues={{ decisionDays: 90, evaluatorIds: [], evaluatorsByGroups: false }}
    >
      <Typography variant="body2" color="text.secondary" gutterBottom>
        {translate('postup.programmes.help.lead')}
      </Typography>
      <Section title="what">
        <TextInput
          source="title"
          label="postup.programmes.name"
          helperText="postup.programmes.help.title"
          validate={[required(), maxLength(200)]}
          fullWidth
        />
        <AreaInputs />
        <Text name="purpose" />
        <Text name="reasons" />
      </Section>
      <Section title="money">
        <Box sx={TWO}>
          <MoneyInput
            source="totalAmount"
            label="postup.programmes.totalAmount"
            helper="postup.programmes.help.totalAmount"
            validate={required()}
          />
          <MoneyInput
            source="maxAmount"
            label="postup.programmes.maxAmount"
            helper="postup.programmes.help.maxAmount"
            validate={required()}
          />
        </Box>
      </Section>
      <Section title="who">
        <Text name="eligible" />
        <Text name="criteria" rows={4} />
        <Text name="conditions" rows={4} />
        <Text name="attachments" rows={2} />
        <BooleanInput source="deMinimis" label="postup.office.programme.deMinimis" helperText="postup.office.programme.deMinimisHint" />
        <BooleanInput
          source="asksPastSupport"
          label="postup.programmes.asksPastSupport"
          helperText="postup.programmes.help.asksPastSupport"
        />
      </Section>
      <Section title="when">
        <Box sx={TWO}>
          <MomentInput
            source="intakeOpensAt"
            label="postup.programmes.intakeOpensAt"
            helper="postup.programmes.help.intake"
            validate={required()}
          />
          <MomentInput source="intakeClosesAt" label="postup.programmes.intakeClosesAt" validate={required()} />
          <NumberInput
            source="decisionDays"
            label="postup.programmes.decisionDays"
            helperText="postup.programmes.help.decisionDays"
            min={1}
            max={730}
            step={1}
            validate={required()}
          />
          <DateInput
            source="settlementDueOn"
            label="postup.programmes.settlementDueOn"
            helperText="postup.programmes.help.settlement"
            validate={required()}
          />
        </Box>
      </Section>
      <Section title="people">
        <BooleanInput
          source="evaluatorsByGroups"
          label="postup.evaluation.groups.programme"
          helperText="postup.evaluation.groups.programmeHint"
        />
        <FormDataConsumer<{ evaluatorsByGroups?: boolean }>>
          {({ formData }) => formData.evaluatorsByGroups !== true && <Evaluators />}
        </FormDataConsumer>
      </Section>
    </SimpleForm>
  );
}
