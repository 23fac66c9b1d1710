import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMay } from '../../lib/session.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import css from './customer.module.css';
import { ReasonLine } from './ReasonLine.tsx';
import { refusalText } from './refusal.ts';
import { type CustomerPage, costRoles } from './shapes.ts';

export interface SideActionsProps {
  readonly page: CustomerPage;
  readonly onOpen: (what: string) => void;
  readonly onEdit: () => void;
}

/** What one can do with this customer, each with its key. */
export const SideActions = ({ page, onOpen, onEdit }: SideActionsProps) => {
  const { t } = useTranslation();
  const actions = [
    ['visit', 'V', () => onOpen('visit')],
    ['edit', 'E', onEdit],
    ['vehicle', 'A', () => onOpen('vehicle')],
    ['note', 'N', () => onOpen('note')],
    ['consents', 'G', () => onOpen('consents')],
    ['relations', 'F', () => onOpen('relations')],
  ] as const;
  return (
    <nav className={css['actions']} aria-label={t('customer.actions.label')}>
      {actions.map(([name, key, perform]) => (
        <button
          key={name}
          type="button"
          className={name === 'visit' ? `${css['action']} ${css['primary']}` : css['action']}
          aria-keyshortcuts={key}
          onClick={perform}
        >
          {t(`customer.actions.${name}`)}
          <KeyHint keys={key} />
        </button>
      ))}
      <RemoveCustomer page={page} />
    </nav>
  );
};

/** 删除档案, for managers: soft, with a reason, and to be undone from the bar at the bottom. */
const RemoveCustomer = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay()(costRoles);
  const remove = useMutation(orpc.customers.remove.mutationOptions());
  if (!may || page.spend.visits > 0) return null;
  const { id, name, version } = page.customer;
  return (
    <ReasonLine
      quiet
      open={t('customer.actions.remove')}
      label={t('customer.remove.reason')}
      text={t('customer.remove.text', { name })}
      confirm={t('customer.remove.confirm')}
      busy={remove.isPending}
      error={remove.error ? refusalText(remove.error, t) : undefined}
      onConfirm={(reason) =>
        remove.mutate(
          { id, version, reason, requestId: newRequestId() },
          {
            onSuccess: () => {
              notify(t('customer.remove.done', { name }), {
                action: {
                  label: t('customer.remove.undo'),
                  perform: async () => {
                    await api.customers.restore({ id, requestId: newRequestId() });
                    notify(t('customer.remove.restored', { name }), { tone: 'green' });
                    go(`/customers/${id}`);
                  },
                },
              });
              go('/customers', { replace: true });
            },
          },
        )
      }
    />
  );
};
