import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hitsEverybody } from '../../../db/domain/tasks/hitsEverybody.ts';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { dayShort, number } from '../../lib/formats.ts';
import { useToday } from '../../lib/store.ts';
import { useSettled } from '../customer/useSettled.ts';
import type { Preview, TaskRuleFields } from './shapes.ts';
import css from './taskRules.module.css';

/** ms without a key before the store is asked again */
const pause = 400;

export interface PreviewPartProps {
  /** null while something in the form is wrong */
  readonly rule: TaskRuleFields | null;
}

/** Words change nobody's being hit: they are left out, so that typing them asks nothing. */
const asked = (rule: TaskRuleFields | null): string | null =>
  rule === null
    ? null
    : JSON.stringify({ ...rule, name: '-', script: '-', ...(rule.form === 'survey' ? {} : { form: 'none' }) });

/** 今天会命中谁: worked out while one types. */
export const PreviewPart = ({ rule }: PreviewPartProps) => {
  const { t } = useTranslation();
  const settled = useSettled(asked(rule), pause);
  const { data, error } = useQuery(
    orpc.taskRules.preview.queryOptions({
      input: settled === null ? skipToken : { rule: JSON.parse(settled) as TaskRuleFields },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <section className={css['preview']} aria-label={t('taskRules.preview.title')}>
      <h3>{t('taskRules.preview.title')}</h3>
      <div aria-live="polite">
        {rule === null ? (
          <p className="quiet">{t('taskRules.preview.wait')}</p>
        ) : error ? (
          <p className={css['wrong']}>{errorText(error, t, 'read')}</p>
        ) : data ? (
          <Sum found={data} rule={rule} />
        ) : (
          <p className="quiet">{t('taskRules.preview.busy')}</p>
        )}
      </div>
      {rule !== null && !error && data && <Sample found={data} />}
      <p className="quiet small">{t('taskRules.preview.sinceSaved')}</p>
    </section>
  );
};

const Sum = ({ found, rule }: { readonly found: Preview; readonly rule: TaskRuleFields }) => {
  const { t } = useTranslation();
  const { matched, listed, leftOut, overCap, customers } = found;
  if (matched === 0) return <p className={css['sum']}>{t('taskRules.preview.none')}</p>;
  const reasons = leftOut
    .map(({ reason, count }) =>
      t('taskRules.preview.reason', { reason: t(`taskRules.leftOut.${reason}`), n: number(count) }),
    )
    .join(t('customer.listSeparator'));
  const sum = t('taskRules.preview.sum', {
    matched: number(matched),
    listed: number(listed),
    out: number(matched - listed),
  });
  return (
    <>
      <p className={css['sum']}>
        {sum}
        {reasons && t('taskRules.preview.reasons', { reasons })}
      </p>
      {overCap > 0 && <p className="quiet">{t('taskRules.preview.overCap', { count: overCap })}</p>}
      {rule.trigger.kind !== 'festival' && hitsEverybody(matched, customers) && (
        <p className={css['wrong']}>{t('taskRules.check.rule-hits-everybody', { count: matched })}</p>
      )}
    </>
  );
};

const Sample = ({ found: { sample } }: { readonly found: Preview }) => {
  const { t } = useTranslation();
  const today = useToday();
  if (sample.length === 0) return null;
  return (
    <>
      <p className="quiet small">{t('taskRules.preview.sample', { count: sample.length })}</p>
      <ul className={css['sample']}>
        {sample.map(({ customerId, name, label, occasionDay, leftOut }) => (
          <li key={customerId}>
            <span>{name}</span>
            <span className="quiet">{dayShort(occasionDay, today)}</span>
            <span className="quiet">
              {[label, leftOut ? t(`taskRules.leftOut.${leftOut}`) : t('taskRules.preview.listed')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};
