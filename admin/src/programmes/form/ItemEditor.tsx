import { Box, Button, Checkbox, FormControlLabel, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { silentKinds, type FormItem } from '../../../../processes/formItems/items';
import { useDesign, type ItemProps } from './design';
import { titleWord } from './faults';
import { ConditionFields } from './fields/ConditionFields';
import { TextLine } from './fields/TextLine';
import { KindFields } from './KindFields';
import { focusIds } from './useFocusNext';

function Required({ item }: { readonly item: FormItem }) {
  const translate = useTranslate();
  const { readOnly, dispatch } = useDesign();
  if (silentKinds.has(item.kind)) return null;
  return (
    <FormControlLabel
      label={translate('postup.designer.label.required')}
      disabled={readOnly}
      sx={{ display: 'flex' }}
      control={
        <Checkbox
          size="small"
          checked={item.required === true}
          onChange={(_, checked) => dispatch({ do: 'change', item: { ...item, required: checked ? true : undefined } })}
        />
      }
    />
  );
}

/** Everything about one item. Mount it anew for each item (key). */
export function ItemEditor({ item, place }: ItemProps) {
  const translate = useTranslate();
  const { items, faults, dispatch } = useDesign();
  const isSection = item.kind === 'section';
  return (
    <Paper
      component="section"
      id={focusIds.editor}
      tabIndex={-1}
      aria-labelledby="designer.kind"
      sx={{
        p: 1.5,
        minWidth: 0,
        scrollMarginTop: '60px',
        outline: 0,
        '& input, & textarea, & button, & [role=combobox]': { scrollMargin: '72px 0 96px' },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
        <Typography id="designer.kind" variant="h6" component="h3">
          {translate(`postup.designer.kind.${item.kind}`)}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {translate('postup.designer.place', { place: place + 1, of: items.length })}
        </Typography>
        <Button
          size="small"
          sx={{ display: { md: 'none' }, ml: 'auto' }}
          onClick={() => document.getElementById(focusIds.line(item.id))?.focus()}
        >
          {translate('postup.designer.backToList')}
        </Button>
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 0.5 }}>
        {translate(`postup.designer.about.${item.kind}`)}
      </Typography>
      <TextLine
        id={focusIds.title(item.id)}
        label={translate(`postup.designer.label.${titleWord(item.kind)}`)}
        value={item.title}
        onChange={(title) => dispatch({ do: 'change', item: { ...item, title } })}
        fault={faults[`${place}.title`]}
        maxLength={300}
        required
      />
      {!isSection && (
        <TextLine
          label={translate(item.kind === 'note' ? 'postup.designer.label.noteText' : 'postup.designer.label.help')}
          hint={item.kind === 'note' ? undefined : translate('postup.designer.label.helpHint')}
          value={item.help ?? ''}
          onChange={(help) => dispatch({ do: 'change', item: { ...item, help: help.trim() === '' ? undefined : help } })}
          fault={faults[`${place}.help`]}
          maxLength={2000}
          multiline
        />
      )}
      <Required item={item} />
      <KindFields item={item} place={place} />
      {(!isSection || item.shownIf !== undefined) && <ConditionFields item={item} place={place} />}
    </Paper>
  );
}
