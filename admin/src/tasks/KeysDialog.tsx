import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { KEYS } from './keys';

/** What the keyboard can do. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  return (
    <Dialog open onClose={onClose}>
      <DialogTitle>{translate('postup.tasks.keysTitle')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: 1, m: 0 }}>
          {Object.entries(KEYS).map(([key, command]) => (
            <Fragment key={key}>
              <Typography component="dt">
                <Box component="kbd" sx={{ px: 0.75, border: '1px solid', borderColor: 'divider', borderRadius: 1 }}>
                  {key === 'Escape' ? 'Esc' : key}
                </Box>
              </Typography>
              <Typography component="dd" sx={{ m: 0 }}>
                {translate(`postup.tasks.key.${command}`)}
              </Typography>
            </Fragment>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {translate('postup.words.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
