import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import { IconButton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { moved } from './order';

interface OrderButtonsProps {
  /** Everything in its order. */
  readonly ids: readonly string[];
  readonly id: string;
  readonly name: string;
  readonly busy: boolean;
  readonly onOrder: (ids: string[]) => void;
}

/** One place up or down, by mouse or keyboard. */
export function OrderButtons({ ids, id, name, busy, onOrder }: OrderButtonsProps) {
  const translate = useTranslate();
  const up = moved(ids, id, -1);
  const down = moved(ids, id, 1);
  return (
    <>
      <IconButton
        size="small"
        disabled={busy || up === null}
        aria-label={translate('postup.funds.up', { name })}
        onClick={() => up && onOrder(up)}
      >
        <UpIcon fontSize="small" />
      </IconButton>
      <IconButton
        size="small"
        disabled={busy || down === null}
        aria-label={translate('postup.funds.down', { name })}
        onClick={() => down && onOrder(down)}
      >
        <DownIcon fontSize="small" />
      </IconButton>
    </>
  );
}
