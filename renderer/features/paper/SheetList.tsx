import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { OpenedList } from '../../ui/OpenedList.tsx';
import { SheetLine } from './SheetLine.tsx';
import { type Tab, tabs } from './shapes.ts';
import type { SheetRows } from './useSheetList.ts';

export interface SheetListProps {
  readonly list: SheetRows;
  readonly tab: Tab;
  readonly openId: string | null;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  readonly onTab: (tab: Tab) => void;
  readonly onShow: (id: string) => void;
  readonly onEnter: () => void;
}

/** Sheets that were printed, the latest first: those with something left to enter, or all. */
export const SheetList = ({ list, tab, openId, walking, onTab, onShow, onEnter }: SheetListProps) => {
  const { t } = useTranslation();
  const { rows, counts } = list;
  return (
    <OpenedList
      label={t('paper.list.label')}
      head={
        <>
          <h1 className="panel-title">{t('paper.title')}</h1>
          <div className="panel-actions">
            <ActionButton type="primary" label={t('paper.enter')} keys="U" onClick={onEnter} />
          </div>
        </>
      }
      filters={
        <ChipGroup label={t('paper.list.tabs')}>
          {tabs.map((one) => (
            <Chip key={one} pressed={one === tab} onPress={() => onTab(one)}>
              {t(`paper.tab.${one}`)}
              {one === 'open' && counts && ` ${number(counts.open)}`}
            </Chip>
          ))}
        </ChipGroup>
      }
      rows={counts && rows}
      error={list.error}
      onRetry={list.retry}
      more={list.more}
      none={<p className="quiet">{t(`paper.none.${tab}`)}</p>}
      openId={openId}
      walking={walking}
      line={(sheet) => (
        <SheetLine key={sheet.id} sheet={sheet} current={sheet.id === openId} onOpen={() => onShow(sheet.id)} />
      )}
    />
  );
};
