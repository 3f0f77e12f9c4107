import { Box, Button, Typography, useMediaQuery, type Theme } from '@mui/material';
import AccountIcon from '@mui/icons-material/ManageAccountsOutlined';
import { AppBar, LoadingIndicator, Logout, MenuItemLink, TitlePortal, UserMenu, useLocaleState, useTranslate } from 'react-admin';
import { roles } from '../../../processes/roles';
import { useSession } from '../auth/useSession';
import { useWords } from '../i18n/useWords';

function LanguageSwitch() {
  const [locale, setLocale] = useLocaleState();
  const translate = useTranslate();
  return (
    <Button color="inherit" size="small" lang={locale === 'cs' ? 'en' : 'cs'} onClick={() => setLocale(locale === 'cs' ? 'en' : 'cs')}>
      {translate('postup.menu.language')}
    </Button>
  );
}

function AccountMenu() {
  const view = useSession();
  const translate = useTranslate();
  const words = useWords();
  const held = view?.user.roles.map((role) => words(roles[role])).join(', ') ?? '';
  return (
    <UserMenu>
      {view && (
        <Typography variant="body2" sx={{ px: 2, py: 1, maxWidth: 280, color: 'text.secondary' }}>
          {translate('postup.auth.signedInAs', { name: view.user.name, roles: held })}
        </Typography>
      )}
      <MenuItemLink to="/sessions" primaryText={translate('postup.menu.account')} leftIcon={<AccountIcon />} />
      <Logout />
    </UserMenu>
  );
}

/** The office's coat of arms and name: whose data one is looking at is never in doubt. */
function Office() {
  const view = useSession();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  if (!view) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0, mr: 2 }}>
      {view.tenant.coatOfArms && (
        <Box component="img" src={view.tenant.coatOfArms} alt="" sx={{ height: 28, width: 28, objectFit: 'contain' }} />
      )}
      {!narrow && (
        <Typography component="span" noWrap sx={{ fontWeight: 600 }}>
          {view.tenant.name}
        </Typography>
      )}
    </Box>
  );
}

/** The bar in the office's colour. */
export function PostupAppBar() {
  const view = useSession();
  const colour = view?.tenant.colours.primary;
  return (
    <AppBar
      userMenu={<AccountMenu />}
      toolbar={
        <>
          <LanguageSwitch />
          <LoadingIndicator />
        </>
      }
      sx={(theme) => (colour ? { backgroundColor: colour, color: theme.palette.getContrastText(colour) } : {})}
    >
      <Office />
      <TitlePortal component="h1" />
    </AppBar>
  );
}
