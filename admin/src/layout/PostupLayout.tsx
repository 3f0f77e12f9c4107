import { Layout, type LayoutProps } from 'react-admin';
import { PostupAppBar } from './PostupAppBar';
import { PostupMenu } from './PostupMenu';

/** Bar, menu, content; the content may use the whole width. */
export function PostupLayout({ children }: LayoutProps) {
  return (
    <Layout
      appBar={PostupAppBar}
      menu={PostupMenu}
      sx={{ '& .RaLayout-content': { px: { xs: 1, sm: 2 }, pb: 3, minWidth: 0 }, '& .RaLayout-contentWithSidebar': { minWidth: 0 } }}
    >
      {children}
    </Layout>
  );
}
