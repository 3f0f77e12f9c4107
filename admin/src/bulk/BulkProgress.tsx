import { Box, Button, Chip, LinearProgress, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useNavigate, useTranslate } from 'react-admin';
import type { BulkItemView, BulkView } from '../../../processes/bulk';
import { formatMoney } from '../../../processes/money';
import { useOne } from '../api/reads';
import { useWords } from '../i18n/useWords';
import { CaseLink } from '../shared/CaseLink';
import { Loaded } from '../shared/Loaded';
import { ON_WIDE } from '../shared/looks';
import { CREATE, type Choice } from './acts';

const EVERY_MS = 1_000;

const TONE = { waiting: 'default', done: 'success', refused: 'error' } as const;

function Item({ item }: { readonly item: BulkItemView }) {
  const translate = useTranslate();
  const words = useWords();
  return (
    <TableRow>
      <TableCell>
        <CaseLink caseId={item.caseId} number={item.caseNumber} /> {item.caseTitle}
      </TableCell>
      <TableCell sx={ON_WIDE}>{item.applicantName}</TableCell>
      <TableCell>
        <Chip size="small" variant="outlined" color={TONE[item.state]} label={translate(`postup.bulk.state.${item.state}`)} />{' '}
        {item.state === 'done' && words(item.outcome)} {item.state === 'done' && item.amount !== null && formatMoney(item.amount)}
        {item.why && (
          <Typography variant="body2" color="error">
            {words(item.why)}
          </Typography>
        )}
      </TableCell>
    </TableRow>
  );
}

const textIn = (bulk: BulkView, key: string): string => {
  const value = bulk.what[key];
  return typeof value === 'string' ? value : '';
};

/** The refused cases again, on the page of the same act. */
function choiceOf(bulk: BulkView): Choice {
  const caseIds = [...new Set(bulk.items.filter(({ state }) => state === 'refused').map(({ caseId }) => caseId))];
  const { act } = bulk;
  return act === 'notify' ? { act, caseIds, message: { subject: textIn(bulk, 'subject'), text: textIn(bulk, 'text') } } : { act, caseIds };
}

function Told({ bulk }: { readonly bulk: BulkView }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { all, done, refused, endedAt, items } = bulk;
  // Refused ones first: they are what is to be done.
  const sorted = [...items].sort((a, b) => Number(b.state === 'refused') - Number(a.state === 'refused') || a.position - b.position);
  return (
    <Box>
      <Typography role="status">{translate('postup.bulk.progress', { all, done, refused })}</Typography>
      <LinearProgress
        variant="determinate"
        value={all === 0 ? 100 : ((done + refused) / all) * 100}
        aria-label={translate(endedAt === null ? 'postup.bulk.running' : 'postup.bulk.ended')}
        sx={{ my: 1, height: 8, borderRadius: 1 }}
      />
      {endedAt === null && <Typography color="text.secondary">{translate('postup.bulk.leave')}</Typography>}
      {endedAt !== null && refused > 0 && (
        <Button
          variant="outlined"
          onClick={() => {
            navigate(CREATE, { state: choiceOf(bulk) });
          }}
        >
          {translate('postup.bulk.sendAgain')}
        </Button>
      )}
      <Box sx={{ overflowX: 'auto' }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('postup.bulk.application')}</TableCell>
              <TableCell sx={ON_WIDE}>{translate('postup.cases.applicant')}</TableCell>
              <TableCell>{translate('postup.bulk.result')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {sorted.map((item) => (
              <Item key={item.position} item={item} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}

/** How far a bulk act is, read again while it runs, and at its end who learned what. */
export function BulkProgress({ id }: { readonly id: string }) {
  const [over, setOver] = useState(false);
  const read = useOne<BulkView>('bulk-acts', id, over ? {} : { every: EVERY_MS });
  if (!over && read.data?.endedAt) setOver(true);
  return <Loaded read={read}>{(bulk) => <Told bulk={bulk} />}</Loaded>;
}
