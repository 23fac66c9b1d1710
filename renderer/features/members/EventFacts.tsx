import { useTranslation } from 'react-i18next';
import { useStoreSettings } from '../../lib/store.ts';
import { factWords } from './eventWords.ts';
import css from './memberPage.module.css';
import type { MembershipEvent } from './shapes.ts';

/** What was found when it was decided, and by which rule. */
export const EventFacts = ({ event }: { readonly event: MembershipEvent }) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  return (
    <dl className={css['factList']}>
      {factWords(event, tiers, t).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('memberRecord.why.rule')}</dt>
        <dd>{event.ruleDay === null ? t('points.shipped') : t('points.rule', { day: event.ruleDay })}</dd>
      </div>
    </dl>
  );
};
