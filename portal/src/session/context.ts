import { createContext, useContext } from 'react';
import type { SessionView } from '../../../processes/views';

export interface SessionState {
  /** `unknown` until the server has answered for the first time. */
  readonly kind: 'unknown' | 'in' | 'out';
  /** Kept after a loss, so that the page stays as it is until the person signs in again. */
  readonly session: SessionView | null;
  /** The session ended by itself while somebody was at work. */
  readonly lost: boolean;
  readonly enter: (session: SessionView) => void;
  /** Signs out; what this person typed leaves the device. */
  readonly leave: () => Promise<void>;
}

export const SessionContext = createContext<SessionState>({
  kind: 'unknown',
  session: null,
  lost: false,
  enter: () => undefined,
  leave: () => Promise.resolve(),
});

export function useSession(): SessionState {
  return useContext(SessionContext);
}

/** Where one returns after signing in: an address of the portal only, never a foreign one. */
export function safeReturn(address: string | null): string | null {
  return address !== null && /^\/(?![/\\])/.test(address) ? address : null;
}

export function signInAddress(slug: string | null, back: string): string {
  return `${slug === null ? '' : `/${slug}`}/prihlaseni?zpet=${encodeURIComponent(back)}`;
}
