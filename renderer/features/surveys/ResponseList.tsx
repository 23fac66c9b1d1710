import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { OpenedList } from '../../ui/OpenedList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import { isNarrowed, type ListFilter, noFilter } from './listFilter.ts';
import { ResponseLine } from './ResponseLine.tsx';
import { type Tab, tabs } from './shapes.ts';
import css from './surveys.module.css';
import { useQuestionnaires } from './useQuestionnaires.ts';
import type { ResponseRows } from './useResponseList.ts';

export interface ResponseListProps {
  readonly searchId: string;
  readonly list: ResponseRows;
  readonly filter: ListFilter;
  readonly tab: Tab;
  readonly openId: string | null;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  readonly onTab: (tab: Tab) => void;
  readonly onShow: (id: string | null, change?: Partial<ListFilter>) => void;
  readonly onNew: () => void;
}

/** 答卷: those that wait first; tabs, any word, a questionnaire; the open one is marked. */
export const ResponseList = (props: ResponseListProps) => {
  const { searchId, list, filter, tab, openId, walking, onTab, onShow, onNew } = props;
  const { t } = useTranslation();
  const { rows, counts } = list;
  const questionnaires = useQuestionnaires(false) ?? [];
  const openFirst = (): void => {
    const [first] = rows;
    if (!first) return;
    walking.current = true;
    onShow(first.id);
  };
  return (
    <OpenedList
      label={t('surveys.list')}
      head={
        <>
          <h1 className="panel-title">{t('surveys.title')}</h1>
          <div className="panel-actions">
            <Link to="/surveys/figures" className={css['toFigures'] ?? ''}>
              {t('surveys.figures.short')}
              <KeyHint keys="S" />
            </Link>
            <ActionButton type="primary" label={t('surveys.newShort')} keys="Alt+N" onClick={onNew} />
          </div>
        </>
      }
      filters={
        <>
          <ChipGroup label={t('surveys.tabs')}>
            {tabs.map((one) => (
              <Chip key={one} pressed={one === tab} onPress={() => onTab(one)}>
                {t(`surveys.tab.${one}`)}
                {counts && ` ${number(counts[one])}`}
              </Chip>
            ))}
          </ChipGroup>
          <SearchBox
            id={searchId}
            label={t('surveys.search')}
            value={filter.q}
            onChange={(q) => onShow(openId, { tab, q })}
            onEnter={openFirst}
          />
          <SelectInput
            aria-label={t('surveys.field.questionnaire')}
            value={filter.questionnaire}
            options={[
              ['', t('surveys.anyQuestionnaire')] as const,
              ...questionnaires.map(({ id, name }) => [id, name] as const),
            ]}
            onChange={(questionnaire) => onShow(openId, { tab, questionnaire })}
          />
        </>
      }
      rows={counts && rows}
      error={list.error}
      onRetry={list.retry}
      more={list.more}
      none={
        <>
          <p className="quiet">{isNarrowed(filter) ? t('surveys.noneFound') : t(`surveys.none.${tab}`)}</p>
          {isNarrowed(filter) && (
            <Button onClick={() => onShow(openId, { ...noFilter, tab })}>{t('surveys.clear')}</Button>
          )}
        </>
      }
      openId={openId}
      walking={walking}
      line={(row) => <ResponseLine key={row.id} row={row} current={row.id === openId} onOpen={() => onShow(row.id)} />}
    />
  );
};
