import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionedKey } from '../../../db/contract/settings.ts';
import type { TextKey } from '../../i18n/index.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DayInput } from '../customer/DayInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { RuleVersions } from './RuleVersions.tsx';
import { ruleSentences } from './ruleSentences.ts';
import css from './rules.module.css';
import { SaveRow } from './SaveRow.tsx';
import type { Rule } from './useRule.ts';

/** What a rule is called, and what is said of the day from which it holds. */
const words: { readonly [K in VersionedKey]: { readonly title: TextKey; readonly dayHelp: TextKey } } = {
  pointsRules: { title: 'settings.section.pointsRules', dayHelp: 'rules.fromDayHelp' },
  membershipRules: { title: 'settings.section.membershipRules', dayHelp: 'rules.fromDayHelp' },
  pointsTerms: { title: 'settings.section.pointsTerms', dayHelp: 'rules.fromDayHelp' },
  tierBenefits: { title: 'settings.section.tierBenefits', dayHelp: 'rules.fromDayHelp' },
  complaintTerms: { title: 'complaintRules.title.complaintTerms', dayHelp: 'complaintRules.dayHelp.terms' },
  complaintCategories: { title: 'complaintRules.title.complaintCategories', dayHelp: 'complaintRules.dayHelp.list' },
  complaintDepartments: { title: 'complaintRules.title.complaintDepartments', dayHelp: 'complaintRules.dayHelp.list' },
  complaintCauses: { title: 'complaintRules.title.complaintCauses', dayHelp: 'complaintRules.dayHelp.list' },
  holidayYears: { title: 'complaintRules.title.holidayYears', dayHelp: 'complaintRules.dayHelp.list' },
  enquiryTerms: { title: 'complaintRules.title.enquiryTerms', dayHelp: 'complaintRules.dayHelp.list' },
  contactRules: { title: 'complaintRules.title.contactRules', dayHelp: 'complaintRules.dayHelp.list' },
  deliveryChecklist: { title: 'deliveries.settings.title', dayHelp: 'complaintRules.dayHelp.list' },
  surveyTerms: { title: 'questionnaires.part.terms', dayHelp: 'complaintRules.dayHelp.list' },
  servicePlan: { title: 'complaintRules.title.servicePlan', dayHelp: 'complaintRules.dayHelp.list' },
};

export interface RuleFrameProps<K extends VersionedKey, F extends object> {
  readonly rule: Rule<K, F>;
  /** what the section is about */
  readonly text: string;
  /** beside 保存 */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A section of rules: the form, from when on it holds, what that means in plain words, and every version so far. */
export const RuleFrame = <K extends VersionedKey, F extends object>({
  rule,
  text,
  actions,
  children,
}: RuleFrameProps<K, F>) => {
  const { t } = useTranslation();
  const { may } = rule;
  const key: VersionedKey = rule.key;
  return (
    <div className={css['rule']}>
      <Panel title={t(words[key].title)}>
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

interface SentencesProps<K extends VersionedKey> {
  readonly rule: Pick<Rule<K, object>, 'key' | 'value' | 'holding' | 'tiers' | 'names' | 'day' | 'today'>;
  /** all of them are in sight, however many */
  readonly whole?: boolean;
}

/** What the rule says; what is new stands first and out. */
const Sentences = <K extends VersionedKey>({ rule, whole }: SentencesProps<K>) => {
  const { t } = useTranslation();
  const { key, value, holding, tiers, names, today } = rule;
  if (value === null) return <p className={css['wrong']}>{t('rules.previewWrong')}</p>;
  const context = { t, tiers, names, day: rule.day ?? today, today };
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

const FromDay = <K extends VersionedKey, F extends object>({ rule }: { readonly rule: Rule<K, F> }) => {
  const { t } = useTranslation();
  const { day, today, versions } = rule;
  const key: VersionedKey = rule.key;
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
      help={t(words[key].dayHelp)}
      {...(day === null ? { error: t('rules.fromDayPast') } : notes.length > 0 ? { warning: notes.join(' ') } : {})}
      className={css['fromDay'] ?? ''}
    >
      <DayInput value={rule.dayText} onChange={rule.setDay} />
    </FormField>
  );
};
