import type { ReactNode } from 'react';
import { ChipGroup } from './ChipGroup.tsx';
import css from './list.module.css';
import { Panel } from './Panel.tsx';

export interface ListScreenProps {
  readonly title: ReactNode;
  /** what the chips choose, for those who hear it */
  readonly chipsLabel: string;
  readonly chips: ReactNode;
  readonly actions?: ReactNode;
  /** a second panel, of the row that is chosen */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a screen that is a list: its name, chips that narrow it, what can be done, and the rows, which scroll. */
export const ListScreen = ({ title, chipsLabel, chips, actions, beside, children }: ListScreenProps) => (
  <div className={beside ? css['split'] : css['page']}>
    <Panel
      flush
      scrolls
      title={title}
      aside={<ChipGroup label={chipsLabel}>{chips}</ChipGroup>}
      {...(actions ? { actions } : {})}
    >
      {children}
    </Panel>
    {beside}
  </div>
);
