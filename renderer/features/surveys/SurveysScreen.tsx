import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useGo, useParam, useQueryValue } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useMay } from '../../lib/session.ts';
import { useOpenedRow } from '../../lib/useOpenedRow.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaceIcon } from '../../ui/icons.tsx';
import css from '../../ui/listDetail.module.css';
import { addressOf, isNarrowed, readFilter, tabOf } from './listFilter.ts';
import { ResponseDetail } from './ResponseDetail.tsx';
import { ResponseList } from './ResponseList.tsx';
import type { Tab } from './shapes.ts';
import { useResponseList } from './useResponseList.ts';

const NewResponsePanel = lazy(() => import('./NewResponsePanel.tsx'));

/** 满意度: bad answers that wait for somebody on the left, the latest or all of them, the one that is open on the right. */
const SurveysScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay();
  const id = useParam('id') || null;
  const wanted = useQueryValue('do');
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const read = useQuery(orpc.surveys.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }));
  // as it stood when it was opened: whoever goes through those that wait stays among them once one is dealt with
  const [held, setHeld] = useState<{ readonly id: string; readonly tab: Tab } | null>(null);
  if (id !== null && read.data?.id === id && held?.id !== id) setHeld({ id, tab: tabOf(read.data) });
  const tab = filter.tab ?? (id !== null && held?.id === id ? held.tab : 'waits');
  const list = useResponseList(filter, tab);
  const { show, showTab, open, close, walking, enter } = useOpenedRow({
    home,
    id,
    wanted,
    filter,
    tab,
    list,
    addressOf,
  });
  useScreenDeeds({
    'surveys.new': () => open('new'),
    'surveys.find': () => document.getElementById(searchId)?.focus(),
  });

  const { counts } = list;
  const nothing = id === null && counts !== null && counts.all === 0;
  return (
    <>
      {nothing && !isNarrowed(filter) ? (
        <EmptyState
          icon={<FaceIcon size={32} />}
          title={t('surveys.empty.title')}
          actions={
            <>
              <ActionButton type="primary" label={t('surveys.ask.command')} onClick={() => go('/surveys/ask')} />
              <ActionButton label={t('surveys.new')} keys="Alt+N" onClick={() => open('new')} />
              {may(managers) && (
                <ActionButton label={t('surveys.empty.build')} onClick={() => go('/settings/questionnaires')} />
              )}
            </>
          }
        >
          {t('surveys.empty.text')}
        </EmptyState>
      ) : (
        <div className={css['screen']}>
          <ResponseList
            searchId={searchId}
            list={list}
            filter={filter}
            tab={tab}
            openId={id}
            walking={walking}
            onTab={showTab}
            onShow={show}
            onNew={() => open('new')}
          />
          {id === null ? (
            <div className={css['nothingOpen']}>{counts && <p className="quiet">{t('surveys.choose')}</p>}</div>
          ) : (
            <ResponseDetail key={id} read={read} enter={enter} onOpen={open} onClose={close} />
          )}
        </div>
      )}
      <Suspense>
        {wanted === 'new' && <NewResponsePanel onClose={close} onAdded={(added) => show(added, { tab: 'all' })} />}
      </Suspense>
    </>
  );
};

export default SurveysScreen;

const home = '/surveys';
const searchId = 'survey-search';
