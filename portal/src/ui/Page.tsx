import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useTenant } from '../tenant/context';
import { useWords } from '../words/context';

/** The first page of a visit takes no focus: a screen reader begins at its top by itself. */
const visit = { firstPage: true };

interface PageProps {
  /** The heading and the title of the window. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** What stands above the heading: a way back. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, which gets the focus when the reader comes to it by a link. */
export function Page({ title, lead, above, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const { t } = useWords();
  const { tenant } = useTenant();
  const place = tenant?.name ?? t.common.product;

  useEffect(() => {
    document.title = title === place ? `${title} – ${t.common.product}` : `${title} – ${place}`;
  }, [title, place, t]);

  useEffect(() => {
    if (visit.firstPage) visit.firstPage = false;
    else heading.current?.focus();
  }, [pathname]);

  return (
    <>
      {above}
      <h1 ref={heading} tabIndex={-1} className="page-title">
        {title}
      </h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </>
  );
}
