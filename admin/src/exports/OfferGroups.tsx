import MoreIcon from '@mui/icons-material/ExpandMoreOutlined';
import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Alert,
  Box,
  Checkbox,
  FormControlLabel,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ExportGroup, ExportOffer } from '../../../processes/exports/views';
import { folded } from '../../../processes/folding';
import { useWords } from '../i18n/useWords';
import { found } from './chosen';

interface GroupProps {
  readonly group: ExportGroup;
  readonly chosen: ReadonlySet<string>;
  readonly open: boolean;
  /** Only what was found is shown. */
  readonly searching: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onToggle: (ids: readonly string[], on: boolean) => void;
}

/** A group of columns; the box on its head takes all of them. */
function Group({ group, chosen, open, searching, onOpen, onToggle }: GroupProps) {
  const translate = useTranslate();
  const words = useWords();
  const ids = group.columns.map(({ id }) => id);
  const taken = ids.filter((id) => chosen.has(id)).length;
  return (
    <Accordion
      disableGutters
      variant="outlined"
      expanded={open}
      onChange={(_, to) => onOpen(to)}
      slotProps={{ transition: { unmountOnExit: true } }}
    >
      <AccordionSummary expandIcon={<MoreIcon />}>
        <Typography sx={{ flex: 1, overflowWrap: 'anywhere' }}>{words(group.title)}</Typography>
        <Typography color="text.secondary" sx={{ mx: 1, whiteSpace: 'nowrap' }}>
          {translate('postup.exports.taken', { taken, all: ids.length })}
        </Typography>
      </AccordionSummary>
      <AccordionDetails sx={{ pt: 0 }}>
        {!searching && (
          <FormControlLabel
            label={translate('postup.exports.wholeGroup')}
            control={
              <Checkbox
                size="small"
                checked={taken === ids.length}
                indeterminate={taken > 0 && taken < ids.length}
                onChange={(_, on) => onToggle(ids, on)}
              />
            }
          />
        )}
        <Box role="group" aria-label={words(group.title)} sx={{ display: 'flex', flexDirection: 'column', pl: 2 }}>
          {group.columns.map(({ id, title }) => (
            <FormControlLabel
              key={id}
              label={words(title)}
              sx={{ overflowWrap: 'anywhere' }}
              control={<Checkbox size="small" checked={chosen.has(id)} onChange={(_, on) => onToggle([id], on)} />}
            />
          ))}
        </Box>
      </AccordionDetails>
    </Accordion>
  );
}

interface OfferGroupsProps {
  readonly offer: ExportOffer;
  readonly columns: readonly string[];
  readonly onToggle: (ids: readonly string[], on: boolean) => void;
}

/** Everything that can be in the file, in groups; what is searched for is shown at once. */
export function OfferGroups({ offer, columns, onToggle }: OfferGroupsProps) {
  const translate = useTranslate();
  const words = useWords();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const groups = found(offer, text, words, folded);
  const searching = text.trim() !== '';
  const chosen = new Set(columns);
  const onOpen = (id: string, to: boolean): void => {
    const next = new Set(open);
    if (to) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  return (
    <Box component="section" aria-label={translate('postup.exports.offered')} sx={{ minWidth: 0 }}>
      <TextField
        label={translate('postup.exports.search')}
        type="search"
        size="small"
        value={text}
        onChange={(event) => setText(event.target.value)}
        fullWidth
        sx={{ mb: 1 }}
      />
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          chosen={chosen}
          searching={searching}
          open={searching || open.has(group.id)}
          onOpen={(to) => onOpen(group.id, to)}
          onToggle={onToggle}
        />
      ))}
      {groups.length === 0 && <Typography color="text.secondary">{translate('postup.exports.nothingFound')}</Typography>}
      {offer.tooManyProgrammes && (
        <Alert severity="info" sx={{ mt: 1 }}>
          {translate('postup.exports.tooManyProgrammes')}
        </Alert>
      )}
    </Box>
  );
}
