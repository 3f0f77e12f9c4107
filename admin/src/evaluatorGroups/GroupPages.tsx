import { Typography } from '@mui/material';
import { Create, DeleteButton, Edit, SaveButton, SimpleForm, Toolbar, useNotify, useRecordContext, useTranslate } from 'react-admin';
import type { EvaluatorGroupView } from '../../../processes/grant/evaluatorGroupViews';
import { GroupFields } from './GroupFields';
import { limitOf, sentGroup } from './groupInput';

const WIDTH = { maxWidth: 760 } as const;

export function GroupCreate() {
  return (
    <Create redirect="list" title="postup.evaluation.groups.create" transform={sentGroup}>
      <SimpleForm
        sx={WIDTH}
        defaultValues={{ active: true, members: [], areaIds: [], programmeIds: [], limit: 'all' }}
        sanitizeEmptyValues={false}
      >
        <GroupFields />
      </SimpleForm>
    </Create>
  );
}

/** A group that is used goes out of use; one that nothing uses may be deleted. */
function Tools() {
  const translate = useTranslate();
  const notify = useNotify();
  const group = useRecordContext<EvaluatorGroupView>();
  return (
    <Toolbar sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      <SaveButton />
      {group?.usedIn.length === 0 && group.cases === 0 ? (
        <DeleteButton
          mutationMode="pessimistic"
          mutationOptions={{ onError: (error: unknown) => notify(error instanceof Error ? error.message : '', { type: 'error' }) }}
        />
      ) : (
        <Typography variant="body2" color="text.secondary">
          {translate('postup.evaluation.groups.notDeleted')}
        </Typography>
      )}
    </Toolbar>
  );
}

function Used() {
  const translate = useTranslate();
  const group = useRecordContext<EvaluatorGroupView>();
  if (!group) return null;
  const titles = group.usedIn.map(({ title }) => title).join(', ');
  return (
    <Typography variant="body2" sx={{ mb: 1.5 }}>
      {translate('postup.evaluation.groups.usedIn')}: {titles === '' ? '–' : titles}. {translate('postup.evaluation.groups.cases')}:{' '}
      {group.cases}.
    </Typography>
  );
}

export function GroupEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="list" title="postup.evaluation.groups.edit" actions={false} transform={sentGroup}>
      <SimpleForm
        sx={WIDTH}
        toolbar={<Tools />}
        defaultValues={(group?: EvaluatorGroupView) => (group ? { limit: limitOf(group) } : {})}
        sanitizeEmptyValues={false}
      >
        <Used />
        <GroupFields />
      </SimpleForm>
    </Edit>
  );
}
