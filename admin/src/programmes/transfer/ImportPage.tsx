import { Alert, Box, Button, CircularProgress, Paper, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { CanAccess, Title, useRedirect, useTranslate } from 'react-admin';
import type { ProgrammeFileReview } from '../../../../processes/programmeFile/views';
import { useAct } from '../../api/useAct';
import { useWords } from '../../i18n/useWords';
import { Denied } from '../../layout/Denied';
import { FileButton } from '../../shared/FileButton';
import { ChoicesPart } from './ChoicesPart';
import { DifferencesPart } from './DifferencesPart';
import { Faults } from './Faults';
import { FieldsPart } from './FieldsPart';
import { FileFacts } from './FileFacts';
import { Part } from './Part';
import { QuestionsPart } from './QuestionsPart';
import { TakenBefore } from './TakenBefore';
import { useFileReview, type FileReview } from './useFileReview';

const NOT_TAKEN = ['people', 'accounts', 'cases', 'fund', 'publication'] as const;

function NotTaken() {
  const translate = useTranslate();
  return (
    <Part title="notTaken">
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {NOT_TAKEN.map((what) => (
          <li key={what}>{translate(`postup.transfer.notTaken.${what}`)}</li>
        ))}
      </Box>
    </Part>
  );
}

/** A choice by its name: `calls.1.intakeOpensAt` is `2. výzva – příjem žádostí od`. */
function useChoiceName(): (path: string) => string {
  const translate = useTranslate();
  return (path) => {
    const [list = '', place = '0', field = ''] = path.split('.');
    const number = Number(place) + 1;
    if (list === 'calls' && field !== '')
      return `${translate('postup.transfer.call', { ordinal: number })} – ${translate(`postup.transfer.field.${field}`, { _: field })}: `;
    if (list === 'paymentDays') return `${translate('postup.transfer.partNumber', { number })}: `;
    const name = { title: 'titleHere', areaId: 'place', makeArea: 'place', evaluatorIds: 'evaluators' }[list];
    return name === undefined ? '' : `${translate(`postup.transfer.${name}`)}: `;
  };
}

/** What keeps the draft from being made; most of it stands beside the choice as well. */
function Errors({ review, refused }: { readonly review: ProgrammeFileReview; readonly refused: Readonly<Record<string, string>> }) {
  const translate = useTranslate();
  const words = useWords();
  const named = useChoiceName();
  const own = Object.entries(review.content?.errors ?? {}).map(([path, text]): [string, string] => [path, words(text)]);
  const told = new Set([...own, ...Object.entries(refused)].map(([path, text]) => `${named(path)}${text}`));
  if (told.size === 0) return null;
  return (
    <Alert severity="error" sx={{ mb: 1 }}>
      {translate('postup.transfer.errors')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {[...told].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </Box>
    </Alert>
  );
}

/** The last word: what is made, and the button that makes it. */
function TakeBar({ of, review }: { readonly of: FileReview; readonly review: ProgrammeFileReview }) {
  const translate = useTranslate();
  const redirect = useRedirect();
  const act = useAct({ quiet: true });
  const { file, choices, rechecking } = of;
  if (!file || !choices) return null;
  const wrong = Object.keys(review.content?.errors ?? {}).length > 0;
  const take = (): void =>
    void act.run(
      async (provider, key) => {
        const { id } = await provider.importProgramme(file, choices, review.sha256, key);
        redirect('show', 'programmes', id);
      },
      [review.sha256, choices],
      'postup.programmes.madeDraft',
    );
  return (
    <Paper variant="outlined" sx={{ p: 1.5, mt: 3, position: 'sticky', bottom: 0, zIndex: 1 }}>
      <Errors review={review} refused={act.error?.errors ?? {}} />
      {act.error && Object.keys(act.error.errors).length === 0 && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {act.error.message}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Button variant="contained" disabled={act.busy || rechecking || wrong} onClick={take}>
          {translate(act.busy ? 'postup.transfer.taking' : 'postup.transfer.take')}
        </Button>
        <Typography variant="body2" role="status">
          {rechecking ? translate('postup.transfer.recheck') : translate('postup.transfer.takeHint', { title: choices.title })}
        </Typography>
      </Box>
    </Paper>
  );
}

function Reviewed({ of, review }: { readonly of: FileReview; readonly review: ProgrammeFileReview }) {
  const translate = useTranslate();
  const verdict = useRef<HTMLDivElement>(null);
  // Who cannot see the page change is led to what it says now.
  useEffect(() => verdict.current?.focus(), [review.sha256]);
  const { content, faults, takenBefore, sha256, size, formatVersion } = review;
  return (
    <>
      <Box ref={verdict} tabIndex={-1} sx={{ my: 1.5 }}>
        {faults.length > 0 ? <Faults faults={faults} /> : <Alert severity="success">{translate('postup.transfer.checked')}</Alert>}
      </Box>
      <TakenBefore takenBefore={takenBefore} />
      <FileFacts name={of.file?.name ?? ''} size={size} sha256={sha256} />
      {formatVersion !== null && (
        <Typography variant="body2" color="text.secondary">
          {translate('postup.transfer.version')}: {formatVersion}
        </Typography>
      )}
      {content && of.choices && (
        <>
          <ChoicesPart key={sha256} content={content} choices={of.choices} choose={of.choose} />
          <DifferencesPart same={content.same} />
          <FieldsPart content={content} />
          <QuestionsPart content={content} sha256={sha256} />
          <NotTaken />
          <TakeBar of={of} review={review} />
        </>
      )}
    </>
  );
}

function Page() {
  const translate = useTranslate();
  const of = useFileReview();
  const { review, checking, error } = of;
  return (
    <Paper sx={{ p: { xs: 1.5, sm: 2 }, mt: 1.5, minWidth: 0 }}>
      <Title title={translate('postup.transfer.title')} />
      <Typography gutterBottom sx={{ maxWidth: 720 }}>
        {translate('postup.transfer.lead')}
      </Typography>
      <FileButton
        label={translate(of.file === null ? 'postup.transfer.choose' : 'postup.transfer.chooseAnother')}
        accept="application/json,.json"
        disabled={checking}
        onFile={of.open}
      />
      <Box role="status" sx={{ mt: 1 }}>
        {checking && (
          <>
            <CircularProgress size={16} aria-hidden /> {translate('postup.transfer.checking')}
          </>
        )}
      </Box>
      {error && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {error.message} {Object.values(error.errors).join(' ')}
        </Alert>
      )}
      {review && <Reviewed of={of} review={review} />}
    </Paper>
  );
}

/** A programme of another town, looked through before anything of it is stored. */
export default function ImportPage() {
  return (
    <CanAccess resource="programmes" action="create" accessDenied={<Denied />}>
      <Page />
    </CanAccess>
  );
}
