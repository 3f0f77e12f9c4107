import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { formatMoney } from '../../../../processes/money';
import type { FileContent } from '../../../../processes/programmeFile/views';
import { useWords } from '../../i18n/useWords';
import { formatDate } from '../../shared/dates';
import { FactList } from '../../shared/ValueList';
import { sizeOf } from './FileFacts';
import { Part } from './Part';

const long = (text: string): ReactNode => <Box sx={{ whiteSpace: 'pre-wrap', maxWidth: 720 }}>{text}</Box>;

function Terms({ terms }: Pick<FileContent['file'], 'terms'>) {
  const translate = useTranslate();
  const yes = (is: boolean): string => translate(`postup.transfer.${is ? 'yes' : 'no'}`);
  return (
    <>
      <Box component="ol" sx={{ m: 0, mb: 1, pl: 2.5 }}>
        {terms.paymentParts.map(({ share, when, on }, index) => (
          <li key={index}>
            {translate('postup.transfer.part', { share, when: translate(`postup.terms.${when}`) })}
            {on !== null && `: ${formatDate(on)}`}
          </li>
        ))}
      </Box>
      <FactList
        facts={[
          [translate('postup.transfer.twoReviews'), yes(terms.twoReviews)],
          [translate('postup.transfer.ownShare'), `${terms.ownShare} %`],
        ]}
      />
    </>
  );
}

function Criteria({ criteria }: Pick<FileContent['file'], 'criteria'>) {
  const translate = useTranslate();
  if (criteria === null) return <Typography>{translate('postup.transfer.commonCriteria')}</Typography>;
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
      {criteria.map(({ id, title, help, maxPoints, weight }) => (
        <li key={id}>
          {translate('postup.transfer.criterion', { title, points: maxPoints, weight })}
          {help !== undefined && (
            <Typography variant="body2" color="text.secondary">
              {help}
            </Typography>
          )}
        </li>
      ))}
    </Box>
  );
}

function Templates({ templates }: Pick<FileContent, 'templates'>) {
  const translate = useTranslate();
  const words = useWords();
  if (templates.length === 0) return <Typography>{translate('postup.transfer.noTemplates')}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {templates.map(({ kind, fileName, size, lacks, notes }) => (
        <Box component="li" key={kind} sx={{ overflowWrap: 'anywhere' }}>
          {translate('postup.transfer.templateFile', {
            kind: translate(`postup.transfer.kind.${kind}`),
            name: fileName,
            size: sizeOf(size),
          })}
          {lacks.length > 0 && (
            <Typography variant="body2" color="text.secondary">
              {translate('postup.transfer.lacks', { what: lacks.map(({ what }) => words(what)).join('; ') })}
            </Typography>
          )}
          {notes.map((note) => (
            <Typography key={note.cs} variant="body2" color="text.secondary">
              {words(note)}
            </Typography>
          ))}
        </Box>
      ))}
    </Box>
  );
}

/** The programme as it would come: its own terms, how it pays, how it is evaluated, by what its contracts are made. */
export function FieldsPart({ content: { file, templates } }: { readonly content: FileContent }) {
  const translate = useTranslate();
  const label = (field: string): string => translate(`postup.transfer.field.${field}`);
  const { programme } = file;
  const texts = ['purpose', 'reasons', 'eligible', 'criteria', 'conditions', 'attachments'] as const;
  return (
    <>
      <Part title="programme">
        <FactList
          facts={[
            [label('fund'), file.fund ?? '–'],
            [label('area'), programme.area || '–'],
            [label('totalAmount'), formatMoney(programme.totalAmount)],
            [label('maxAmount'), formatMoney(programme.maxAmount)],
            ...texts.map((field): readonly [string, ReactNode] => [label(field), programme[field] === '' ? '–' : long(programme[field])]),
            [label('deMinimis'), translate(`postup.transfer.${programme.deMinimis ? 'yes' : 'no'}`)],
            [label('asksPastSupport'), translate(`postup.transfer.${programme.asksPastSupport ? 'yes' : 'no'}`)],
          ]}
        />
      </Part>
      <Part title="terms">
        <Terms terms={file.terms} />
      </Part>
      <Part title="criteria">
        <Criteria criteria={file.criteria} />
        <Typography sx={{ mt: 1 }}>
          {translate('postup.transfer.evaluationsNeeded')}: {file.evaluationsNeeded}
        </Typography>
      </Part>
      <Part title="templates">
        <Templates templates={templates} />
      </Part>
    </>
  );
}
