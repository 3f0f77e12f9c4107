import { Box, Typography } from '@mui/material';
import { Link, useCreatePath, useTranslate } from 'react-admin';
import type { SameProgramme } from '../../../../processes/programmeFile/views';
import { ComparedLine } from '../../contracts/Comparison';
import { Part } from './Part';

type Difference = SameProgramme['differences'][number];

/** Values that are words of ours, not of the file. */
function useValue(): (difference: Difference, value: string | null) => string {
  const translate = useTranslate();
  return ({ field }, value) => {
    if (value === null || value === '') return translate('postup.transfer.empty');
    if (value === 'true' || value === 'false') return translate(`postup.transfer.${value === 'true' ? 'yes' : 'no'}`);
    if (field === 'kind') return translate(`postup.designer.kind.${value}`, { _: value });
    if (field === 'when') return translate(`postup.terms.${value}`, { _: value });
    return value;
  };
}

/** Calls and parts of the payment are known by their number, which says nothing by itself. */
function useItem(): (difference: Difference, item: string) => string {
  const translate = useTranslate();
  return ({ part }, item) => {
    if (part === 'calls') return translate('postup.transfer.call', { ordinal: item });
    return part === 'terms' && /^\d+$/.test(item) ? translate('postup.transfer.partNumber', { number: item }) : item;
  };
}

/** Things that came or went whole. */
const WHOLE: ReadonlySet<string> = new Set(['call', 'question', 'part', 'criterion', 'contract', 'amendment']);

function Line({ difference }: { readonly difference: Difference }) {
  const translate = useTranslate();
  const value = useValue();
  const itemName = useItem();
  const { field, item, before, after, paragraphs } = difference;
  const name = translate(`postup.transfer.field.${field}`);
  const label = item === null ? name : `${itemName(difference, item)} – ${name}`;
  if (WHOLE.has(field) && (before === null || after === null)) {
    const what = itemName(difference, value(difference, before ?? after));
    return (
      <>
        <strong>{name}</strong>: {translate(before === null ? 'postup.transfer.added' : 'postup.transfer.removed', { value: what })}
      </>
    );
  }
  return (
    <>
      <strong>{label}</strong>
      {paragraphs === null ? (
        <Box component="ul" sx={{ m: 0, pl: 2.5, whiteSpace: 'pre-wrap' }}>
          <li>{translate('postup.transfer.before', { value: value(difference, before) })}</li>
          <li>{translate('postup.transfer.after', { value: value(difference, after) })}</li>
        </Box>
      ) : (
        paragraphs.map((paragraph, index) => <ComparedLine key={index} paragraph={paragraph} />)
      )}
    </>
  );
}

/** In what the file differs from the programme of the same name that is here. */
export function DifferencesPart({ same }: { readonly same: SameProgramme | null }) {
  const translate = useTranslate();
  const createPath = useCreatePath();
  if (same === null) return <Part title="differences">{translate('postup.transfer.noSame')}</Part>;
  const state = translate(`postup.programmes.states.${same.state}`);
  return (
    <Part title="differences">
      <Typography gutterBottom>
        <Link to={createPath({ resource: 'programmes', type: 'show', id: same.id })}>
          {translate('postup.transfer.same', { title: same.title, state })}
        </Link>
      </Typography>
      {same.differences.length === 0 && <Typography>{translate('postup.transfer.noDifferences')}</Typography>}
      {(['programme', 'calls', 'form', 'terms', 'criteria', 'templates'] as const).map((part) => {
        const own = same.differences.filter((one) => one.part === part);
        if (own.length === 0) return null;
        return (
          <Box key={part} sx={{ mb: 1.5 }}>
            <Typography variant="subtitle1" component="h3">
              {translate(`postup.transfer.differencePart.${part}`)}
            </Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {own.map((difference, index) => (
                <Box component="li" key={index} sx={{ mb: 0.75, overflowWrap: 'anywhere' }}>
                  <Line difference={difference} />
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </Part>
  );
}
