import { Box, Button, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { NoteView } from '../../../../processes/officersSection/views';
import { useParts } from '../../api/reads';
import { useAct } from '../../api/useAct';
import { useSession } from '../../auth/useSession';
import { formatDateTime } from '../../shared/dates';
import { Loaded } from '../../shared/Loaded';
import { useKeptText } from '../../shared/useKeptText';
import { addNote, saveNote } from './acts';

interface WriterProps {
  readonly keptAs: string;
  readonly initial?: string;
  readonly button: 'postup.office.notes.add' | 'postup.office.notes.save';
  readonly busy: boolean;
  /** @returns whether it was done */
  readonly onWrite: (text: string) => Promise<boolean>;
  readonly onCancel?: () => void;
}

/** A text that stays until it is sent, also over the end of a session. */
function Writer({ keptAs, initial = '', button, busy, onWrite, onCancel }: WriterProps) {
  const translate = useTranslate();
  const kept = useKeptText(useSession()?.user.id, keptAs);
  const [touched, setTouched] = useState(false);
  const text = touched || kept.text !== '' ? kept.text : initial;
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() !== '' && (await onWrite(text.trim()))) {
      kept.forget();
      setTouched(false);
    }
  };
  return (
    <Box component="form" onSubmit={(event: SyntheticEvent) => void submit(event)} sx={{ mt: 1 }}>
      <TextField
        label={translate('postup.office.notes.one')}
        value={text}
        onChange={(event) => {
          setTouched(true);
          kept.change(event.target.value);
        }}
        multiline
        minRows={2}
        fullWidth
        slotProps={{ htmlInput: { maxLength: 10_000 } }}
      />
      <Button type="submit" size="small" variant="outlined" disabled={busy || text.trim() === ''}>
        {translate(button)}
      </Button>
      {onCancel && (
        <Button
          size="small"
          onClick={() => {
            kept.forget();
            onCancel();
          }}
        >
          {translate('postup.words.cancel')}
        </Button>
      )}
    </Box>
  );
}

function Note({ note, caseId, mine }: { readonly note: NoteView; readonly caseId: string; readonly mine: boolean }) {
  const translate = useTranslate();
  const act = useAct();
  const [editing, setEditing] = useState(false);
  const save = async (text: string): Promise<boolean> => {
    const done = await act.run(() => saveNote(caseId, note.id, text, note.version), text, 'postup.office.notes.saved');
    if (done) setEditing(false);
    return done;
  };
  return (
    <Box component="li" sx={{ mb: 1 }}>
      <Typography variant="caption" color="text.secondary">
        {note.author.name}, {formatDateTime(note.writtenAt)}
        {note.changedAt !== null && ` · ${translate('postup.office.notes.changed', { date: formatDateTime(note.changedAt) })}`}
      </Typography>
      {editing ? (
        <Writer
          keptAs={`note.${note.id}`}
          initial={note.text}
          button="postup.office.notes.save"
          busy={act.busy}
          onWrite={save}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {note.text}
          </Typography>
          {mine && (
            <Button size="small" onClick={() => setEditing(true)}>
              {translate('postup.office.notes.edit')}
            </Button>
          )}
        </>
      )}
    </Box>
  );
}

/** Notes of the office, which neither the applicant nor evaluators see. */
export function Notes({ caseId }: { readonly caseId: string }) {
  const translate = useTranslate();
  const read = useParts<NoteView>('notes', caseId);
  const act = useAct();
  const me = useSession()?.user.id;
  const { canAccess: may = false } = useCanAccess({ resource: 'officersSection', action: 'create' });
  return (
    <>
      <Loaded read={read}>
        {(notes) =>
          notes.length === 0 ? (
            <Typography variant="body2" color="text.secondary">
              {translate('postup.office.notes.empty')}
            </Typography>
          ) : (
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {notes.map((note) => (
                <Note key={`${note.id}/${note.version}`} note={note} caseId={caseId} mine={may && note.author.id === me} />
              ))}
            </Box>
          )
        }
      </Loaded>
      {may && (
        <Writer
          keptAs={`newNote.${caseId}`}
          button="postup.office.notes.add"
          busy={act.busy}
          onWrite={(text) => act.run((_provider, key) => addNote(caseId, text, key), text, 'postup.office.notes.added')}
        />
      )}
    </>
  );
}
