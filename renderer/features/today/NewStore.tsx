import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ImportIcon, PeopleIcon, PlusIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** A store without customers: how to begin. */
export const NewStore = () => {
  const { t } = useTranslation();
  const go = useGo();
  const mayImport = useMay()(managers);
  return (
    <Panel className="today-new">
      <EmptyState
        icon={<PeopleIcon size={44} />}
        title={t('today.emptyTitle')}
        actions={
          <>
            {mayImport && (
              <ActionButton
                type="primary"
                size="large"
                icon={<ImportIcon />}
                label={t('today.import')}
                onClick={() => go('/imports')}
              />
            )}
            <ActionButton
              size="large"
              icon={<PlusIcon />}
              label={t('today.newCustomer')}
              keys="Alt+N"
              onClick={() => go('/customers/new')}
            />
          </>
        }
      >
        {t(mayImport ? 'today.emptyText' : 'today.emptyTextStaff')}
      </EmptyState>
    </Panel>
  );
};
