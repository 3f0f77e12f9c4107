import { Alert, Box, Button, Link, Paper, Stack, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { useLogin, useSetLocale, useTranslate } from 'react-admin';
import { ApiError } from '../api/http';
import { ApplicantError } from './access';
import { hasSessionEnded, session } from './session';

interface TenantChoice {
  readonly slug: string;
  readonly name: string;
}

function choicesOf(error: ApiError): readonly TenantChoice[] {
  const { tenants } = error.body;
  return error.slug === 'choose-tenant' && Array.isArray(tenants) ? (tenants as TenantChoice[]) : [];
}

/** E-mail and password; where they fit in several offices, one is chosen in a second step with nothing typed again. */
export function LoginPage() {
  const login = useLogin();
  const setLocale = useSetLocale();
  const translate = useTranslate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [choices, setChoices] = useState<readonly TenantChoice[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [applicant, setApplicant] = useState(false);
  const [busy, setBusy] = useState(false);

  const enter = async (tenant?: string): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    setApplicant(false);
    try {
      await login({ email: email.trim(), password, ...(tenant === undefined ? {} : { tenant }) });
      const view = await session();
      if (view) setLocale(view.user.language);
    } catch (error) {
      if (error instanceof ApplicantError) {
        setApplicant(true);
        return;
      }
      if (!(error instanceof ApiError)) throw error;
      const offices = choicesOf(error);
      if (offices.length > 0) setChoices(offices);
      else setRefusal(error.message);
    } finally {
      setBusy(false);
    }
  };

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void enter();
  };

  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}>
      <Paper sx={{ p: 3, width: '100%', maxWidth: 380 }}>
        <Typography variant="overline" component="p">
          Postup
        </Typography>
        <Typography variant="h5" component="h1" gutterBottom>
          {translate('postup.auth.title')}
        </Typography>
        {refusal !== null && (
          <Alert severity="error" role="alert" sx={{ mb: 1 }}>
            {refusal}
          </Alert>
        )}
        {refusal === null && hasSessionEnded() && (
          <Alert severity="info" role="status" sx={{ mb: 1 }}>
            {translate('postup.auth.ended')}
          </Alert>
        )}
        {applicant && (
          <Alert severity="info" role="alert" sx={{ mb: 1 }}>
            {translate('postup.auth.applicantOnly')} <Link href="/">{translate('postup.auth.toPortal')}</Link>
          </Alert>
        )}
        {choices.length === 0 ? (
          <Stack component="form" onSubmit={submit} spacing={1}>
            <TextField
              label={translate('postup.auth.email')}
              type="email"
              name="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              required
              fullWidth
              autoFocus
            />
            <TextField
              label={translate('postup.auth.password')}
              type="password"
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              required
              fullWidth
            />
            <Button type="submit" variant="contained" size="large" disabled={busy}>
              {translate('postup.auth.submit')}
            </Button>
            <Link href="/zapomenute-heslo" variant="body2">
              {translate('postup.auth.forgotten')}
            </Link>
          </Stack>
        ) : (
          <Stack spacing={1}>
            <Typography variant="h6" component="h2">
              {translate('postup.auth.chooseTenant')}
            </Typography>
            <Typography variant="body2">{translate('postup.auth.chooseTenantHint')}</Typography>
            {choices.map((choice) => (
              <Button
                key={choice.slug}
                variant="outlined"
                disabled={busy}
                onClick={() => void enter(choice.slug)}
                sx={{ justifyContent: 'flex-start' }}
              >
                {choice.name}
              </Button>
            ))}
            <Button onClick={() => setChoices([])}>{translate('postup.words.cancel')}</Button>
          </Stack>
        )}
      </Paper>
    </Box>
  );
}
