import { GovButton } from '@gov-design-system-ce/react';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';

type Kind = 'main' | 'other' | 'quiet' | 'danger';

const looks = {
  main: { color: 'primary', type: 'solid' },
  other: { color: 'primary', type: 'outlined' },
  quiet: { color: 'primary', type: 'base' },
  danger: { color: 'error', type: 'outlined' },
} as const;

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: Kind;
  readonly submits?: boolean;
  /** A request is on its way: pressing again does nothing, and the button keeps the focus. */
  readonly busy?: boolean;
  readonly label?: string;
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
}

export function Button({ children, kind = 'main', submits = false, busy = false, label, onClick }: ButtonProps) {
  return (
    <GovButton
      {...looks[kind]}
      size="m"
      nativeType={submits ? 'submit' : 'button'}
      aria-disabled={busy || undefined}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </GovButton>
  );
}

/** A link that looks like a button; `to` is an address of the portal. */
export function ButtonLink({ to, children, kind = 'main' }: { readonly to: string; readonly children: ReactNode; readonly kind?: Kind }) {
  return (
    <GovButton {...looks[kind]} size="m" asChild>
      <Link to={to}>{children}</Link>
    </GovButton>
  );
}
