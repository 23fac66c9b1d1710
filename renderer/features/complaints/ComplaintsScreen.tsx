import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useBack, useGo, useParam, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useFirstOpened } from '../../lib/useFirstOpened.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChatIcon, PlusIcon } from '../../ui/icons.tsx';
import { ComplaintDetail } from './ComplaintDetail.tsx';
import { ComplaintList } from './ComplaintList.tsx';
import css from './complaints.module.css';
import { addressOf, isNarrowed, type ListFilter, readFilter, tabOf } from './listFilter.ts';
import { NewComplaintPanel } from './NewComplaintPanel.tsx';
import { tick, useComplaintList } from './useComplaintList.ts';
import { useWalk } from './useWalk.ts';

/** 投诉: the list on the left, most urgent first, the one that is open on the right. */
const ComplaintsScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const back = useBack('/');
  const id = useParam('id') || null;
  const wanted = useQueryValue('do');
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const read = useQuery(
    orpc.complaints.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null, refetchInterval: tick }),
  );
  const tab = filter.tab ?? (read.data ? tabOf(read.data.complaint.step) : 'open');
  const list = useComplaintList(filter, tab);
  const walking = useRef(false);

  const show = (next: string | null, change: Partial<ListFilter> = {}): void =>
    go(addressOf(next, { ...filter, ...change }), { replace: true });
  const open = (what: string, more: Readonly<Record<string, string>> = {}): void =>
    go(addressOf(id, filter, { do: what, ...more }), { replace: true });
  const close = (): void => show(id);
  const step = (by: 1 | -1): void => {
    const at = list.rows.findIndex((row) => row.id === id);
    const next = list.rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), list.rows.length - 1)];
    if (!next || next.id === id) return;
    walking.current = true;
    show(next.id);
  };
  const enter = useRef<() => void>(() => undefined);
  useWalk({ step, enter: () => enter.current() });
  useHotkeys({ Escape: back });
  useScreenDeeds({
    'complaints.new': () => open('new'),
    'complaints.find': () => document.getElementById(searchId)?.focus(),
  });
  const choosing = useFirstOpened(home, id, wanted, tab, list, show);

  const { counts } = list;
  const nothing = id === null && counts !== null && counts.open + counts.askBack + counts.archive === 0;
  return (
    <>
      {nothing && !isNarrowed(filter) ? (
        <EmptyState
          icon={<ChatIcon size={32} />}
          title={t('complaints.empty.title')}
          actions={
            <ActionButton
              type="primary"
              icon={<PlusIcon size={16} />}
              label={t('complaints.new')}
              keys="Alt+N"
              onClick={() => open('new')}
            />
          }
        >
          {t('complaints.empty.text')}
        </EmptyState>
      ) : (
        <div className={css['screen']}>
          <ComplaintList
            searchId={searchId}
            list={list}
            filter={filter}
            tab={tab}
            openId={id}
            walking={walking}
            onTab={(next) => {
              if (next === tab) return;
              choosing.current = true;
              show(id, { tab: next });
            }}
            onShow={show}
            onNew={() => open('new')}
          />
          {id === null ? (
            <div className={css['nothingOpen']}>{counts && <p className="quiet">{t('complaints.choose')}</p>}</div>
          ) : (
            <ComplaintDetail key={id} id={id} read={read} enter={enter} onOpen={open} onClose={close} />
          )}
        </div>
      )}
      {wanted === 'new' && <NewComplaintPanel onClose={close} />}
    </>
  );
};

export default ComplaintsScreen;

const home = '/complaints';
const searchId = 'complaint-search';
