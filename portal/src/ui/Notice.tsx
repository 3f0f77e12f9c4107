import { GovMessage } from '@gov-design-system-ce/react';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

const icons = {
  primary: 'info-circle-fill',
  success: 'check-circle-fill',
  warning: 'exclamation-triangle-fill',
  error: 'exclamation-triangle-fill',
} as const;

interface NoticeProps {
  readonly tone?: keyof typeof icons;
  readonly children: ReactNode;
}

/** A short message in the page, read out when it appears. */
export function Notice({ tone = 'primary', children }: NoticeProps) {
  return (
    <GovMessage color={tone} type="subtle" icon={<Icon name={icons[tone]} />}>
      {children}
    </GovMessage>
  );
}
