import { Box, Chip, FormHelperText, LinearProgress, Typography } from '@mui/material';
import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { DocumentView } from '../../../../processes/views';
import { ApiError } from '../../api/http';
import { useParts } from '../../api/reads';
import { useOffice } from '../../api/useOffice';
import { FileButton } from '../../shared/FileButton';
import type { FormContext } from '../formContext';

/** `format: document`, one or a list: a file goes to the case at once, the form keeps its id. */
export function DocumentWidget({
  id,
  label,
  value,
  multiple,
  required,
  disabled,
  readonly,
  onChange,
  registry,
  rawErrors = [],
  schema,
}: WidgetProps) {
  const translate = useTranslate();
  const office = useOffice();
  const { caseId } = registry.formContext as FormContext;
  const documents = useParts<DocumentView>('documents', caseId);
  const [added, setAdded] = useState<readonly DocumentView[]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const many = multiple === true || schema.type === 'array';
  const ids: readonly string[] = Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
  const nameOf = (documentId: string): string =>
    [...added, ...(documents.data ?? [])].find((one) => one.id === documentId)?.fileName ?? documentId;
  const keep = (next: readonly string[]): void => onChange(many ? next : next[0]);

  const choose = async (file: File): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const document = await office((provider) => provider.upload(caseId, file));
      setAdded((before) => [...before, document]);
      keep(many ? [...ids, document.id] : [document.id]);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(Object.values(error.errors)[0] ?? error.message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Box sx={{ my: 1 }}>
      <Typography variant="body2" id={`${id}__label`}>
        {label}
        {required === true ? ' *' : ''}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, my: 0.5 }}>
        {ids.map((documentId) => (
          <Chip
            key={documentId}
            size="small"
            label={nameOf(documentId)}
            onDelete={readonly === true ? undefined : () => keep(ids.filter((one) => one !== documentId))}
          />
        ))}
      </Box>
      {readonly !== true && (
        <FileButton
          id={id}
          labelledBy={`${id}__label`}
          label={translate('postup.form.choose')}
          disabled={busy || disabled === true}
          onFile={(file) => void choose(file)}
        />
      )}
      <FormHelperText>{translate('postup.cases.uploadHint')}</FormHelperText>
      {busy && <LinearProgress aria-label={translate('postup.cases.uploading')} />}
      {(failure !== null || rawErrors.length > 0) && (
        <FormHelperText error role="alert">
          {failure === null ? rawErrors[0] : translate('postup.form.uploadFailed', { reason: failure })}
        </FormHelperText>
      )}
    </Box>
  );
}
