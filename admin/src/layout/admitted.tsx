import type { ComponentType } from 'react';
import { CanAccess } from 'react-admin';
import { Denied } from './Denied';

/** The page for who has the right to it; others are told that they have none, before anything is asked of the api. */
export function admitted(Page: ComponentType, resource: string, action: 'list' | 'show'): ComponentType {
  return function Admitted() {
    return (
      <CanAccess resource={resource} action={action} accessDenied={<Denied />}>
        <Page />
      </CanAccess>
    );
  };
}
