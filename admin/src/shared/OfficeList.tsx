import { Alert, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { CanAccess, CreateButton, List, TopToolbar, useListContext, useTranslate, type ListProps } from 'react-admin';
import { retry } from '../api/reads';
import { CsvButton } from './CsvButton';

/** A list that could not be read says so: without this it would say that there is nothing in it. */
function NotRead() {
  const translate = useTranslate();
  const { error, refetch } = useListContext();
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" onClick={() => void refetch()}>
          {translate('postup.words.tryAgain')}
        </Button>
      }
    >
      {translate('postup.words.loadFailed')}: {error?.message}
    </Alert>
  );
}

interface OfficeListProps extends Omit<ListProps, 'actions' | 'exporter' | 'empty' | 'error'> {
  /** Key of the words on the button that makes a new record; without it there is no such button. */
  readonly create?: string;
  readonly csv?: boolean;
  /** More buttons above the list. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A list as this office has them: file for Excel where the role allows it, a button for a new record, its own word when it is empty or was not read. */
export function OfficeList({ create, csv = true, tools, children, queryOptions, resource, ...rest }: OfficeListProps) {
  return (
    <List
      perPage={25}
      {...rest}
      resource={resource}
      queryOptions={{ retry, ...queryOptions }}
      empty={false}
      exporter={false}
      error={<NotRead />}
      actions={<Actions create={create} csv={csv} tools={tools} />}
    >
      {children}
    </List>
  );
}

function Actions({ create, csv, tools }: Pick<OfficeListProps, 'create' | 'csv' | 'tools'>) {
  const { resource } = useListContext();
  return (
    <TopToolbar sx={{ flexWrap: 'wrap' }}>
      {csv && (
        <CanAccess resource={resource} action="export">
          <CsvButton />
        </CanAccess>
      )}
      {tools}
      {create !== undefined && <CreateButton label={create} />}
    </TopToolbar>
  );
}
