import DeleteIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, List, ListItem, ListItemButton, ListItemText, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { useOne } from '../api/reads';
import { useFilter, type Filter } from '../shared/useFilter';

interface Counts {
  readonly id: string;
  readonly mine: number;
  readonly groups: number;
  readonly left: number;
  readonly all: number;
  readonly overdue: number;
  readonly week: number;
  readonly followUp: number;
}

interface Saved {
  readonly name: string;
  readonly filter: Filter;
}

const CHOICES: readonly { readonly key: Exclude<keyof Counts, 'id'>; readonly filter: Filter }[] = [
  { key: 'mine', filter: { scope: 'mine' } },
  { key: 'groups', filter: { scope: 'groups' } },
  { key: 'left', filter: { scope: 'left' } },
  { key: 'overdue', filter: { due: 'overdue' } },
  { key: 'week', filter: { due: 'week' } },
  { key: 'followUp', filter: { due: 'followUp' } },
  { key: 'all', filter: { scope: 'all' } },
];

const same = (a: Filter, b: Filter): boolean => a.scope === b.scope && a.due === b.due && a.q === b.q && a.step === b.step;

interface ChoiceProps {
  readonly label: string;
  readonly count?: number;
  readonly selected: boolean;
  readonly late?: boolean;
  readonly onChoose: () => void;
}

function Choice({ label, count, selected, late = false, onChoose }: ChoiceProps) {
  return (
    <ListItemButton
      dense
      selected={selected}
      onClick={onChoose}
      aria-current={selected ? 'true' : undefined}
      sx={{ py: 0.25, px: 1, borderRadius: 1 }}
    >
      <ListItemText primary={label} slotProps={{ primary: { variant: 'body2', sx: { fontWeight: selected ? 600 : 400 } } }} />
      {count !== undefined && (
        <Typography
          variant="body2"
          sx={{
            color: late && count > 0 ? 'error.main' : 'text.secondary',
            fontVariantNumeric: 'tabular-nums',
            fontWeight: late && count > 0 ? 700 : 400,
          }}
        >
          {count}
        </Typography>
      )}
    </ListItemButton>
  );
}

function SaveForm({ filter, onSave }: { readonly filter: Filter; readonly onSave: (saved: Saved) => void }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave({ name: name.trim(), filter });
    setName('');
    setOpen(false);
  };
  if (!open) {
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {translate('postup.tasks.saveFilter')}
      </Button>
    );
  }
  return (
    <Box component="form" onSubmit={save} sx={{ px: 1 }}>
      <TextField
        label={translate('postup.tasks.filterName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoFocus
        fullWidth
      />
      <Button size="small" type="submit">
        {translate('postup.words.save')}
      </Button>
    </Box>
  );
}

/** The narrow rail of choices with counts; a choice of one's own can be saved under a name. */
export function Rail({ onChoose: choose }: { readonly onChoose: (filter: Filter) => void }) {
  const translate = useTranslate();
  const filter = useFilter();
  const counts = useOne<Counts>('tasks', 'counts', { every: 60_000 });
  const [saved, setSaved] = useStore<readonly Saved[]>('tasks.saved', []);
  const known = [...CHOICES.map((choice) => choice.filter), ...saved.map((one) => one.filter)];
  return (
    <Box component="nav" aria-label={translate('postup.tasks.filters')} sx={{ width: { xs: '100%', md: 184 }, flexShrink: 0 }}>
      <List dense disablePadding sx={{ display: { xs: 'grid', md: 'block' }, gridTemplateColumns: 'repeat(2, 1fr)' }}>
        {CHOICES.filter(({ key, filter: own }) => key !== 'left' || (counts.data?.left ?? 0) > 0 || same(filter, own)).map((choice) => (
          <ListItem key={choice.key} disablePadding>
            <Choice
              label={translate(`postup.tasks.${choice.key}`)}
              count={counts.data?.[choice.key]}
              late={choice.key === 'overdue' || choice.key === 'left'}
              selected={same(filter, choice.filter)}
              onChoose={() => choose(choice.filter)}
            />
          </ListItem>
        ))}
      </List>
      {saved.length > 0 && (
        <Typography variant="caption" color="text.secondary" sx={{ px: 1 }}>
          {translate('postup.tasks.saved')}
        </Typography>
      )}
      <List dense disablePadding>
        {saved.map((one) => (
          <ListItem
            key={one.name}
            disablePadding
            secondaryAction={
              <IconButton
                size="small"
                edge="end"
                aria-label={translate('postup.tasks.removeSaved', { name: one.name })}
                onClick={() => setSaved(saved.filter((other) => other !== one))}
              >
                <DeleteIcon fontSize="inherit" />
              </IconButton>
            }
          >
            <Choice label={one.name} selected={same(filter, one.filter)} onChoose={() => choose(one.filter)} />
          </ListItem>
        ))}
      </List>
      {!known.some((one) => same(filter, one)) && (
        <SaveForm filter={filter} onSave={(one) => setSaved([...saved.filter((other) => other.name !== one.name), one])} />
      )}
    </Box>
  );
}
