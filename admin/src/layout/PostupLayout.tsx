import { csCZ } from '@mui/material/locale';
import { createTheme, ThemeProvider, type Theme } from '@mui/material/styles';
import { Layout, useLocale, type LayoutProps } from 'react-admin';
import { PostupAppBar } from './PostupAppBar';
import { PostupMenu } from './PostupMenu';

/** What the components of MUI say by themselves (`Go to next page`, `Clear`), in Czech. */
const inCzech = (theme: Theme): Theme => createTheme(theme, csCZ);
const inEnglish = (theme: Theme): Theme => theme;

function Frame({ children }: LayoutProps) {
  return (
    <Layout
      appBar={PostupAppBar}
      menu={PostupMenu}
      sx={{
        // react-admin's frame grows with its widest table; here the table scrolls instead.
        minWidth: 0,
        '& .RaLayout-appFrame, & .RaLayout-contentWithSidebar, & .list-page': { minWidth: 0 },
        '& .RaLayout-content': { px: { xs: 1, sm: 2 }, pb: 3, minWidth: 0 },
      }}
    >
      {children}
    </Layout>
  );
}

/** Bar, menu, content; the content may use the whole width. */
export function PostupLayout({ children, ...props }: LayoutProps) {
  const locale = useLocale();
  return (
    <ThemeProvider theme={locale === 'cs' ? inCzech : inEnglish}>
      <Frame {...props}>{children}</Frame>
    </ThemeProvider>
  );
}
