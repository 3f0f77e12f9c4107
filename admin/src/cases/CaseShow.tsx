import { Box } from '@mui/material';
import { lazy, Suspense } from 'react';
import { CanAccess, Title, useParams, useTranslate } from 'react-admin';
import { Denied } from '../layout/Denied';

const CasePage = lazy(() => import('./CasePage'));

/** The case on a page of its own (`/cases/:id/show`). */
export function CaseShow() {
  const { id } = useParams();
  const translate = useTranslate();
  if (id === undefined) return null;
  return (
    <CanAccess resource="cases" action="show" accessDenied={<Denied />}>
      <Title title={translate('postup.cases.one')} />
      <Box sx={{ mt: 1.5 }}>
        <Suspense>
          <CasePage caseId={id} key={id} />
        </Suspense>
      </Box>
    </CanAccess>
  );
}
