import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { contractFields, type ContractField } from '../../../processes/grant/contract/fields';
import { useWords } from '../i18n/useWords';

/** How the field is typed into the document. */
const typed = ({ name, kind }: ContractField): string => (kind === 'text' ? `{${name}}` : `{#${name}} … {/${name}}`);

/** What may be written into a template, and what it means. */
export function Fields() {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box component="details" sx={{ mb: 2 }}>
      <summary>{translate('postup.contracts.fields')}</summary>
      <Typography variant="body2" sx={{ my: 1, maxWidth: 720 }}>
        {translate('postup.contracts.fieldsHint')}
      </Typography>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={translate('postup.contracts.fields')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('postup.contracts.field')}</TableCell>
              <TableCell>{translate('postup.contracts.meaning')}</TableCell>
              <TableCell>{translate('postup.contracts.exampleOf')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {contractFields.map((field) => (
              <TableRow key={field.name}>
                <TableCell component="th" scope="row">
                  <code>{typed(field)}</code>
                </TableCell>
                <TableCell>
                  {words(field.meaning)}
                  {field.inside !== undefined && ` (${translate('postup.contracts.inside', { list: `{#${field.inside}}` })})`}
                  {field.only === 'amendment' && ` (${translate('postup.contracts.onlyAmendment')})`}
                </TableCell>
                <TableCell>{field.example}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}
