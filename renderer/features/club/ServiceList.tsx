import { Button } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { OpenedList } from '../../ui/OpenedList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from './club.module.css';
import { isNarrowed, type ListFilter, noFilter } from './listFilter.ts';
import type { ServiceScreenProps } from './ServiceScreen.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';
import { type Tab, tabs } from './shapes.ts';

/** How a row is drawn; `current`: it is the one that is open. */
export type LineOf<Row> = (row: Row, current: boolean, onOpen: () => void) => ReactNode;

interface ServiceListProps<Row extends { readonly id: string }> extends ServiceScreenProps<Row> {
  readonly searchId: string;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  readonly onTab: (tab: Tab) => void;
  readonly onShow: (id: string | null, change?: Partial<ListFilter>) => void;
  readonly onNew: () => void;
}

/** Jobs of one service by what waits longest: tabs, any word, a kind; the open one is marked. */
export const ServiceList = <Row extends { readonly id: string }>(props: ServiceListProps<Row>) => {
  const { service, id, filter, tab, list, kinds, line, searchId, walking, onTab, onShow, onNew } = props;
  const { t } = useTranslation();
  const { rows, counts } = list;
  const openFirst = (): void => {
    const [first] = rows;
    if (!first) return;
    walking.current = true;
    onShow(first.id);
  };
  return (
    <OpenedList
      label={t(`club.list.${service}`)}
      head={
        <>
          <h1 className="panel-title">{t('club.title')}</h1>
          <div className="panel-actions">
            <ActionButton type="primary" label={t(`club.new.${service}`)} keys="Alt+N" onClick={onNew} />
          </div>
        </>
      }
      filters={
        <>
          <ServiceTabs service={service} />
          <ChipGroup label={t('club.tabs')}>
            {tabs.map((one) => (
              <Chip key={one} pressed={one === tab} onPress={() => onTab(one)}>
                {t(`club.tab.${one}`)}
                {counts && ` ${number(counts[one])}`}
              </Chip>
            ))}
          </ChipGroup>
          <SearchBox
            id={searchId}
            label={t('club.search')}
            value={filter.q}
            onChange={(q) => onShow(id, { tab, q })}
            onEnter={openFirst}
          />
          <div className={css['kindRow']}>
            <SelectInput
              aria-label={t('club.kindLabel')}
              value={filter.kind}
              options={[['', t(service === 'claims' ? 'club.anyState' : 'club.anyKind')] as const, ...kinds]}
              onChange={(kind) => onShow(id, { tab, kind })}
            />
            {counts !== null && counts.late > 0 && (
              <span className={css['late']}>
                <WarningIcon size={14} />
                {t(`club.lateCount.${service}`, { n: number(counts.late) })}
              </span>
            )}
          </div>
        </>
      }
      rows={counts && rows}
      error={list.error}
      onRetry={list.retry}
      more={list.more}
      none={
        <>
          <p className="quiet">{isNarrowed(filter) ? t('club.noneFound') : t(`club.none.${tab}`)}</p>
          {isNarrowed(filter) && <Button onClick={() => onShow(id, { ...noFilter, tab })}>{t('club.clear')}</Button>}
        </>
      }
      openId={id}
      walking={walking}
      line={(row) => line(row, row.id === id, () => onShow(row.id))}
    />
  );
};
