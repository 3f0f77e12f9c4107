import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { LIMITS, type ItemOf, type TableColumn } from '../../../../../processes/formItems/items';
import { useDesign, type ItemProps } from '../design';
import { PartList } from './PartList';
import { PickLine } from './PickLine';
import { TotalFields } from './TotalFields';

const KINDS = ['text', 'number', 'money', 'day'] as const satisfies readonly TableColumn['kind'][];

function KindOfColumn({ column, onChange }: { readonly column: TableColumn; readonly onChange: (column: TableColumn) => void }) {
  const translate = useTranslate();
  return (
    <Box sx={{ flex: '1 1 110px', maxWidth: 180 }}>
      <PickLine
        label={translate('postup.designer.columns.kind')}
        value={column.kind}
        choices={KINDS.map((value) => ({ value, label: translate(`postup.designer.columns.kinds.${value}`) }))}
        onChange={(kind) => onChange({ ...column, kind: kind as TableColumn['kind'] })}
      />
    </Box>
  );
}

/** Columns of a table, and what their sum has to be. */
export function TableFields({ item, place }: ItemProps<ItemOf<'table'>>) {
  const { dispatch } = useDesign();
  return (
    <>
      <PartList
        item={item}
        list="columns"
        place={place}
        parts={item.columns}
        most={LIMITS.columns}
        onChange={(columns) => dispatch({ do: 'change', item: { ...item, columns } })}
        beside={(column, change) => <KindOfColumn column={column} onChange={change} />}
      />
      <TotalFields item={item} place={place} />
    </>
  );
}
