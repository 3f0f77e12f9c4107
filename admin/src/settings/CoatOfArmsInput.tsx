import { Box, Button, FormHelperText, Typography } from '@mui/material';
import { useState } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { FileButton } from '../shared/FileButton';

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
  const choose = async (file: File): Promise<void> => {
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
        <FileButton
          label={translate('postup.form.choose')}
          accept="image/png,image/svg+xml"
          disabled={false}
          onFile={(file) => void choose(file)}
        />
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
