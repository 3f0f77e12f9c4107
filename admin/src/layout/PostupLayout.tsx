import { Layout, type LayoutProps } from 'react-admin';
import { PostupAppBar } from './PostupAppBar';
import { PostupMenu } from './PostupMenu';

/** Bar, menu, content; the content may use the whole width. */
export function PostupLayout({ children }: LayoutProps) {
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
