import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeOf } from '../../app/features.ts';
import { number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ChartIcon, CloseIcon, SearchIcon } from '../../ui/icons.tsx';
import { MoreRows } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ComplaintLine } from './ComplaintLine.tsx';
import css from './complaints.module.css';
import { isNarrowed, type ListFilter, noFilter } from './listFilter.ts';
import { severities, type Tab, tabs } from './shapes.ts';
import type { ComplaintRows } from './useComplaintList.ts';
import { useWarnPercent } from './useWarnPercent.ts';

/** figures of a span of days, a screen of its own */
const statistics = '/complaints/statistics';
/** how long a word is waited for before it is looked for, ms */
const settled = 200;

export interface ComplaintListProps {
  readonly searchId: string;
  readonly list: ComplaintRows;
  readonly filter: ListFilter;
  readonly tab: Tab;
  readonly openId: string | null;
  /** set where the arrows chose the open one: its row takes the focus */
  readonly walking: RefObject<boolean>;
  readonly onTab: (tab: Tab) => void;
  readonly onShow: (id: string | null, change?: Partial<ListFilter>) => void;
  readonly onNew: () => void;
}

/** Complaints by urgency: tabs, any word, a few filters; the open one is marked. */
export const ComplaintList = ({
  searchId,
  list,
  filter,
  tab,
  openId,
  walking,
  onTab,
  onShow,
  onNew,
}: ComplaintListProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const warnPercent = useWarnPercent();
  const frame = useRef<HTMLUListElement>(null);
  const { rows, counts } = list;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is on the page only once the rows are there
  useEffect(() => {
    const row = frame.current?.querySelector<HTMLElement>('[aria-current=true]');
    row?.scrollIntoView({ block: 'nearest' });
    if (walking.current) row?.focus({ preventScroll: true });
    walking.current = false;
  }, [openId, rows]);

  return (
    <section className={`panel ${css['list']}`} aria-label={t('complaints.list')}>
      <div className="panel-head">
        <h1 className="panel-title">{t('complaints.title')}</h1>
        {routeOf(statistics) === statistics && (
          <Chip icon={<ChartIcon size={14} />} onPress={() => go(statistics)}>
            {t('complaints.statistics')}
          </Chip>
        )}
        <div className="panel-actions">
          <ActionButton type="primary" label={t('complaints.newShort')} keys="Alt+N" onClick={onNew} />
        </div>
      </div>
      <div className={css['filters']}>
        <ChipGroup label={t('complaints.tabs')}>
          {tabs.map((one) => (
            <Chip key={one} pressed={one === tab} onPress={() => onTab(one)}>
              {t(`complaints.tab.${one}`)}
              {counts && ` ${number(counts[one])}`}
            </Chip>
          ))}
        </ChipGroup>
        <Search id={searchId} value={filter.q} onChange={(q) => onShow(openId, { tab, q })} onEnter={openFirst} />
        <Filters filter={filter} onChange={(change) => onShow(openId, { tab, ...change })} />
      </div>
      <div className={css['rows']}>
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.retry} />
        ) : counts === null ? (
          <Loading />
        ) : rows.length === 0 ? (
          <None tab={tab} narrowed={isNarrowed(filter)} onClear={() => onShow(openId, { ...noFilter, tab })} />
        ) : (
          <ul ref={frame}>
            {rows.map((row) => (
              <ComplaintLine
                key={row.id}
                row={row}
                current={row.id === openId}
                warnPercent={warnPercent}
                onOpen={() => onShow(row.id)}
              />
            ))}
          </ul>
        )}
        {list.more && <MoreRows busy={list.more.busy} onMore={list.more.load} />}
      </div>
    </section>
  );

  function openFirst(): void {
    const [first] = rows;
    if (!first) return;
    walking.current = true;
    onShow(first.id);
  }
};

interface SearchProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (q: string) => void;
  readonly onEnter: () => void;
}

/** Any word of any complaint: number, name, plate, what was said. */
const Search = ({ id, value, onChange, onEnter }: SearchProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => latest.current(typed.trim()), settled);
    return () => clearTimeout(timer);
  }, [typed, value]);
  // what the address says beats the box, as when the filters were cleared
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  return (
    <TextInput
      id={id}
      value={typed}
      maxLength={64}
      allowClear={{
        clearIcon: (
          <>
            <span className="heard-only">{t('complaints.clearSearch')}</span>
            <CloseIcon size={14} />
          </>
        ),
      }}
      prefix={<SearchIcon size={15} />}
      placeholder={t('complaints.search')}
      aria-label={t('complaints.search')}
      onChange={setTyped}
      onPressEnter={onEnter}
    />
  );
};

const Filters = ({
  filter,
  onChange,
}: {
  readonly filter: ListFilter;
  readonly onChange: (change: Partial<ListFilter>) => void;
}) => {
  const { t } = useTranslation();
  const departments = useStoreSettings()?.values.complaintDepartments ?? [];
  const severityName = filter.severity ? t(`complaints.severity.${filter.severity}`) : t('complaints.field.severity');
  const departmentName =
    departments.find(({ code }) => code === filter.department)?.name ??
    filter.department ??
    t('complaints.field.department');
  return (
    <ChipGroup label={t('complaints.filters')}>
      <Chip pressed={filter.mine} onPress={() => onChange({ mine: !filter.mine })}>
        {t('complaints.mine')}
      </Chip>
      <Menu
        align="left"
        look={filter.severity ? 'chosen' : 'chip'}
        label={`${t('complaints.field.severity')}: ${filter.severity ? severityName : t('common.all')}`}
        button={severityName}
        groups={[
          {
            entries: [
              {
                id: 'all',
                label: t('common.all'),
                checked: filter.severity === null,
                perform: () => onChange({ severity: null }),
              },
              ...severities.map((one) => ({
                id: one,
                label: t(`complaints.severity.${one}`),
                checked: one === filter.severity,
                perform: () => onChange({ severity: one }),
              })),
            ],
          },
        ]}
      />
      <Menu
        align="left"
        look={filter.department ? 'chosen' : 'chip'}
        label={`${t('complaints.field.department')}: ${filter.department ? departmentName : t('common.all')}`}
        button={departmentName}
        groups={[
          {
            entries: [
              {
                id: 'all',
                label: t('common.all'),
                checked: filter.department === null,
                perform: () => onChange({ department: null }),
              },
              ...departments.map(({ code, name }) => ({
                id: code,
                label: name,
                checked: code === filter.department,
                perform: () => onChange({ department: code }),
              })),
            ],
          },
        ]}
      />
    </ChipGroup>
  );
};

const None = ({
  tab,
  narrowed,
  onClear,
}: {
  readonly tab: Tab;
  readonly narrowed: boolean;
  readonly onClear: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={css['none']}>
      <p className="quiet">{t(narrowed ? 'complaints.noneFound' : `complaints.none.${tab}`)}</p>
      {narrowed && <Chip onPress={onClear}>{t('complaints.clear')}</Chip>}
    </div>
  );
};
