import { lazy } from 'react';

export const reports = {
  list: lazy(() => import('./ReportsPage').then((file) => ({ default: file.ReportsPage }))),
  show: lazy(() => import('./ProgrammeReport').then((file) => ({ default: file.ProgrammeReport }))),
};
