import { Box, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { SmallValues } from '../../../processes/changes';
import { shownValues } from './values';

/** Labels and values in two columns. */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'fit-content(50%) minmax(0, 1fr)', columnGap: 2, rowGap: 0.5, m: 0 }}>
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {label}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Typography>
        </Fragment>
      ))}
    </Box>
  );
}

/** The decisive values of a case or of a task. */
export function ValueList({ values }: { readonly values: SmallValues }) {
  const translate = useTranslate();
  const shown = shownValues(values);
  if (shown.length === 0) return null;
  return (
    <FactList
      facts={shown.map(({ name, text, word }) => [
        translate(`postup.values.${name}`),
        word ? translate(`postup.values.${text}`, { _: text }) : text,
      ])}
    />
  );
}
