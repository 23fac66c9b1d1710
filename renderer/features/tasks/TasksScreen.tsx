import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useRef } from 'react';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useBack, useGo, useParam, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useFirstOpened } from '../../lib/useFirstOpened.ts';
import { useWalk } from '../../lib/useWalk.ts';
import { Loading } from '../../ui/Loading.tsx';
import css from '../../ui/listDetail.module.css';
import { dropOffer, useBadAnswers } from './badAnswers.ts';
import { CallPage } from './CallPage.tsx';
import { DayList } from './DayList.tsx';
import { addressOf, type DayFilter, readFilter } from './dayFilter.ts';
import { NobodyLeft } from './NobodyLeft.tsx';
import { useDay } from './useDay.ts';
import { useTakenBack } from './useTakenBack.ts';

const BatchScreen = lazy(() => import('./BatchScreen.tsx'));

const ComplaintOfResponse = lazy(async () => ({
  default: (await import('../surveys/ComplaintOfResponse.tsx')).ComplaintOfResponse,
}));

/** 回访: on the left whom to call, the most urgent first; on the right the call. Messages and letters go in batches. */
const TasksScreen = () => {
  const go = useGo();
  const back = useBack('/');
  const id = useParam('id') || null;
  const wanted = useQueryValue('do');
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const list = useDay(filter);
  const walking = useRef(false);
  const enter = useRef<() => void>(() => undefined);
  const batch = filter.channel !== 'call' && filter.left === null;

  const show = (next: string | null, change: Partial<DayFilter> = {}): void =>
    go(addressOf(next, { ...filter, ...change }), { replace: true });
  const step = (by: 1 | -1): void => {
    const at = list.rows.findIndex((row) => row.id === id);
    const next = list.rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), list.rows.length - 1)];
    if (!next || next.id === id || batch) return;
    walking.current = true;
    show(next.id);
  };
  /** Another list: its first one is opened. */
  const change = (next: Partial<DayFilter>): void => {
    choosing.current = true;
    show(null, next);
  };
  useWalk({ step, enter: () => enter.current() });
  useHotkeys({ Escape: () => (filter.left === null ? back() : change({ left: null })) });
  useScreenDeeds({
    'tasks.mine': () => change({ mine: !filter.mine, left: null }),
    'tasks.leftOut': () => change({ left: filter.left === null ? 'all' : null }),
  });
  const lists = JSON.stringify([filter.channel, filter.mine, filter.ruleId, filter.left]);
  const choosing = useFirstOpened(
    home,
    id,
    wanted,
    lists,
    { rows: batch ? [] : list.rows, pending: list.pending },
    show,
  );

  const recorded = useTakenBack(show);

  /** The one after this, or before it at the end; null where it is the only one. */
  const neighbour = (): string | null => {
    const at = list.rows.findIndex((row) => row.id === id);
    return (list.rows[at + 1] ?? list.rows[at - 1])?.id ?? null;
  };

  if (batch) {
    return (
      <Suspense fallback={<Loading />}>
        <BatchScreen
          key={filter.channel}
          channel={filter.channel === 'letter' ? 'letter' : 'message'}
          list={list}
          filter={filter}
          onChange={change}
        />
      </Suspense>
    );
  }
  return (
    <div className={css['screen']}>
      <DayList
        list={list}
        filter={filter}
        openId={id}
        walking={walking}
        onChange={change}
        onShow={(next) => show(next)}
      />
      {id !== null ? (
        <CallPage
          key={id}
          customerId={id}
          channel={filter.channel}
          row={list.rows.find((row) => row.id === id) ?? null}
          enter={enter}
          next={neighbour}
          onRecorded={(contactId) => recorded({ customerId: id, contactId })}
          onShow={(next) => {
            walking.current = next !== null;
            show(next);
          }}
          onOpen={(what) => go(addressOf(id, filter, what === null ? {} : { do: what }), { replace: true })}
        />
      ) : list.rows.length > 0 || list.pending ? (
        <div className={css['nothingOpen']} />
      ) : (
        <NobodyLeft list={list} filter={filter} onClear={() => change({ mine: false, ruleId: null, left: null })} />
      )}
      <OfferedComplaint />
    </div>
  );
};

export default TasksScreen;

/** After bad answers in a call; nothing else. */
const OfferedComplaint = () => {
  const responseId = useBadAnswers((state) => state.responseId);
  return (
    <Suspense>
      {responseId !== null && <ComplaintOfResponse key={responseId} responseId={responseId} onClose={dropOffer} />}
    </Suspense>
  );
};

const home = '/tasks';
