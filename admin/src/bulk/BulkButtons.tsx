import DecideIcon from '@mui/icons-material/GavelOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import MailIcon from '@mui/icons-material/MailOutlined';
import MoveIcon from '@mui/icons-material/EventOutlined';
import { Button } from '@mui/material';
import type { ReactElement } from 'react';
import { useListContext, useNavigate, useTranslate } from 'react-admin';
import type { BulkAct } from '../../../processes/bulk';
import type { Role } from '../../../processes/roles';
import { csvAddress } from '../api/dataProvider';
import { can } from '../auth/access';
import { useSession } from '../auth/useSession';
import { ExportChosenButton } from '../exports/ExportButton';
import { CREATE, type Choice } from './acts';

/** Who does it, as the steps and the keeping of cases have it; the server asks again, substitutions included. */
const DOES: Readonly<Record<BulkAct, { readonly role: Role; readonly icon: ReactElement }>> = {
  decide: { role: 'councilSecretary', icon: <DecideIcon /> },
  moveDeadline: { role: 'grantOfficer', icon: <MoveIcon /> },
  notify: { role: 'grantOfficer', icon: <MailIcon /> },
};

/** Begins the act with the cases. */
export function ActButton({ act, caseIds }: { readonly act: BulkAct; readonly caseIds: readonly string[] }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const session = useSession();
  const { role, icon } = DOES[act];
  if (caseIds.length === 0 || !session || !can(session, 'bulk-acts', 'create')) return null;
  if (!session.user.roles.includes(role) && session.substitutes.length === 0) return null;
  const choice: Choice = { act, caseIds };
  return (
    <Button
      size="small"
      startIcon={icon}
      onClick={() => {
        navigate(CREATE, { state: choice });
      }}
    >
      {translate(`postup.bulk.act.${act}`)}
    </Button>
  );
}

const ACTS = Object.keys(DOES) as readonly BulkAct[];

/** What can be done with the chosen rows of the list of cases. */
export function CaseBulkButtons() {
  const translate = useTranslate();
  const { selectedIds, sort } = useListContext();
  const caseIds = (selectedIds as readonly (string | number)[]).map(String);
  return (
    <>
      {ACTS.map((act) => (
        <ActButton key={act} act={act} caseIds={caseIds} />
      ))}
      <Button size="small" startIcon={<DownloadIcon />} href={csvAddress('cases', { id: caseIds }, sort)} download>
        {translate('postup.bulk.exportChosen')}
      </Button>
      <ExportChosenButton />
    </>
  );
}
