import { Box, Chip, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { processes } from '../../../processes/registry';
import { formIn } from '../../../processes/formLanguage';
import type { CaseView, DocumentView } from '../../../processes/views';
import { useParts } from '../api/reads';
import { useLanguage, useWords } from '../i18n/useWords';
import { formatDateTime } from '../shared/dates';
import { EmptyState } from '../shared/EmptyState';
import { readingsOf, sectionsOf, type FieldView, type Reading } from './fields';

function Documents({ ids, known }: { readonly ids: readonly string[]; readonly known: readonly DocumentView[] }) {
  return ids.map((id) => (
    <Link key={id} href={`/api/documents/${id}/content`} target="_blank" rel="noopener" sx={{ display: 'block' }}>
      {known.find((document) => document.id === id)?.fileName ?? id}
    </Link>
  ));
}

interface FieldProps {
  readonly field: FieldView;
  readonly known: readonly DocumentView[];
  /** Which submission it is of: the same table may stand on the page several times. */
  readonly of: string;
}

const side = (cell: FieldView | undefined) => (cell?.amount === true ? ({ textAlign: 'right', whiteSpace: 'nowrap' } as const) : {});

function Rows({ field, known, of }: FieldProps) {
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={`${field.label}, ${of}`}>
      <Table size="small" aria-label={field.label}>
        <TableHead>
          <TableRow>
            {field.rows[0]?.map((cell) => (
              <TableCell key={cell.path} sx={side(cell)}>
                {cell.label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {field.rows.map((row, index) => (
            <TableRow key={index}>
              {row.map((cell) => (
                <TableCell key={cell.path} sx={{ fontVariantNumeric: 'tabular-nums', ...side(cell) }}>
                  {cell.documents.length > 0 ? <Documents ids={cell.documents} known={known} /> : cell.text}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Value({ field, known, of }: FieldProps) {
  const translate = useTranslate();
  if (field.rows.length > 0) return <Rows field={field} known={known} of={of} />;
  if (field.documents.length > 0) return <Documents ids={field.documents} known={known} />;
  return (
    <>
      <Box component="span" sx={field.was === null ? undefined : { bgcolor: '#fff1dc', px: 0.5 }}>
        {field.text === '' ? translate('postup.words.empty') : field.text}
      </Box>
      {field.was !== null && (
        <Typography component="span" variant="caption" color="text.secondary" sx={{ ml: 1 }}>
          {translate('postup.cases.was', { value: field.was === '' ? translate('postup.words.empty') : field.was })}
        </Typography>
      )}
    </>
  );
}

interface SubmissionProps {
  readonly reading: Reading;
  readonly known: readonly DocumentView[];
  /** Of the office: the applicant's steps end one way only. */
  readonly ofOffice: boolean;
}

function Submission({ reading, known, ofOffice }: SubmissionProps) {
  const translate = useTranslate();
  const words = useWords();
  const { submission } = reading;
  const sections = sectionsOf(reading.form, reading.data, reading.before);
  return (
    <Box component="article" sx={{ mb: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="h6" component="h2">
          {words(submission.stepTitle)}
        </Typography>
        {ofOffice && submission.outcome !== null && <Chip size="small" variant="outlined" label={words(submission.outcome)} />}
        <Typography variant="caption" color="text.secondary">
          {translate('postup.cases.submittedBy', { name: submission.by.name, date: formatDateTime(submission.at) })}
        </Typography>
        {reading.before !== undefined && (
          <Chip size="small" color="warning" variant="outlined" label={translate('postup.cases.changedFields')} />
        )}
      </Box>
      {sections.map((section, index) => (
        <Box key={section.title?.cs ?? index} component="section" sx={{ mt: 1 }}>
          {section.title && (
            <Typography variant="subtitle2" component="h3">
              {words(section.title)}
            </Typography>
          )}
          <Box
            component="dl"
            sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '220px 1fr' }, columnGap: 2, rowGap: { xs: 0, sm: 0.5 }, m: 0 }}
          >
            {section.fields.map((field) => (
              <Fragment key={field.path}>
                <Typography component="dt" variant="body2" color="text.secondary">
                  {field.label}
                </Typography>
                <Typography
                  component="dd"
                  variant="body2"
                  sx={{
                    m: 0,
                    mb: { xs: 1, sm: 0 },
                    whiteSpace: 'pre-wrap',
                    overflowWrap: 'anywhere',
                    minWidth: 0,
                    // A table needs the whole width.
                    ...(field.rows.length > 0 && { gridColumn: '1 / -1' }),
                  }}
                >
                  <Value field={field} known={known} of={`${words(submission.stepTitle)} ${formatDateTime(submission.at)}`} />
                </Typography>
              </Fragment>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** Everything that was submitted in the case and that the reader may see, newest first. */
export function ApplicationTab({ view }: { readonly view: CaseView }) {
  const documents = useParts<DocumentView>('documents', view.id);
  const language = useLanguage();
  const readings = readingsOf(view.submissions.map((one) => ({ ...one, form: one.form && formIn(language, one.form) })));
  const steps = processes[view.processId]?.steps ?? {};
  if (readings.length === 0) return <EmptyState text="postup.cases.noApplication" />;
  return readings.map((reading) => (
    <Submission
      key={reading.submission.id}
      reading={reading}
      known={documents.data ?? []}
      ofOffice={steps[reading.submission.step]?.role !== 'applicant'}
    />
  ));
}
