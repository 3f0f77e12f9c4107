import { Box } from '@mui/material';
import { Theme } from '@rjsf/mui';
import { withTheme, type FormProps } from '@rjsf/core';
import type { ErrorSchema } from '@rjsf/utils';
import { useMemo } from 'react';
import type { Form } from '../../../processes/define';
import { uiSchemaOf } from './uiSchema';
import { validator } from './validator';
import { VerdictsField } from './fields/VerdictsField';
import { DateWidget } from './widgets/DateWidget';
import { DocumentWidget } from './widgets/DocumentWidget';
import { LinesWidget } from './widgets/LinesWidget';
import { MoneyWidget } from './widgets/MoneyWidget';

type FormData = Record<string, unknown>;

const ThemedForm = withTheme<FormData>({
  ...Theme,
  fields: { verdicts: VerdictsField },
  widgets: { ...Theme.widgets, money: MoneyWidget, day: DateWidget, document: DocumentWidget, lines: LinesWidget },
} as never);

/** The theme's forms are airy; here the outcomes have to stay in sight under the fields. */
const DENSE = {
  '& .MuiGrid-container': { '--Grid-rowSpacing': '6px', mt: '0 !important' },
  '& .MuiGrid-root': { mb: '0 !important' },
  '& .MuiFormControl-root': { my: 0 },
  '& .MuiTextField-root': { mt: 0.75 },
} as const;

interface StepFormProps {
  readonly form: Form;
  readonly caseId: string;
  readonly data: FormData;
  readonly disabled: boolean;
  /** Errors to draw beside the fields. */
  readonly errors: ErrorSchema;
  readonly onChange: (data: FormData) => void;
}

/** The fields of a step, drawn from its schema. It has no button of its own: outcomes are the buttons. */
export default function StepForm({ form, caseId, data, disabled, errors, onChange }: StepFormProps) {
  const uiSchema = useMemo(() => uiSchemaOf(form), [form]);
  const props: FormProps<FormData> = {
    schema: form.schema,
    uiSchema: uiSchema as never,
    validator: validator as never,
    formData: data,
    formContext: { caseId },
    disabled,
    extraErrors: errors,
    showErrorList: false,
    idPrefix: 'field',
    idSeparator: '.',
    tagName: 'div' as never,
    onChange: (event) => onChange(event.formData ?? {}),
  };
  return (
    <Box sx={DENSE}>
      <ThemedForm {...props}> </ThemedForm>
    </Box>
  );
}
