import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { Panel } from '../../ui/Panel.tsx';
import detail from '../complaints/detail.module.css';
import { useMoment } from '../complaints/useMoment.ts';
import type { ContactRow } from './shapes.ts';
import css from './tasks.module.css';

/** What was said before, the latest first. */
export const HistoryPart = ({ history }: { readonly history: readonly ContactRow[] }) => {
  const { t } = useTranslation();
  return (
    <Panel flush title={t('tasks.history.title')}>
      {history.length === 0 ? (
        <p className={detail['partNone']}>{t('tasks.history.none')}</p>
      ) : (
        <ul className={css['history']}>
          {history.map((contact) => (
            <Contact key={contact.id} contact={contact} />
          ))}
        </ul>
      )}
    </Panel>
  );
};

const Contact = ({ contact }: { readonly contact: ContactRow }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <li>
      <div className={css['historyHead']}>
        <span>{moment(contact.at)}</span>
        <Chip tone={toneOf(contact)}>{t(`tasks.outcome.${contact.outcome}`)}</Chip>
        <span>{contact.byName}</span>
        {contact.channel !== 'call' && <span>{t(`tasks.channel.${contact.channel}`)}</span>}
      </div>
      <span className="quiet">{contact.about.join(' · ')}</span>
      {contact.note && <span className={css['said']}>{contact.note}</span>}
      {contact.purposes.length > 0 && (
        <span className="quiet">{contact.purposes.map((one) => t(`tasks.purposes.${one}`)).join(' · ')}</span>
      )}
      {contact.nextAt !== null && <span>{t('tasks.history.next', { moment: moment(contact.nextAt) })}</span>}
      {contact.complaintId && (
        <Link className={detail['link'] ?? ''} to="/complaints/$id" params={{ id: contact.complaintId }}>
          {t('tasks.history.complaint')}
        </Link>
      )}
    </li>
  );
};

/** Green: it was dealt with; red: not to be called again. */
const toneOf = ({ outcome }: ContactRow): ChipTone => {
  switch (outcome) {
    case 'connected':
    case 'booked':
    case 'sent':
      return 'green';
    case 'never':
      return 'red';
    case 'callBack':
    case 'refused':
      return 'amber';
    default:
      return 'plain';
  }
};
