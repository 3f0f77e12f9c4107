import { Box, Button, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { useFilter } from './useFilter';

/** Nothing is here, and what to do about it. */
export function EmptyState({
  text,
  action,
  onAction,
}: {
  readonly text: string;
  readonly action?: string;
  readonly onAction?: () => void;
}) {
  const translate = useTranslate();
  return (
    <Box sx={{ p: 4, textAlign: 'center', color: 'text.secondary' }}>
      <Typography>{translate(text)}</Typography>
      {action !== undefined && (
        <Button sx={{ mt: 1 }} onClick={onAction}>
          {translate(action)}
        </Button>
      )}
    </Box>
  );
}

/** The same inside a list: when a filter hides everything, the way out is to drop it. */
export function EmptyList({ text, filtered = text }: { readonly text: string; readonly filtered?: string }) {
  const { setFilters } = useListContext();
  const filter = useFilter();
  const some = Object.keys(filter).length > 0;
  return some ? (
    <EmptyState text={filtered} action="ra.navigation.clear_filters" onAction={() => setFilters({})} />
  ) : (
    <EmptyState text={text} />
  );
}
