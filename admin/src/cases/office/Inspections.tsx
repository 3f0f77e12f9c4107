import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined';
import { Accordion, AccordionDetails, AccordionSummary, Box, Button, Chip, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import type { InspectionView } from '../../../../processes/officersSection/views';
import { useParts } from '../../api/reads';
import { useAct } from '../../api/useAct';
import { formatDate, formatDateTime } from '../../shared/dates';
import { Loaded } from '../../shared/Loaded';
import { FactList } from '../../shared/ValueList';
import { beginInspection } from './acts';
import { InspectionForm } from './InspectionForm';

/** A record as it is read: finished, or by who may not write. */
function Reading({ inspection }: { readonly inspection: InspectionView }) {
  const translate = useTranslate();
  const { heldOn, place, inspectors, present, subject, findings, measures, finishedBy } = inspection;
  const long = (text: string) => <Box sx={{ whiteSpace: 'pre-wrap' }}>{text}</Box>;
  return (
    <>
      <FactList
        facts={[
          [translate('postup.office.inspections.heldOn'), formatDate(heldOn)],
          [translate('postup.office.inspections.place'), place],
          [translate('postup.office.inspections.inspectors'), long(inspectors.join('\n'))],
          [translate('postup.office.inspections.present'), long(present.join('\n'))],
          [translate('postup.office.inspections.subject'), long(subject)],
          [translate('postup.office.inspections.findings'), long(findings)],
          [
            translate('postup.office.inspections.measures'),
            long(measures.map(({ what, dueOn }) => `${what} (${formatDate(dueOn)})`).join('\n')),
          ],
        ]}
      />
      {finishedBy !== null && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {translate('postup.office.inspections.finishedBy', { name: finishedBy.name, date: formatDateTime(inspection.finishedAt) })}{' '}
          <Link href={`/api/documents/${inspection.recordId ?? ''}/content`} target="_blank" rel="noopener">
            {translate('postup.office.inspections.pdf')}
          </Link>
        </Typography>
      )}
    </>
  );
}

interface InspectionProps {
  readonly inspection: InspectionView;
  readonly may: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function Inspection({ inspection, may, open, onOpen }: InspectionProps) {
  const translate = useTranslate();
  const { state, ordinal, heldOn, place } = inspection;
  return (
    <Accordion
      disableGutters
      elevation={0}
      expanded={open}
      onChange={(_event, expanded) => onOpen(expanded)}
      slotProps={{ transition: { unmountOnExit: true } }}
      sx={{ border: '1px solid', borderColor: 'divider', mb: 0.5 }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography variant="body2">{translate('postup.office.inspections.one', { ordinal })}</Typography>
          <Chip
            size="small"
            variant="outlined"
            color={state === 'finished' ? 'success' : 'default'}
            label={translate(`postup.office.inspections.${state}`)}
          />
          <Typography variant="caption" color="text.secondary">
            {[formatDate(heldOn), place].filter((part) => part !== '').join(', ')}
          </Typography>
        </Box>
      </AccordionSummary>
      <AccordionDetails>
        {may && state === 'draft' ? (
          <InspectionForm key={inspection.version} inspection={inspection} />
        ) : (
          <Reading inspection={inspection} />
        )}
      </AccordionDetails>
    </Accordion>
  );
}

/** Records of inspections of the case, several of them. */
export function Inspections({ caseId }: { readonly caseId: string }) {
  const translate = useTranslate();
  const act = useAct();
  const read = useParts<InspectionView>('inspections', caseId);
  const [open, setOpen] = useState<string | null>(null);
  const { canAccess: may = false } = useCanAccess({ resource: 'inspections', action: 'edit' });
  return (
    <>
      <Loaded read={read}>
        {(inspections) =>
          inspections.length === 0 ? (
            <Typography variant="body2" color="text.secondary">
              {translate('postup.office.inspections.empty')}
            </Typography>
          ) : (
            inspections.map((inspection) => (
              <Inspection
                key={inspection.id}
                inspection={inspection}
                may={may}
                open={open === inspection.id}
                onOpen={(expanded) => setOpen(expanded ? inspection.id : null)}
              />
            ))
          )
        }
      </Loaded>
      {may && (
        <Button
          size="small"
          variant="outlined"
          disabled={act.busy}
          sx={{ mt: 1 }}
          onClick={() =>
            void act.run(
              async (_provider, key) => {
                const { json } = await beginInspection(caseId, key);
                // It is begun to be written: it opens at once.
                setOpen((json as InspectionView).id);
              },
              ['begin', read.data?.length],
              'postup.office.inspections.begun',
            )
          }
        >
          {translate('postup.office.inspections.add')}
        </Button>
      )}
    </>
  );
}
