import { Box, Button, FormHelperText, Typography } from '@mui/material';
import { useState, type ChangeEvent } from 'react';
import { useInput, useTranslate } from 'react-admin';

/** Bytes; the server takes no larger picture. */
const MAX_BYTES = 200_000;

function asDataAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error(file.name));
    reader.readAsDataURL(file);
  });
}

/** The coat of arms: a small PNG or SVG, kept as a data address. */
export function CoatOfArmsInput({ source }: { readonly source: string }) {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source });
  const [tooLarge, setTooLarge] = useState(false);
  const picture: unknown = field.value;
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    setTooLarge(file.size > MAX_BYTES);
    if (file.size <= MAX_BYTES) field.onChange(await asDataAddress(file));
  };
  return (
    <Box sx={{ my: 1 }}>
      <Typography variant="body2">{translate('postup.settings.coatOfArms')}</Typography>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {typeof picture === 'string' && picture !== '' && (
          <Box component="img" src={picture} alt={translate('postup.settings.coatOfArms')} sx={{ height: 56 }} />
        )}
        <Button component="label" size="small" variant="outlined">
          {translate('postup.form.choose')}
          <Box
            component="input"
            type="file"
            accept="image/png,image/svg+xml"
            onChange={(event: ChangeEvent<HTMLInputElement>) => void choose(event)}
            sx={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
          />
        </Button>
        {typeof picture === 'string' && picture !== '' && (
          <Button size="small" onClick={() => field.onChange(null)}>
            {translate('postup.words.remove')}
          </Button>
        )}
      </Box>
      <FormHelperText error={tooLarge || fieldState.invalid}>
        {fieldState.error?.message ?? translate('postup.settings.coatOfArmsHint')}
      </FormHelperText>
    </Box>
  );
}
