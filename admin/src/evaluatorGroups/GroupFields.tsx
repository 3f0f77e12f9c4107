import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import {
  ArrayInput,
  AutocompleteArrayInput,
  BooleanInput,
  DateInput,
  FormDataConsumer,
  maxLength,
  minLength,
  RadioButtonGroupInput,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import type { EvaluatorGroupView, GroupQuestion } from '../../../processes/grant/evaluatorGroupViews';
import type { LabelView } from '../../../processes/officersSection/views';
import type { AreaView } from '../../../processes/programmeViews';
import type { PersonRef, ProgrammeView } from '../../../processes/views';
import { useRows } from '../api/reads';
import { LIMITS, type TypedGroup } from './groupInput';

const word = (key: string): string => `postup.evaluation.groups.${key}`;

function Part({ title, hint, children }: { readonly title: string; readonly hint: string; readonly children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2, width: '100%', minWidth: 0 }}>
      <Typography component="legend" variant="h6">
        {translate(word(title))}
      </Typography>
      <Typography variant="body2" color="text.secondary" gutterBottom>
        {translate(word(hint))}
      </Typography>
      {children}
    </Box>
  );
}

/** Evaluators of the office, and who is in the group already, whatever became of them. */
function usePeople(): readonly PersonRef[] {
  const evaluators = useRows<PersonRef>('people', { role: 'evaluator' }).data ?? [];
  const members = useRecordContext<EvaluatorGroupView>()?.people ?? [];
  return [...evaluators, ...members.filter(({ id }) => !evaluators.some((known) => known.id === id))];
}

function Members() {
  const people = usePeople();
  return (
    <Part title="members" hint="membersHint">
      <ArrayInput source="members" label={false}>
        <SimpleFormIterator inline fullWidth disableReordering>
          <SelectInput
            source="userId"
            label={word('member')}
            choices={[...people]}
            optionText="name"
            validate={required()}
            helperText={false}
            sx={{ flex: { sm: '1 1 220px' } }}
          />
          <DateInput source="startsOn" label={word('startsOn')} helperText={false} sx={{ flex: { sm: '0 1 170px' } }} />
          <DateInput source="endsOn" label={word('endsOn')} helperText={false} sx={{ flex: { sm: '0 1 170px' } }} />
        </SimpleFormIterator>
      </ArrayInput>
    </Part>
  );
}

function Scope() {
  const areas = useRows<AreaView>('areas', {});
  const programmes = useRows<ProgrammeView>('programmes', {});
  return (
    <Part title="usedFor" hint="scopeHint">
      <AutocompleteArrayInput
        source="areaIds"
        label={word('areas')}
        choices={[...(areas.data ?? [])]}
        optionText={({ name, fundName }: AreaView) => `${name} (${fundName})`}
        helperText={false}
        fullWidth
      />
      <AutocompleteArrayInput
        source="programmeIds"
        label={word('programmes')}
        choices={[...(programmes.data ?? [])]}
        optionText="title"
        helperText={false}
        fullWidth
      />
    </Part>
  );
}

function Answer({ chosen }: { readonly chosen: TypedGroup }) {
  const questions = useRows<GroupQuestion>('evaluator-questions', {}).data ?? [];
  // What the group has stays to be read, also where no form asks it any more.
  const kept = typeof chosen.question === 'string' && !questions.some(({ id }) => id === chosen.question) ? [chosen.question] : [];
  const offered = questions.find(({ id }) => id === chosen.question)?.answers ?? [];
  const answers = [...offered, ...(chosen.answers ?? []).filter((answer) => !offered.includes(answer))];
  return (
    <>
      <SelectInput
        source="question"
        label={word('question')}
        helperText={word('questionHint')}
        choices={[...kept, ...questions.map(({ id }) => id)].map((id) => ({ id, name: id }))}
        translateChoice={false}
        validate={required()}
        fullWidth
      />
      <AutocompleteArrayInput
        source="answers"
        label={word('answers')}
        choices={answers.map((id) => ({ id, name: id }))}
        translateChoice={false}
        validate={required()}
        helperText={false}
        fullWidth
      />
    </>
  );
}

function Label() {
  const labels = useRows<LabelView>('labels', {});
  return (
    <SelectInput
      source="labelId"
      label={word('label')}
      choices={[...(labels.data ?? [])]}
      optionText="name"
      translateChoice={false}
      validate={required()}
      helperText={false}
      fullWidth
    />
  );
}

function Condition() {
  return (
    <>
      <RadioButtonGroupInput
        source="limit"
        label={word('limit')}
        choices={LIMITS.map((id) => ({ id, name: word(`limits.${id}`) }))}
        helperText={false}
        row={false}
      />
      <FormDataConsumer<TypedGroup>>
        {({ formData }) => (
          <>
            {formData.limit === 'answer' && <Answer chosen={formData} />}
            {formData.limit === 'label' && <Label />}
          </>
        )}
      </FormDataConsumer>
    </>
  );
}

export function GroupFields() {
  return (
    <>
      <TextInput
        source="name"
        label={word('name')}
        helperText={word('nameHint')}
        validate={[required(), minLength(2), maxLength(100)]}
        fullWidth
      />
      <Members />
      <Scope />
      <Condition />
      <BooleanInput source="active" label={word('active')} helperText={word('activeHint')} />
    </>
  );
}
