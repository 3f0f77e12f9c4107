import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { TenantView } from '../../../processes/views';
import { useLoad } from '../api/useLoad';
import { useSession } from '../session/context';
import { TenantContext, type Place } from './context';
import { Shell } from './Shell';

/** Pages of one municipality: `/:obec` and below. */
export function TenantLayout() {
  const { obec = '' } = useParams();
  const { data } = useLoad<TenantView>(`/api/public/${encodeURIComponent(obec)}`);
  const place = useMemo<Place>(() => ({ tenant: data, slug: obec }), [data, obec]);
  return (
    <TenantContext value={place}>
      <Shell tenant={data} slug={obec} />
    </TenantContext>
  );
}

/** Pages of no municipality (or of the one where the person is signed in). */
export function BareLayout() {
  const { session } = useSession();
  const place = useMemo<Place>(() => ({ tenant: session?.tenant ?? null, slug: null }), [session]);
  return (
    <TenantContext value={place}>
      <Shell tenant={place.tenant} slug={session?.tenant.slug ?? null} />
    </TenantContext>
  );
}
