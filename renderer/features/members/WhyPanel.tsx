import { useTranslation } from 'react-i18next';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { EventFacts } from './EventFacts.tsx';
import { eventWords, tierEvent } from './eventWords.ts';
import { missingWords, wayWords } from './pathWords.ts';
import type { MemberPage } from './shapes.ts';

export interface WhyPanelProps {
  readonly page: MemberPage;
  readonly onClose: () => void;
}

/** 卡级如何算出: the decision by which the tier is what it is, what was found then, and what higher tiers ask today. */
export const WhyPanel = ({ page, onClose }: WhyPanelProps) => {
  const { t } = useTranslation();
  const { membership, events, paths } = page;
  const event = tierEvent(events);
  return (
    <SidePanel
      title={t('memberRecord.why.title', { tier: membership.tierName })}
      sub={membership.holder}
      onClose={onClose}
    >
      {event ? (
        <>
          <p>
            {event.day} <strong>{t(`memberRecord.event.kind.${event.kind}`)}</strong> · {event.byName}
          </p>
          <p>{eventWords(event, t)}</p>
          <EventFacts event={event} />
        </>
      ) : (
        <p>{t('memberRecord.why.unknown')}</p>
      )}
      {paths.upgrades.length > 0 && (
        <div className={css['part']}>
          <h3>{t('memberRecord.why.higher')}</h3>
          <ul>
            {paths.upgrades.map((row) => (
              <li key={`${row.tier} ${row.path}`} className={css['row']}>
                <strong>{row.tierName}</strong>
                <span>{wayWords(row, 'upgrade', t)}</span>
                <span className={css['rowEnd']}>
                  {row.met
                    ? t('members.paths.met')
                    : t('members.stillMissing', { what: missingWords(row, 'upgrade', t) })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </SidePanel>
  );
};
