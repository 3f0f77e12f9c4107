import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';

/** The number of a case as a way to it; nothing where there is no case. */
export function CaseLink({ caseId, number }: { readonly caseId: string | null; readonly number: string | null }) {
  if (caseId === null || number === null) return null;
  return (
    <Link
      sx={{ whiteSpace: 'nowrap' }}
      underline="always"
      component={LinkBase}
      to={`/cases/${caseId}/show`}
      onClick={(event: React.MouseEvent) => event.stopPropagation()}
    >
      {number}
    </Link>
  );
}
