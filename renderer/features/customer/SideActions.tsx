import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../app/feature.ts';
import { pageCommands } from '../../app/features.ts';
import { orpc } from '../../lib/api.ts';
import { useGo } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMay } from '../../lib/session.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import css from './customer.module.css';
import { ReasonLine } from './ReasonLine.tsx';
import { refusalText } from './refusal.ts';
import { type CustomerPage, costRoles } from './shapes.ts';

/** What one can do with this customer, each with its key; what has none is done from the one box, and from the panel it belongs to. */
export const SideActions = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay();
  const path = `/customers/${page.customer.id}`;
  const isMember = page.card !== null;
  const callIsDue = useCallIsDue(page.customer.id);
  const actions = pageCommands('/customers/$id')
    .filter((command) => command.key !== undefined && may(command.roles))
    .filter((command) => (command.forMember ?? isMember) === isMember)
    .filter((command) => callIsDue || !command.forDue)
    .toSorted((a, b) => rank(b) - rank(a));
  return (
    <nav className={css['actions']} aria-label={t('customer.actions.label')}>
      {actions.map((command) => (
        <button
          key={command.id}
          type="button"
          className={command.primary ? `${css['action']} ${css['primary']}` : css['action']}
          {...(command.key ? { 'aria-keyshortcuts': command.key } : {})}
          onClick={() => void command.perform({ go, t, path, here: true })}
        >
          {t(command.labelKey)}
          {command.key && <KeyHint keys={command.key} />}
        </button>
      ))}
      <RemoveCustomer page={page} />
    </nav>
  );
};

const rank = ({ primary = false, forDue = false }: Command): number => (primary ? 2 : forDue ? 1 : 0);

/** Whether one of the rules found a reason to call; open tasks come first among a customer's. */
const useCallIsDue = (customerId: string): boolean => {
  const { data } = useQuery(orpc.tasks.ofCustomer.queryOptions({ input: { customerId, limit: 20 } }));
  return data?.rows.some(({ state, channel }) => state === 'open' && channel === 'call') ?? false;
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
              void notifyUndoable(t('customer.remove.done', { name }), t);
              go('/customers', { replace: true });
            },
          },
        )
      }
    />
  );
};
