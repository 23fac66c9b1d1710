import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { CardIcon, PlusIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { HomeLists } from './HomeLists.tsx';
import { HomeTiles } from './HomeTiles.tsx';
import { JoinAnyone } from './JoinAnyone.tsx';
import css from './members.module.css';
import { RenewPanel } from './RenewPanel.tsx';
import type { Home } from './shapes.ts';
import { UpgradePanel } from './UpgradePanel.tsx';

const here = '/members';

/** 会员: what wants doing with cards and points today, and the way to the counter. */
const MembersHomeScreen = () => {
  const { data, error, refetch } = useQuery(orpc.members.home.queryOptions({ input: {} }));
  return (
    <>
      {data ? <Page home={data} /> : error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
      <HomePanels />
    </>
  );
};

export default MembersHomeScreen;

/** The form that the address asks for. */
const HomePanels = () => {
  const go = useGo();
  const wanted = useQueryValue('do');
  const id = useQueryValue('id');
  const customerId = useQueryValue('customer');
  const close = (): void => go(here, { replace: true });
  switch (wanted) {
    case 'join':
      return <JoinAnyone key={customerId ?? ''} customerId={customerId} onClose={close} />;
    case 'renew':
      return id ? <RenewPanel id={id} onClose={close} /> : null;
    case 'upgrade':
      return id ? <UpgradePanel id={id} onClose={close} /> : null;
    default:
      return null;
  }
};

const Page = ({ home }: { readonly home: Home }) => {
  const { t } = useTranslation();
  const go = useGo();
  useScreenDeeds({
    'members.renewRow': () => {
      const id = focusedMember() ?? home.expiring[0]?.membershipId;
      if (id) go(`${here}?do=renew&id=${id}`, { replace: true });
    },
  });
  useHotkeys({ ArrowDown: () => moveRow(1), ArrowUp: () => moveRow(-1) });
  const join = (
    <ActionButton
      type="primary"
      icon={<PlusIcon size={16} />}
      label={t('members.join.title')}
      keys="B"
      onClick={() => go(`${here}?do=join`, { replace: true })}
    />
  );
  const everyone = home.byTier.reduce((sum, { members }) => sum + members, 0);
  return (
    <div className={css['home']}>
      <header className={css['homeHead']}>
        <h1>{t('members.home.title')}</h1>
        <div className={css['homeActions']}>
          <ActionButton label={t('members.list.title')} keys="L" onClick={() => go('/members/list')} />
          <ActionButton label={t('members.home.redeem')} keys="D" onClick={() => go('/redeem')} />
          {join}
        </div>
      </header>
      {everyone + home.counts.active === 0 ? (
        <EmptyState
          icon={<CardIcon size={32} />}
          title={t('members.empty.title')}
          actions={
            <>
              {join}
              <ActionButton label={t('members.empty.import')} onClick={() => go('/imports')} />
            </>
          }
        >
          {t('members.empty.text')}
        </EmptyState>
      ) : (
        <>
          <HomeTiles home={home} />
          <HomeLists home={home} />
        </>
      )}
    </div>
  );
};

/** The links of the rows, in the order in which they stand. */
const rows = (): readonly Element[] => [...document.querySelectorAll('[data-member] a')];

/** ↑ and ↓ go from member to member through the lists. */
const moveRow = (step: 1 | -1): void => {
  const all = rows();
  const at = document.activeElement ? all.indexOf(document.activeElement) : -1;
  const next = all[at === -1 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)];
  if (next instanceof HTMLElement) next.focus();
};

/** The membership of the row that has the focus. */
const focusedMember = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-member]')?.dataset['member'] ?? null;
