import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { MoreRows } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import css from '../complaints/complaints.module.css';
import { EnquiryLine } from './EnquiryLine.tsx';
import own from './enquiries.module.css';
import { isNarrowed, type ListFilter, noFilter } from './listFilter.ts';
import { SearchBox } from './SearchBox.tsx';
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
  const frame = useRef<HTMLUListElement>(null);
  const { rows, counts } = list;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is on the page only once the rows are there
  useEffect(() => {
    const row = frame.current?.querySelector<HTMLElement>('[aria-current=true]');
    row?.scrollIntoView({ block: 'nearest' });
    if (walking.current) row?.focus({ preventScroll: true });
    walking.current = false;
  }, [openId, rows]);

  const openFirst = (): void => {
    const [first] = rows;
    if (!first) return;
    walking.current = true;
    onShow(first.id);
  };

  return (
    <section className={`panel ${css['list']}`} aria-label={t('enquiries.list')}>
      <div className="panel-head">
        <h1 className="panel-title">{t('enquiries.title')}</h1>
        <div className="panel-actions">
          <Link to="/enquiries/answers" className={own['toAnswers']}>
            {t('enquiries.answers')}
            <KeyHint keys="K" />
          </Link>
          <ActionButton type="primary" label={t('enquiries.newShort')} keys="Alt+N" onClick={onNew} />
        </div>
      </div>
      <div className={css['filters']}>
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
      </div>
      <div className={css['rows']}>
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.retry} />
        ) : counts === null ? (
          <Loading />
        ) : rows.length === 0 ? (
          <div className={css['none']}>
            <p className="quiet">{isNarrowed(filter) ? t('enquiries.noneFound') : t(`enquiries.none.${tab}`)}</p>
            {isNarrowed(filter) && (
              <Button onClick={() => onShow(openId, { ...noFilter, tab })}>{t('enquiries.clear')}</Button>
            )}
          </div>
        ) : (
          <ul ref={frame}>
            {rows.map((row) => (
              <EnquiryLine key={row.id} row={row} current={row.id === openId} onOpen={() => onShow(row.id)} />
            ))}
          </ul>
        )}
        {list.more && <MoreRows busy={list.more.busy} onMore={list.more.load} />}
      </div>
    </section>
  );
};
