import { Create, Edit, useNotify, useRefresh, type TransformData } from 'react-admin';
import { ApiError } from '../api/http';
import { dayOf } from '../shared/dates';
import { focusFault } from '../shared/focusFault';
import { ProgrammeForm } from './ProgrammeForm';

/** A date input gives the day at midnight or as text; the server wants the day alone. */
const transform: TransformData = (data: Record<string, unknown>) => {
  const { settlementDueOn } = data;
  return { ...data, ...(settlementDueOn instanceof Date && { settlementDueOn: dayOf(settlementDueOn) }) };
};

export function ProgrammeCreate() {
  const notify = useNotify();
  const onError = (error: unknown): void => {
    if (!(error instanceof ApiError)) throw error;
    // What belongs to fields stands there; the form itself says that it has to be corrected.
    if (Object.keys(error.errors).length === 0) notify(error.message, { type: 'error' });
    focusFault();
  };
  return (
    <Create redirect="show" title="postup.programmes.create" transform={transform} mutationOptions={{ onError }}>
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
    } else {
      notify(error.message, { type: 'error' });
      focusFault();
    }
  };
  return (
    <Edit mutationMode="pessimistic" redirect="show" title="postup.programmes.edit" mutationOptions={{ onError }} transform={transform}>
      <ProgrammeForm />
    </Edit>
  );
}
