import { Alert } from '@mui/material';
import { Link, useCreatePath, useTranslate } from 'react-admin';
import type { ProgrammeFileReview } from '../../../../processes/programmeFile/views';
import { formatDate } from '../../shared/dates';

/** That this very file was taken over here already, and what it made. */
export function TakenBefore({ takenBefore }: Pick<ProgrammeFileReview, 'takenBefore'>) {
  const translate = useTranslate();
  const createPath = useCreatePath();
  if (takenBefore.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      {translate('postup.transfer.takenBefore')}{' '}
      {takenBefore.map(({ id, title, at }) => (
        <div key={id}>
          <Link to={createPath({ resource: 'programmes', type: 'show', id })}>
            {translate('postup.transfer.takenOn', { title, date: formatDate(at) })}
          </Link>
        </div>
      ))}
      {translate('postup.transfer.takeAgain')}
    </Alert>
  );
}
