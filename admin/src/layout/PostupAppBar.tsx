import { Box, Button, Typography } from '@mui/material';
import AccountIcon from '@mui/icons-material/ManageAccountsOutlined';
import { AppBar, LoadingIndicator, Logout, MenuItemLink, TitlePortal, UserMenu, useLocaleState, useTranslate } from 'react-admin';
import { roles } from '../../../processes/roles';
import { useSession } from '../auth/useSession';
import { useWords } from '../i18n/useWords';

/** The name of the other language; on a narrow screen its code, so that the title keeps its place. */
function LanguageSwitch() {
  const [locale, setLocale] = useLocaleState();
  const translate = useTranslate();
  const other = locale === 'cs' ? 'en' : 'cs';
  return (
    <Button
      color="inherit"
      size="small"
      lang={other}
      aria-label={`${other.toUpperCase()}: ${translate('postup.menu.language')}`}
      onClick={() => setLocale(other)}
      sx={{ minWidth: 0 }}
    >
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
        {translate('postup.menu.language')}
      </Box>
      <Box component="span" sx={{ display: { xs: 'inline', sm: 'none' }, textTransform: 'uppercase' }}>
        {other}
      </Box>
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
  if (!view) return null;
  return (
    <Box sx={{ display: { xs: 'none', sm: 'flex' }, alignItems: 'center', gap: 1, minWidth: 0, mr: 2 }}>
      {view.tenant.coatOfArms && (
        <Box component="img" src={view.tenant.coatOfArms} alt="" sx={{ height: 28, width: 28, objectFit: 'contain' }} />
      )}
      <Typography component="span" noWrap sx={{ fontWeight: 600 }}>
        {view.tenant.name}
      </Typography>
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
      sx={(theme) => ({
        ...(colour && { backgroundColor: colour, color: theme.palette.getContrastText(colour) }),
        // A long title takes two lines on a narrow screen; cut, it would say nothing.
        '& #react-admin-title': {
          [theme.breakpoints.down('sm')]: { fontSize: '1rem', lineHeight: 1.15, whiteSpace: 'normal', overflow: 'visible' },
        },
      })}
    >
      <Office />
      <TitlePortal component="h1" />
    </AppBar>
  );
}
