import { Box, Paper, Tab, Tabs } from '@mui/material';
import { useState } from 'react';
import { Title, useCanAccess, useTranslate } from 'react-admin';
import type { EntryState } from '../../../processes/banking/views';
import { useOne } from '../api/reads';
import { DuesTab } from './DuesTab';
import { OffersTab } from './OffersTab';
import { OrdersTab } from './OrdersTab';
import { SettledTab } from './SettledTab';
import { StatementsTab } from './StatementsTab';
import { WaitingTab } from './WaitingTab';

interface Counts extends Readonly<Record<EntryState, { readonly count: number }>> {
  readonly id: string;
}

const TABS = ['dues', 'orders', 'statements', 'offers', 'waiting', 'settled'] as const;
type Name = (typeof TABS)[number];

const content: Readonly<Record<Name, (props: { readonly may: boolean }) => React.ReactNode>> = {
  dues: DuesTab,
  orders: OrdersTab,
  statements: StatementsTab,
  offers: OffersTab,
  waiting: WaitingTab,
  settled: SettledTab,
};

/** Money out and back: what waits to be paid, files for the bank, statements of the bank and what came of them. */
export function PaymentsPage() {
  const translate = useTranslate();
  const [tab, setTab] = useState<Name>('dues');
  const counts = useOne<Counts>('bank/entries', 'counts');
  const { canAccess: may = false } = useCanAccess({ resource: 'bank', action: 'act' });
  const Content = content[tab];
  const numberOf = (name: Name): number | undefined =>
    name === 'offers' ? counts.data?.offered.count : name === 'waiting' ? counts.data?.waiting.count : undefined;
  const label = (name: Name): string => {
    const count = numberOf(name) ?? 0;
    return translate(`postup.bank.tabs.${name}`) + (count > 0 ? ` (${count})` : '');
  };
  return (
    <Box sx={{ mt: 1 }}>
      <Title title={translate('postup.bank.title')} />
      <Paper variant="outlined">
        <Tabs
          value={tab}
          onChange={(_event, next: Name) => setTab(next)}
          variant="scrollable"
          allowScrollButtonsMobile
          aria-label={translate('postup.bank.title')}
          sx={{ borderBottom: 1, borderColor: 'divider' }}
        >
          {TABS.map((name) => (
            <Tab key={name} value={name} label={label(name)} id={`bank-tab-${name}`} aria-controls="bank-panel" />
          ))}
        </Tabs>
        <Box role="tabpanel" id="bank-panel" aria-labelledby={`bank-tab-${tab}`} sx={{ p: { xs: 1, sm: 2 } }}>
          <Content may={may} />
        </Box>
      </Paper>
    </Box>
  );
}
