import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Title, useNavigate, useTranslate } from 'react-admin';
import { useAct, type Act } from '../api/useAct';
import { dayOf } from '../shared/dates';
import { useNow } from '../shared/useNow';
import { move, showPath, write, type Choice } from './acts';

interface FrameProps {
  readonly title: string;
  readonly hint: string;
  readonly send: string;
  readonly count: number;
  readonly act: Act;
  readonly ready: boolean;
  readonly onSend: () => Promise<void>;
  readonly children: ReactNode;
}

/** What the server said of single cases: their numbers are in the sentences. */
const ofCases = (errors: Readonly<Record<string, string>>): string[] =>
  Object.entries(errors).flatMap(([field, what]) => (/^(items|caseIds)\./.test(field) ? [what] : []));

function Frame({ title, hint, send, count, act, ready, onSend, children }: FrameProps) {
  const translate = useTranslate();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (ready) void onSend();
  };
  return (
    <Paper
      component="form"
      noValidate
      onSubmit={submit}
      sx={{ p: 2, my: 1.5, maxWidth: 720, display: 'flex', flexDirection: 'column', gap: 1.5 }}
    >
      <Title title={title} />
      <Typography variant="h6" component="h2">
        {translate(title)}
      </Typography>
      <Typography>{translate('postup.bulk.chosen', { smart_count: count })}</Typography>
      <Typography color="text.secondary">{translate(hint)}</Typography>
      {children}
      {act.error && (
        <Alert severity="error">
          {act.error.message}
          {ofCases(act.error.errors).map((what) => (
            <Box key={what}>{what}</Box>
          ))}
        </Alert>
      )}
      <Box>
        <Button type="submit" variant="contained" disabled={act.busy || !ready}>
          {translate(send)}
        </Button>
      </Box>
    </Paper>
  );
}

/** Sends, and leads to the page where the progress is. */
function useSend(act: Act): (work: (key: string) => Promise<{ readonly id: string }>, payload: unknown) => Promise<void> {
  const navigate = useNavigate();
  return async (work, payload) => {
    await act.run(async (_, key) => navigate(showPath((await work(key)).id)), payload);
  };
}

/** Moves the deadline of the settlement in the chosen cases. */
export function MovePage({ caseIds }: Pick<Choice, 'caseIds'>) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const send = useSend(act);
  const today = dayOf(useNow());
  // Nothing is proposed: a day that nobody chose could come before the one that holds now.
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const errors = act.error?.errors ?? {};
  const body = { step: 'settlement', until, reason: reason.trim(), caseIds } as const;
  return (
    <Frame
      title="postup.bulk.move"
      hint="postup.bulk.moveHint"
      send="postup.bulk.move"
      count={caseIds.length}
      act={act}
      ready={until !== '' && reason.trim().length >= 3}
      onSend={() => send((key) => move(body, key), body)}
    >
      <TextField
        type="date"
        label={translate('postup.bulk.until')}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
        error={errors.until !== undefined}
        helperText={errors.until}
        required
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }}
      />
      <TextField
        label={translate('postup.words.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errors.reason !== undefined}
        helperText={errors.reason ?? translate('postup.words.reasonHint')}
        multiline
        minRows={2}
        required
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
    </Frame>
  );
}

/** Writes to the applicants of the chosen cases. */
export function MessagePage({ caseIds, message }: Pick<Choice, 'caseIds' | 'message'>) {
  const translate = useTranslate();
  const act = useAct({ quiet: true });
  const send = useSend(act);
  const [subject, setSubject] = useState(message?.subject ?? '');
  const [text, setText] = useState(message?.text ?? '');
  const errors = act.error?.errors ?? {};
  const body = { subject: subject.trim(), text: text.trim(), caseIds };
  return (
    <Frame
      title="postup.bulk.notify"
      hint="postup.bulk.notifyHint"
      send="postup.bulk.sendMessage"
      count={caseIds.length}
      act={act}
      ready={subject.trim().length >= 3 && text.trim().length >= 3}
      onSend={() => send((key) => write(body, key), body)}
    >
      <TextField
        label={translate('postup.bulk.subject')}
        value={subject}
        onChange={(event) => setSubject(event.target.value)}
        error={errors.subject !== undefined}
        helperText={errors.subject}
        required
        slotProps={{ htmlInput: { maxLength: 150 } }}
      />
      <TextField
        label={translate('postup.bulk.text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={errors.text !== undefined}
        helperText={errors.text}
        multiline
        minRows={6}
        required
        slotProps={{ htmlInput: { maxLength: 5000 } }}
      />
    </Frame>
  );
}
