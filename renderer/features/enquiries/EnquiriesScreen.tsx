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
import { PlusIcon, QuestionIcon } from '../../ui/icons.tsx';
import css from '../../ui/listDetail.module.css';
import { EnquiryDetail } from './EnquiryDetail.tsx';
import { EnquiryList } from './EnquiryList.tsx';
import { addressOf, isNarrowed, readFilter, tabOf } from './listFilter.ts';
import { NewEnquiryPanel } from './NewEnquiryPanel.tsx';
import { tick, useEnquiryList } from './useEnquiryList.ts';

/** 咨询: the list on the left, what is due first on top, the one that is open on the right. */
const EnquiriesScreen = () => {
  const { t } = useTranslation();
  const id = useParam('id') || null;
  const wanted = useQueryValue('do');
  const address = useRouterState({ select: (state) => state.location.searchStr });
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const read = useQuery(
    orpc.enquiries.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null, refetchInterval: tick }),
  );
  const tab = filter.tab ?? (read.data ? tabOf(read.data.state) : 'open');
  const list = useEnquiryList(filter, tab);
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
    'enquiries.new': () => open('new'),
    'enquiries.find': () => document.getElementById(searchId)?.focus(),
  });

  const { counts } = list;
  const nothing = id === null && counts !== null && counts.open + counts.closed === 0;
  return (
    <>
      {nothing && !isNarrowed(filter) ? (
        <EmptyState
          icon={<QuestionIcon size={32} />}
          title={t('enquiries.empty.title')}
          actions={
            <ActionButton
              type="primary"
              icon={<PlusIcon size={16} />}
              label={t('enquiries.new')}
              keys="Alt+N"
              onClick={() => open('new')}
            />
          }
        >
          {t('enquiries.empty.text')}
        </EmptyState>
      ) : (
        <div className={css['screen']}>
          <EnquiryList
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
            <div className={css['nothingOpen']}>{counts && <p className="quiet">{t('enquiries.choose')}</p>}</div>
          ) : (
            <EnquiryDetail key={id} read={read} enter={enter} onOpen={open} onClose={close} />
          )}
        </div>
      )}
      {wanted === 'new' && <NewEnquiryPanel onClose={close} />}
    </>
  );
};

export default EnquiriesScreen;

const home = '/enquiries';
const searchId = 'enquiry-search';
