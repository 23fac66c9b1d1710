import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { managers } from '../../lib/roles.ts';
import { FormField } from '../../ui/FormField.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import own from './complaintRules.module.css';
import {
  type ComplaintTermsForm,
  complaintTermsForm,
  type HoursField,
  hoursFields,
  readComplaintTerms,
  severities,
} from './complaintTermsForm.ts';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import { RuleText } from './RuleText.tsx';
import css from './rules.module.css';
import { TableText } from './TableText.tsx';
import { useRule } from './useRule.ts';

const asForm = { key: 'complaintTerms', formOf: complaintTermsForm, read: readComplaintTerms } as const;

const columns: Readonly<
  Record<HoursField, { readonly clock: 'acknowledge' | 'solve'; readonly face: 'natural' | 'working' }>
> = {
  acknowledgeNatural: { clock: 'acknowledge', face: 'natural' },
  acknowledgeWorking: { clock: 'acknowledge', face: 'working' },
  solveNatural: { clock: 'solve', face: 'natural' },
  solveWorking: { clock: 'solve', face: 'working' },
};

/** The form's single figures. */
type Figure = 'twinDays' | 'defectMonths' | 'authorityDays' | 'limit' | 'askBackDays';

/** 投诉时限: terms by severity, who hears of a breach, and the figures around them. */
export const ComplaintTermsPart = () => {
  const { t } = useTranslation();
  const staff = useQuery(orpc.staff.list.queryOptions({ input: {} })).data?.rows ?? [];
  const names = new Map(staff.map(({ id, displayName }) => [id, displayName]));
  const { rule, absent } = useRule({ ...asForm, names });
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say } = rule;
  const leading = staff.filter(({ role, active }) => active && managers.includes(role));
  const figure = (name: Figure, help?: string) => (
    <RuleText
      label={t(`complaintRules.terms.${name}`)}
      {...(help ? { help } : {})}
      value={form[name]}
      wrong={say(name)}
      onChange={(text) => change({ [name]: text })}
    />
  );
  return (
    <RuleFrame rule={rule} text={t('complaintRules.terms.text')}>
      <h3>{t('complaintRules.terms.hours')}</h3>
      <p className="quiet">{t('complaintRules.terms.hoursText')}</p>
      <div className={css['tableWrap']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('complaintRules.terms.severity')}</th>
              {hoursFields.map((field) => (
                <th scope="col" key={field}>
                  {t(`complaintRules.terms.${columns[field].clock}`)} · {t(`complaints.face.${columns[field].face}`)}
                </th>
              ))}
              <th scope="col">{t('complaintRules.terms.escalate')}</th>
            </tr>
          </thead>
          <tbody>
            {severities.map((severity) => {
              const typed = form[severity];
              const named = t(`complaints.severity.${severity}`);
              const set = (part: Partial<typeof typed>): void => change({ [severity]: { ...typed, ...part } });
              return (
                <tr key={severity}>
                  <th scope="row">{named}</th>
                  {hoursFields.map((field) => (
                    <td key={field} className={own['hoursCell']}>
                      <TableText
                        label={t('complaintRules.terms.of', {
                          severity: named,
                          clock: t(`complaintRules.terms.${columns[field].clock}`),
                          face: t(`complaints.face.${columns[field].face}`),
                        })}
                        value={typed[field]}
                        maxLength={7}
                        wrong={say(`${severity}.${field}`)}
                        onChange={(text) => set({ [field]: text })}
                      />
                    </td>
                  ))}
                  <td className={own['selectCell']}>
                    <SelectInput
                      aria-label={t('complaintRules.terms.escalateOf', { severity: named })}
                      value={typed.escalateToId}
                      options={[
                        ['', t('complaintRules.terms.everyManager')],
                        ...leading.map(({ id, displayName }) => [id, displayName] as const),
                        ...(typed.escalateToId !== '' && !leading.some(({ id }) => id === typed.escalateToId)
                          ? [
                              [
                                typed.escalateToId,
                                names.get(typed.escalateToId) ?? t('complaintRules.say.somebody'),
                              ] as const,
                            ]
                          : []),
                      ]}
                      onChange={(escalateToId) => set({ escalateToId })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={css['row']}>
        <FormField label={t('complaintRules.terms.countedBy')}>
          <SelectInput<ComplaintTermsForm['countedBy']>
            value={form.countedBy}
            options={[
              ['natural', t('complaints.face.natural')],
              ['working', t('complaints.face.working')],
            ]}
            onChange={(countedBy) => change({ countedBy })}
          />
        </FormField>
        <RuleText
          label={t('complaintRules.terms.warn')}
          help={t('complaintRules.terms.warnHelp')}
          value={form.warn}
          wrong={say('warn')}
          onChange={(warn) => change({ warn })}
        />
        {figure('askBackDays')}
      </div>
      <h3>{t('complaintRules.terms.others')}</h3>
      <div className={css['row']}>
        {figure('twinDays')}
        {figure('limit', t('complaintRules.terms.limitHelp'))}
        {figure('defectMonths', t('complaintRules.terms.defectHelp'))}
        {figure('authorityDays', t('complaintRules.terms.authorityHelp'))}
      </div>
    </RuleFrame>
  );
};
