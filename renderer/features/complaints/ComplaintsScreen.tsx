import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useParam, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useOpenedRow } from '../../lib/useOpenedRow.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChatIcon, PlusIcon } from '../../ui/icons.tsx';
import css from '../../ui/listDetail.module.css';
import { ComplaintDetail } from './ComplaintDetail.tsx';
import { ComplaintList } from './ComplaintList.tsx';
import { addressOf, isNarrowed, readFilter, tabOf } from './listFilter.ts';
import { NewComplaintPanel } from './NewComplaintPanel.tsx';
import { tick, useComplaintList } from './useComplaintList.ts';

/** 投诉: the list on the left, most urgent first, the one that is open on the right. */
const ComplaintsScreen = () => {
  const { t } = useTranslation();
  const id = useParam('id') || null;
  const wanted = useQueryValue('do');
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const read = useQuery(
    orpc.complaints.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null, refetchInterval: tick }),
  );
  const tab = filter.tab ?? (read.data ? tabOf(read.data.complaint.step) : 'open');
  const list = useComplaintList(filter, tab);
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
    'complaints.new': () => open('new'),
    'complaints.find': () => document.getElementById(searchId)?.focus(),
  });

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
            onTab={showTab}
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
