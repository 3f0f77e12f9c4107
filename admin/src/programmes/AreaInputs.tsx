import { SelectInput, TextInput, maxLength, required, useInput, useRecordContext, useTranslate } from 'react-admin';
import type { AreaView } from '../../../processes/programmeViews';
import type { ProgrammeView } from '../../../processes/views';
import { useRows } from '../api/reads';
import { placeName } from '../funds/order';

/** Areas that a programme may be put in, and the one in which it is. */
export function useAreaChoices(programme: ProgrammeView | undefined): { readonly id: string; readonly name: string }[] | null {
  const areas = useRows<AreaView>('areas', { active: true }, { field: 'position', order: 'ASC' });
  if (!areas.data) return null;
  const choices = areas.data.map((area) => ({ id: area.id, name: placeName(area) }));
  const { areaId = null, area = '', fund = null } = programme ?? {};
  if (areaId !== null && !choices.some(({ id }) => id === areaId))
    choices.push({ id: areaId, name: placeName({ fundName: fund?.name ?? '', name: area }) });
  return choices;
}

/** No text is an empty text here, not nothing. */
const asTyped = (value: unknown): unknown => value ?? '';

function AreaText({ some }: { readonly some: boolean }) {
  return (
    <TextInput
      source="area"
      label={some ? 'postup.programmes.areaText' : 'postup.programmes.area'}
      helperText="postup.programmes.help.area"
      parse={asTyped}
      validate={some ? maxLength(200) : [required(), maxLength(100)]}
      fullWidth
    />
  );
}

/** The area of support: chosen where the office has funds, typed where it has none, or where none of them fits. */
export function AreaInputs() {
  const translate = useTranslate();
  const programme = useRecordContext<ProgrammeView>();
  const choices = useAreaChoices(programme);
  const text = useInput({ source: 'area', parse: asTyped });
  const chosen: unknown = useInput({ source: 'areaId' }).field.value;
  if (choices === null) return null;
  if (choices.length === 0) return <AreaText some={false} />;
  return (
    <>
      <SelectInput
        source="areaId"
        label="postup.programmes.area"
        helperText="postup.programmes.help.areaChoice"
        choices={choices}
        translateChoice={false}
        emptyText={translate('postup.programmes.noArea')}
        onChange={() => text.field.onChange('')}
        fullWidth
      />
      {(chosen === null || chosen === undefined || chosen === '') && <AreaText some />}
    </>
  );
}
