import {
  Alert,
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  useMediaQuery,
  type Theme,
} from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { exportFormats, type ExportChoice, type ExportFormat, type ExportOffer } from '../../../processes/exports/views';
import { ApiError } from '../api/http';
import { useRows } from '../api/reads';
import { useOffice } from '../api/useOffice';
import { Loaded } from '../shared/Loaded';
import type { Filter } from '../shared/useFilter';
import { download } from './acts';
import { applied, columnsById, toggled, type Draft } from './chosen';
import { ChosenList } from './ChosenList';
import { KeptChoices } from './KeptChoices';
import { OfferGroups } from './OfferGroups';
import { useOffer } from './useOffer';

interface ExportDialogProps {
  readonly filter: Filter;
  readonly sort: { readonly field: string; readonly order: string };
  readonly onClose: () => void;
}

interface FormProps extends ExportDialogProps {
  readonly offer: ExportOffer;
}

const TITLE = 'export-dialog-title';

/** How the file is made: its format, and tables of applications on sheets of their own. */
function FormatFields({
  draft,
  withTable,
  onChange,
}: {
  readonly draft: Draft;
  readonly withTable: boolean;
  readonly onChange: (draft: Draft) => void;
}) {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 2 }}>
      <FormLabel id="export-format">{translate('postup.exports.format')}</FormLabel>
      <RadioGroup
        row
        aria-labelledby="export-format"
        value={draft.format}
        onChange={(_, format) =>
          onChange({ ...draft, format: format as ExportFormat, tablesApart: format === 'xlsx' && draft.tablesApart })
        }
      >
        {exportFormats.map((format) => (
          <FormControlLabel key={format} value={format} control={<Radio />} label={translate(`postup.exports.formats.${format}`)} />
        ))}
      </RadioGroup>
      {withTable && draft.format === 'xlsx' && (
        <FormControlLabel
          label={translate('postup.exports.tablesApart')}
          control={<Checkbox checked={draft.tablesApart} onChange={(_, tablesApart) => onChange({ ...draft, tablesApart })} />}
        />
      )}
    </Box>
  );
}

function ExportForm({ offer, filter, sort, onClose }: FormProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const office = useOffice();
  const choices = useRows<ExportChoice>('export-choices', {});
  const offered = columnsById(offer);
  const usual: Draft = { columns: offer.usual.filter((id) => offered.has(id)), format: 'xlsx', tablesApart: false };
  const [draft, setDraft] = useState<Draft>(usual);
  const [current, setCurrent] = useState<ExportChoice | null>(null);
  const [missing, setMissing] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const change = (to: Draft): void => {
    setError(null);
    setDraft(to);
  };
  const take = (choice: ExportChoice | null): void => {
    const taken = choice ? applied(choice, offered) : { draft: usual, missing: 0 };
    setCurrent(choice);
    setMissing(taken.missing);
    change(taken.draft);
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await office(() => download({ ...draft, filter, ...(sort.field !== 'id' && { sort: [sort.field, sort.order] as const }) }));
      notify('postup.exports.done', { type: 'success' });
      onClose();
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const withTable = draft.columns.some((id) => offered.get(id)?.table === true);
  return (
    <>
      <DialogContent>
        <KeptChoices read={choices} draft={draft} offered={offered} current={current} onTake={take} onKept={setCurrent} />
        {missing > 0 && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {translate('postup.exports.missing', { smart_count: missing })}
          </Alert>
        )}
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
            position: 'relative',
          }}
        >
          <OfferGroups
            offer={offer}
            columns={draft.columns}
            onToggle={(ids, on) => change({ ...draft, columns: toggled(draft.columns, ids, on) })}
          />
          <ChosenList columns={draft.columns} offered={offered} onChange={(columns) => change({ ...draft, columns })} />
        </Box>
        <FormatFields draft={draft} withTable={withTable} onChange={change} />
      </DialogContent>
      {error && (
        <Alert severity="error" role="alert" sx={{ mx: 2 }}>
          {[error.message, ...new Set(Object.values(error.errors))].join(' ')}
        </Alert>
      )}
      <DialogActions>
        <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
        <Button variant="contained" disabled={busy || draft.columns.length === 0 || offer.cases === 0} onClick={() => void save()}>
          {translate(busy ? 'postup.exports.making' : 'postup.exports.download', { smart_count: offer.cases })}
        </Button>
      </DialogActions>
    </>
  );
}

/** Chooses columns, their order and the format, and saves the file. Mount it when it is wanted. */
export function ExportDialog({ filter, sort, onClose }: ExportDialogProps) {
  const translate = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const offer = useOffer(filter);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" fullScreen={narrow} aria-labelledby={TITLE}>
      <DialogTitle id={TITLE}>{translate('postup.exports.title')}</DialogTitle>
      {offer.data ? (
        <ExportForm offer={offer.data} filter={filter} sort={sort} onClose={onClose} />
      ) : (
        <>
          <DialogContent>
            <Loaded read={offer} lines={6}>
              {() => null}
            </Loaded>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{translate('postup.words.cancel')}</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
