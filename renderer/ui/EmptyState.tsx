import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** what this is and how it fills */
  readonly children?: ReactNode;
  /** the one button to begin, first */
  readonly actions?: ReactNode;
}

/** An empty screen teaches: what this is, and one button to begin. */
export const EmptyState = ({ icon, title, children, actions }: EmptyStateProps) => (
  <div className="empty-state">
    {icon}
    <h2>{title}</h2>
    {children !== undefined && <p>{children}</p>}
    {actions !== undefined && <div className="empty-actions">{actions}</div>}
  </div>
);
