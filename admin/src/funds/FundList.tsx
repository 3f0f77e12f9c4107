import { Box, Button, Card, CardContent, Chip, Typography } from '@mui/material';
import { useState } from 'react';
import { EditButton, SearchInput, useCanAccess, useListContext, useTranslate } from 'react-admin';
import { formatMoney } from '../../../processes/money';
import type { AreaView, FundView } from '../../../processes/programmeViews';
import { useAct } from '../api/useAct';
import { EmptyList } from '../shared/EmptyState';
import { OfficeList } from '../shared/OfficeList';
import { useFilter } from '../shared/useFilter';
import { AreaDialog } from './AreaDialog';
import { OrderButtons } from './OrderButtons';

function Inactive({ active }: { readonly active: boolean }) {
  const translate = useTranslate();
  return active ? null : <Chip size="small" label={translate('postup.funds.inactive')} />;
}

interface AreaLineProps {
  readonly area: AreaView;
  readonly ids: readonly string[];
  readonly mayEdit: boolean;
}

function AreaLine({ area, ids, mayEdit }: AreaLineProps) {
  const translate = useTranslate();
  const act = useAct();
  const [editing, setEditing] = useState(false);
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.5 }}>
      <Box sx={{ flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2">
          {area.name} <Inactive active={area.active} />
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {translate('postup.funds.programmes', { smart_count: area.programmes })}
          {area.description !== '' && ` · ${area.description}`}
        </Typography>
      </Box>
      {mayEdit && (
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <OrderButtons
            ids={ids}
            id={area.id}
            name={area.name}
            busy={act.busy}
            onOrder={(next) => void act.run((provider) => provider.orderFunds(area.fundId, next), next)}
          />
          <Button size="small" onClick={() => setEditing(true)} aria-label={translate('postup.funds.editAreaOf', { name: area.name })}>
            {translate('postup.words.edit')}
          </Button>
          {area.programmes === 0 && (
            <Button
              size="small"
              color="error"
              disabled={act.busy}
              aria-label={translate('postup.funds.deleteAreaOf', { name: area.name })}
              onClick={() => void act.run((provider) => provider.delete('areas', { id: area.id, previousData: area }), area.version)}
            >
              {translate('ra.action.delete')}
            </Button>
          )}
        </Box>
      )}
      {editing && <AreaDialog fundId={area.fundId} area={area} onClose={() => setEditing(false)} />}
    </Box>
  );
}

interface FundCardProps {
  readonly fund: FundView;
  /** All funds in their order; null while only some of them are shown. */
  readonly ids: readonly string[] | null;
  readonly mayEdit: boolean;
}

function FundCard({ fund, ids, mayEdit }: FundCardProps) {
  const translate = useTranslate();
  const act = useAct();
  const [adding, setAdding] = useState(false);
  const areaIds = fund.areas.map(({ id }) => id);
  return (
    <Card component="section" variant="outlined" aria-labelledby={`fund-${fund.id}`} sx={{ mb: 1.5 }}>
      <CardContent>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography id={`fund-${fund.id}`} variant="h6" component="h2" sx={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
            {fund.name} <Inactive active={fund.active} />
          </Typography>
          {mayEdit && (
            <Box sx={{ display: 'flex', alignItems: 'center' }}>
              {ids !== null && (
                <OrderButtons
                  ids={ids}
                  id={fund.id}
                  name={fund.name}
                  busy={act.busy}
                  onOrder={(next) => void act.run((provider) => provider.orderFunds(null, next), next)}
                />
              )}
              <EditButton record={fund} label="postup.words.edit" />
            </Box>
          )}
        </Box>
        {fund.purpose !== '' && (
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap' }}>
            {fund.purpose}
          </Typography>
        )}
        {fund.yearBudget !== null && (
          <Typography variant="body2" color="text.secondary">
            {translate('postup.funds.budgetOf', { amount: formatMoney(fund.yearBudget) })}
          </Typography>
        )}
        {fund.areas.length === 0 ? (
          <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
            {translate('postup.funds.noAreas')}
          </Typography>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mt: 1, '& li + li': { borderTop: 1, borderColor: 'divider' } }}>
            {fund.areas.map((area) => (
              <AreaLine key={area.id} area={area} ids={areaIds} mayEdit={mayEdit} />
            ))}
          </Box>
        )}
        {mayEdit && (
          <Button size="small" sx={{ mt: 1 }} onClick={() => setAdding(true)}>
            {translate('postup.funds.addArea')}
          </Button>
        )}
        {adding && <AreaDialog fundId={fund.id} area={null} onClose={() => setAdding(false)} />}
      </CardContent>
    </Card>
  );
}

function Cards() {
  const { data, total } = useListContext<FundView>();
  const { canAccess: mayEdit = false } = useCanAccess({ resource: 'funds', action: 'edit' });
  const some = Object.keys(useFilter()).length > 0;
  if (!data) return null;
  if (data.length === 0) return <EmptyList text="postup.funds.empty" />;
  const ids = some || data.length !== total ? null : data.map(({ id }) => id);
  return (
    <Box sx={{ p: 1.5 }}>
      {data.map((fund) => (
        <FundCard key={fund.id} fund={fund} ids={ids} mayEdit={mayEdit} />
      ))}
    </Box>
  );
}

/** Funds of the office in its order, each with its areas of support. */
export function FundList() {
  return (
    <OfficeList
      create="postup.funds.create"
      title="postup.funds.title"
      filters={[<SearchInput key="q" source="q" alwaysOn />]}
      sort={{ field: 'position', order: 'ASC' }}
      perPage={100}
      pagination={false}
    >
      <Cards />
    </OfficeList>
  );
}
