import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { OpenedList } from '../../ui/OpenedList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { EnquiryLine } from './EnquiryLine.tsx';
import own from './enquiries.module.css';
import { isNarrowed, type ListFilter, noFilter } from './listFilter.ts';
import { type Tab, tabs } from './shapes.ts';
import { TopicFilter } from './TopicFilter.tsx';
import type { EnquiryRows } from './useEnquiryList.ts';

export interface EnquiryListProps {
  readonly searchId: string;
  readonly list: EnquiryRows;
  readonly filter: ListFilter;
  readonly tab: Tab;
  readonly openId: string | null;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  readonly onTab: (tab: Tab) => void;
  readonly onShow: (id: string | null, change?: Partial<ListFilter>) => void;
  readonly onNew: () => void;
}

/** Enquiries by their terms: tabs, any word, a topic; the open one is marked. */
export const EnquiryList = (props: EnquiryListProps) => {
  const { searchId, list, filter, tab, openId, walking, onTab, onShow, onNew } = props;
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
      label={t('enquiries.list')}
      head={
        <>
          <h1 className="panel-title">{t('enquiries.title')}</h1>
          <div className="panel-actions">
            <Link to="/enquiries/answers" className={own['toAnswers']}>
              {t('enquiries.answers')}
              <KeyHint keys="K" />
            </Link>
            <ActionButton type="primary" label={t('enquiries.newShort')} keys="Alt+N" onClick={onNew} />
          </div>
        </>
      }
      filters={
        <>
          <ChipGroup label={t('enquiries.tabs')}>
            {tabs.map((one) => (
              <Chip key={one} pressed={one === tab} onPress={() => onTab(one)}>
                {t(`enquiries.tab.${one}`)}
                {counts && ` ${number(counts[one])}`}
              </Chip>
            ))}
          </ChipGroup>
          <SearchBox
            id={searchId}
            label={t('enquiries.search')}
            value={filter.q}
            onChange={(q) => onShow(openId, { tab, q })}
            onEnter={openFirst}
          />
          <div className={own['topicRow']}>
            <TopicFilter value={filter.topic} onChange={(topic) => onShow(openId, { tab, topic })} />
            {counts !== null && counts.overdue > 0 && (
              <span className={own['overdue']}>
                <WarningIcon size={14} />
                {t('enquiries.overdueCount', { n: number(counts.overdue) })}
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
          <p className="quiet">{isNarrowed(filter) ? t('enquiries.noneFound') : t(`enquiries.none.${tab}`)}</p>
          {isNarrowed(filter) && (
            <Button onClick={() => onShow(openId, { ...noFilter, tab })}>{t('enquiries.clear')}</Button>
          )}
        </>
      }
      openId={openId}
      walking={walking}
      line={(row) => <EnquiryLine key={row.id} row={row} current={row.id === openId} onOpen={() => onShow(row.id)} />}
    />
  );
};
