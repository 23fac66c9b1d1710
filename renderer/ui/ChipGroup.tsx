import type { ReactNode } from 'react';
import { ControlGroup } from './ControlGroup.tsx';
import css from './list.module.css';

/** Chips in a row that belong together: what a list shows. */
export const ChipGroup = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ControlGroup label={label} className={css['chips']}>
    {children}
  </ControlGroup>
);
