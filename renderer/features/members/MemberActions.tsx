import { useTranslation } from 'react-i18next';
import { pageCommands } from '../../app/features.ts';
import { useGo } from '../../lib/place.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import css from '../customer/customer.module.css';
import place from './memberPage.module.css';
import type { MemberPage } from './shapes.ts';

export interface MemberActionsProps {
  readonly page: MemberPage;
  readonly onOpen: (what: string) => void;
}

/** What can be still be done with a membership that is over. */
const always = ['members.points', 'members.why', 'members.statement', 'members.customer'];

/** What one can do with this membership, each with its key; ending it, rarely wanted, hardly shows. */
export const MemberActions = ({ page, onOpen }: MemberActionsProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const may = useMay();
  const { id, state } = page.membership;
  const over = state === 'cancelled' || state === 'merged';
  const actions = pageCommands('/members/$id').filter(
    (command) => may(command.roles) && (!over || always.includes(command.id)),
  );
  return (
    <nav className={`${css['side']} ${css['actions']} ${place['deeds']}`} aria-label={t('customer.actions.label')}>
      {actions.map((command) => (
        <button
          key={command.id}
          type="button"
          className={command.primary ? `${css['action']} ${css['primary']}` : css['action']}
          {...(command.key ? { 'aria-keyshortcuts': command.key } : {})}
          onClick={() => void command.perform({ go, t, path: `/members/${id}`, here: true })}
        >
          {t(command.labelKey)}
          {command.key && <KeyHint keys={command.key} />}
        </button>
      ))}
      {may(managers) && state !== 'merged' && (
        <button type="button" className={css['linkButton']} onClick={() => onOpen(over ? 'reactivate' : 'cancel')}>
          {t(over ? 'members.reactivate.title' : 'members.cancel.title')}
        </button>
      )}
    </nav>
  );
};
