import { Alert, Box, Button, Checkbox, FormControlLabel, ListSubheader, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useNotify, useTranslate } from 'react-admin';
import { EXPORT_LIMITS, type ExportChoice, type ExportColumn } from '../../../processes/exports/views';
import { ApiError, keyKeeper } from '../api/http';
import type { Read } from '../api/reads';
import { useOffice } from '../api/useOffice';
import { changeChoice, deleteChoice, keepChoice } from './acts';
import { isChanged, toKeep, type Draft } from './chosen';

interface KeptChoicesProps {
  readonly read: Read<readonly ExportChoice[]>;
  readonly draft: Draft;
  readonly offered: ReadonlyMap<string, ExportColumn>;
  readonly current: ExportChoice | null;
  /** Null: the usual columns. */
  readonly onTake: (choice: ExportChoice | null) => void;
  /** It was kept, as it is on the screen: nothing is taken anew. */
  readonly onKept: (choice: ExportChoice | null) => void;
}

/** Choices kept by name: taken, kept anew, changed, deleted. */
export function KeptChoices({ read, draft, offered, current, onTake, onKept }: KeptChoicesProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const office = useOffice();
  const { canAccess: may = false } = useCanAccess({ resource: 'exportChoices', action: 'create' });
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [keyFor] = useState(() => keyKeeper());
  const choices = read.data ?? [];
  const own = choices.filter((choice) => !choice.shared);
  const ours = choices.filter((choice) => choice.shared);

  const run = async (work: () => Promise<ExportChoice | null>, done: string): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const kept = await office(work);
      read.again();
      onKept(kept);
      setNaming(false);
      notify(done, { type: 'success' });
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      // Somebody changed or deleted it meanwhile: what is offered is read again, what is on the screen stays.
      if (failure.status === 412 || failure.status === 404) read.again();
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const keep = (): Promise<void> => {
    const fields = { ...draft, name: name.trim(), shared };
    return run(() => keepChoice(fields, keyFor(fields)), 'postup.exports.kept');
  };
  const change = (choice: ExportChoice): Promise<void> =>
    run(() => changeChoice(choice, toKeep(draft, choice, offered)), 'postup.exports.kept');
  const drop = (choice: ExportChoice): Promise<void> =>
    run(async () => {
      await deleteChoice(choice);
      return null;
    }, 'postup.exports.deleted');
  const item = (choice: ExportChoice, of: string | null) => (
    <MenuItem key={choice.id} value={choice.id} sx={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      {of === null ? choice.name : `${choice.name} (${of})`}
    </MenuItem>
  );
  const said = error?.errors.name === undefined ? error && [error.message, ...Object.values(error.errors)].join(' ') : null;

  return (
    <Box sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <TextField
          select
          size="small"
          label={translate('postup.exports.choice')}
          value={current?.id ?? ''}
          onChange={(event) => onTake(choices.find(({ id }) => id === event.target.value) ?? null)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ flex: '1 1 220px', minWidth: 0 }}
        >
          <MenuItem value="">{translate('postup.exports.usual')}</MenuItem>
          {own.length > 0 && <ListSubheader>{translate('postup.exports.own')}</ListSubheader>}
          {own.map((choice) => item(choice, null))}
          {ours.length > 0 && <ListSubheader>{translate('postup.exports.shared')}</ListSubheader>}
          {ours.map((choice) => item(choice, choice.owner.name))}
        </TextField>
        {may && current?.mayEdit && isChanged(draft, current, offered) && (
          <Button disabled={busy || draft.columns.length === 0} onClick={() => void change(current)}>
            {translate('postup.exports.change')}
          </Button>
        )}
        {may && current?.mayEdit && (
          <Button color="error" disabled={busy} onClick={() => void drop(current)}>
            {translate('postup.exports.delete')}
          </Button>
        )}
        {may && !naming && (
          <Button disabled={draft.columns.length === 0} onClick={() => setNaming(true)}>
            {translate('postup.exports.keepAs')}
          </Button>
        )}
      </Box>
      {naming && (
        <Box
          component="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            // React's tree has the dialog inside the page: its forms must not hear of it.
            event.stopPropagation();
            void keep();
          }}
          sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'flex-start', mt: 1.5 }}
        >
          <TextField
            size="small"
            autoFocus
            required
            label={translate('postup.exports.name')}
            value={name}
            error={error?.errors.name !== undefined}
            helperText={error?.errors.name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: EXPORT_LIMITS.name } }}
            sx={{ flex: '1 1 220px' }}
          />
          <FormControlLabel
            label={translate('postup.exports.share')}
            control={<Checkbox checked={shared} onChange={(_, on) => setShared(on)} />}
          />
          <Button type="submit" variant="outlined" disabled={busy || name.trim() === ''}>
            {translate('postup.words.save')}
          </Button>
          <Button onClick={() => setNaming(false)}>{translate('postup.words.cancel')}</Button>
        </Box>
      )}
      {said && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {said}
        </Alert>
      )}
    </Box>
  );
}
