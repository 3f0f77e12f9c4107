import { Create, Edit, useNotify, useRefresh, type TransformData } from 'react-admin';
import { ApiError } from '../api/http';
import { dayOf } from '../shared/dates';
import { ProgrammeForm } from './ProgrammeForm';

/** A date input gives the day at midnight or as text; the server wants the day alone. */
const transform: TransformData = (data: Record<string, unknown>) => {
  const { settlementDueOn } = data;
  return { ...data, ...(settlementDueOn instanceof Date && { settlementDueOn: dayOf(settlementDueOn) }) };
};

export function ProgrammeCreate() {
  return (
    <Create redirect="show" title="postup.programmes.create" transform={transform}>
      <ProgrammeForm />
    </Create>
  );
}

export function ProgrammeEdit() {
  const notify = useNotify();
  const refresh = useRefresh();
  const onError = (error: unknown): void => {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 412) {
      notify('postup.programmes.versionLost', { type: 'warning' });
      refresh();
    } else notify(error.message, { type: 'error' });
  };
  return (
    <Edit mutationMode="pessimistic" redirect="show" title="postup.programmes.edit" mutationOptions={{ onError }} transform={transform}>
      <ProgrammeForm />
    </Edit>
  );
}
