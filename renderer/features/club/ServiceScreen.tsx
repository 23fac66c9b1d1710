import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryValue } from '../../lib/place.ts';
import type { RowPages } from '../../lib/rowPages.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useOpenedRow } from '../../lib/useOpenedRow.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlusIcon, ShieldIcon } from '../../ui/icons.tsx';
import css from '../../ui/listDetail.module.css';
import own from './club.module.css';
import { addressOf, homeOf, isNarrowed, type ListFilter } from './listFilter.ts';
import { type LineOf, ServiceList } from './ServiceList.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';
import type { Counts, Service, Tab } from './shapes.ts';

/** What a detail needs of the screen around it. */
export interface OpenedJob {
  /** what Enter does: set by the detail */
  readonly enter: RefObject<() => void>;
  readonly onOpen: (what: string) => void;
  readonly onClose: () => void;
}

export interface ServiceScreenProps<Row extends { readonly id: string }> {
  readonly service: Service;
  readonly id: string | null;
  readonly filter: ListFilter;
  readonly tab: Tab;
  readonly list: RowPages<Row, Counts>;
  readonly kinds: readonly (readonly [kind: string, label: string])[];
  readonly line: LineOf<Row>;
  readonly detail: (opened: OpenedJob) => ReactNode;
  /** the form of a new one */
  readonly newPanel: (onClose: () => void) => ReactNode;
}

/** One of the three services: the list on the left, what waits longest on top, the one that is open on the right. */
export const ServiceScreen = <Row extends { readonly id: string }>(props: ServiceScreenProps<Row>) => {
  const { service, id, filter, tab, list } = props;
  const { t } = useTranslation();
  const wanted = useQueryValue('do');
  const { show, showTab, open, close, walking, enter } = useOpenedRow({
    home: homeOf(service),
    id,
    wanted,
    filter,
    tab,
    list,
    addressOf: addressOf(service),
  });
  useScreenDeeds({
    'club.new': () => open('new'),
    'club.find': () => document.getElementById(searchId)?.focus(),
  });
  const { counts } = list;
  const nothing = id === null && counts !== null && counts.open + counts.ended === 0;
  return (
    <>
      {nothing && !isNarrowed(filter) ? (
        <div className={own['emptyScreen']}>
          <ServiceTabs service={service} />
          <EmptyState
            icon={<ShieldIcon size={32} />}
            title={t(`club.empty.${service}.title`)}
            actions={
              <ActionButton
                type="primary"
                icon={<PlusIcon size={16} />}
                label={t(`club.new.${service}`)}
                keys="Alt+N"
                onClick={() => open('new')}
              />
            }
          >
            {t(`club.empty.${service}.text`)}
          </EmptyState>
        </div>
      ) : (
        <div className={css['screen']}>
          <ServiceList
            {...props}
            searchId={searchId}
            walking={walking}
            onTab={showTab}
            onShow={show}
            onNew={() => open('new')}
          />
          {id === null ? (
            <div className={css['nothingOpen']}>{counts && <p className="quiet">{t('club.choose')}</p>}</div>
          ) : (
            props.detail({ enter, onOpen: open, onClose: close })
          )}
        </div>
      )}
      {wanted === 'new' && props.newPanel(close)}
    </>
  );
};

const searchId = 'club-search';
