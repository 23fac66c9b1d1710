import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleKey } from '../../../db/contract/settings.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { RuleVersions } from './RuleVersions.tsx';
import { ruleSentences } from './ruleSentences.ts';
import css from './rules.module.css';
import { SaveRow } from './SaveRow.tsx';
import type { Rule } from './useRule.ts';

export interface RuleFrameProps<K extends RuleKey, F extends object> {
  readonly rule: Rule<K, F>;
  /** what the section is about */
  readonly text: string;
  /** beside 保存 */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A section of rules: the form, from when on it holds, what that means in plain words, and every version so far. */
export const RuleFrame = <K extends RuleKey, F extends object>({
  rule,
  text,
  actions,
  children,
}: RuleFrameProps<K, F>) => {
  const { t } = useTranslation();
  const { may } = rule;
  const key: RuleKey = rule.key;
  return (
    <div className={css['rule']}>
      <Panel title={t(`settings.section.${key}`)}>
        <div className={css['form']}>
          <p className="quiet">{text}</p>
          {may && <RestoredNotice at={rule.restoredAt} onDiscard={rule.discard} />}
          {/* who may not change it reads what it says, below */}
          {may && children}
          {!may && <Sentences rule={rule} whole />}
          {!may && <p className="quiet small">{t('rules.managersOnly')}</p>}
        </div>
      </Panel>
      {may && (
        <Panel className={css['keep'] ?? ''}>
          <div className={css['form']}>
            <h3>{t(rule.touched ? 'rules.preview' : 'rules.previewNow')}</h3>
            <Sentences rule={rule} />
            <div className={css['keepRow']}>
              <FromDay rule={rule} />
              <SaveRow
                may
                changed={rule.changed}
                resets={rule.touched}
                busy={rule.busy}
                error={rule.error}
                onSave={rule.save}
                onReset={rule.discard}
                more={actions}
              />
            </div>
          </div>
        </Panel>
      )}
      <RuleVersions rule={rule} />
    </div>
  );
};

interface SentencesProps<K extends RuleKey> {
  readonly rule: Pick<Rule<K, object>, 'key' | 'value' | 'holding' | 'tiers' | 'day' | 'today'>;
  /** all of them are in sight, however many */
  readonly whole?: boolean;
}

/** What the rule says; what is new stands first and out. */
const Sentences = <K extends RuleKey>({ rule, whole }: SentencesProps<K>) => {
  const { t } = useTranslation();
  const { key, value, holding, tiers, today } = rule;
  if (value === null) return <p className={css['wrong']}>{t('rules.previewWrong')}</p>;
  const context = { t, tiers, day: rule.day ?? today, today };
  const now = ruleSentences(key, holding, context);
  const said = ruleSentences(key, value, context);
  const fresh = said.filter((sentence) => !now.includes(sentence));
  const list = (
    <ul className={css['sentences']}>
      {fresh.map((sentence) => (
        <li key={sentence}>
          <mark>{sentence}</mark>
        </li>
      ))}
      {said
        .filter((sentence) => !fresh.includes(sentence))
        .map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
    </ul>
  );
  if (whole) return list;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and nothing in it can take the focus
    <section className={css['fewer']} tabIndex={0} aria-label={t('rules.preview')}>
      {list}
    </section>
  );
};

const FromDay = <K extends RuleKey, F extends object>({ rule }: { readonly rule: Rule<K, F> }) => {
  const { t } = useTranslation();
  const { day, today, versions } = rule;
  const next =
    day === null ? undefined : versions.findLast(({ fromDay }) => fromDay !== null && fromDay > day)?.fromDay;
  const replaces = day !== null && day > today && versions.some(({ fromDay }) => fromDay === day);
  const notes = [
    rule.touched && rule.value !== null && day !== null && !rule.changed ? t('rules.same') : null,
    replaces ? t('rules.replaces', { day }) : null,
    next ? t('rules.plannedAfter', { day: next }) : null,
  ].filter((note) => note !== null);
  return (
    <FormField
      label={t('rules.fromDay')}
      help={t('rules.fromDayHelp')}
      {...(day === null ? { error: t('rules.fromDayPast') } : notes.length > 0 ? { warning: notes.join(' ') } : {})}
      className={css['fromDay'] ?? ''}
    >
      <DayInput value={rule.dayText} onChange={rule.setDay} />
    </FormField>
  );
};
