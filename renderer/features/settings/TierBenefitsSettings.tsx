import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { categories } from '../../../db/domain/category.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { RuleAbsent } from './RuleAbsent.tsx';
import { RuleFrame } from './RuleFrame.tsx';
import css from './rules.module.css';
import { TableText } from './TableText.tsx';
import {
  discountKey,
  newService,
  noTimes,
  readTierBenefits,
  type ServiceText,
  type TimesText,
  tierBenefitsForm,
} from './tierBenefitsForm.ts';
import { useRule } from './useRule.ts';

const asForm = { key: 'tierBenefits', formOf: tierBenefitsForm, read: readTierBenefits } as const;

/** Used services are counted by this code: a new service never takes the code, and with it the count, of one that is gone. */
const newCode = (): string => newRequestId().replaceAll('-', '').slice(0, 12);

/** 会员权益: services with their yearly counts, and discounts, by tier. */
export const TierBenefitsSettings = () => {
  const { t } = useTranslation();
  const { rule, absent } = useRule(asForm);
  if (!rule) return <RuleAbsent {...absent} />;
  const { form, change, say, tiers } = rule;
  const setService = (code: string, part: Partial<ServiceText>): void =>
    change({ services: form.services.map((service) => (service.code === code ? { ...service, ...part } : service)) });
  const tierHeads = tiers.map(({ code, name }) => (
    <th scope="col" key={code}>
      {name}
    </th>
  ));
  return (
    <RuleFrame rule={rule} text={t('rules.benefits.text')}>
      <h3>{t('rules.benefits.services')}</h3>
      <p className="quiet">{t('rules.benefits.servicesText')}</p>
      <div className={css['tableWrap']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('rules.benefits.service')}</th>
              {tierHeads}
              <th scope="col">
                <span className="heard-only">{t('common.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {form.services.map((service, at) => {
              const named = service.name.trim() || t('rules.benefits.unnamed');
              return (
                <tr key={service.code}>
                  <td className={css['name']}>
                    <TableText
                      words
                      label={t('rules.benefits.serviceName', { n: at + 1 })}
                      value={service.name}
                      maxLength={30}
                      wrong={say(`services.${service.code}.name`)}
                      onChange={(name) => setService(service.code, { name })}
                    />
                  </td>
                  {tiers.map(({ code, name }) => (
                    <td key={code}>
                      <Times
                        names={{ service: named, tier: name }}
                        value={service.tiers[code] ?? noTimes}
                        wrong={say(`services.${service.code}.${code}`)}
                        onChange={(times) => setService(service.code, { tiers: { ...service.tiers, [code]: times } })}
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      aria-label={t('rules.benefits.removeService', { service: named })}
                      onClick={() => change({ services: form.services.filter(({ code }) => code !== service.code) })}
                    >
                      {t('common.remove')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {say('services') && (
        <p className={css['cellWrong']} role="alert">
          {say('services')}
        </p>
      )}
      <div>
        <Button
          icon={<PlusIcon size={16} />}
          onClick={() => change({ services: [...form.services, newService(newCode())] })}
        >
          {t('rules.benefits.addService')}
        </Button>
      </div>
      <h3>{t('rules.benefits.discounts')}</h3>
      <p className="quiet">{t('rules.benefits.discountsText')}</p>
      <div className={css['tableWrap']}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('rules.points.category')}</th>
              {tierHeads}
            </tr>
          </thead>
          <tbody>
            {categories.map((category) => (
              <tr key={category}>
                <th scope="row">{t(`visit.category.${category}`)}</th>
                {tiers.map(({ code, name }) => {
                  const key = discountKey(category, code);
                  return (
                    <td key={code}>
                      <span className={`${css['cell']} ${css['short']}`}>
                        <TableText
                          label={t('rules.benefits.discountOf', {
                            category: t(`visit.category.${category}`),
                            tier: name,
                          })}
                          value={form.discounts[key] ?? ''}
                          maxLength={3}
                          wrong={say(`discounts.${key}`)}
                          onChange={(text) => change({ discounts: { ...form.discounts, [key]: text } })}
                        />
                        <span aria-hidden="true">%</span>
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </RuleFrame>
  );
};

interface TimesProps {
  readonly names: { readonly service: string; readonly tier: string };
  readonly value: TimesText;
  readonly wrong: string | undefined;
  readonly onChange: (value: TimesText) => void;
}

const Times = ({ names, value, wrong, onChange }: TimesProps) => {
  const { t } = useTranslation();
  return (
    <span className={`${css['cell']} ${css['short']}`}>
      <TableText
        label={t('rules.benefits.timesOf', names)}
        value={value.unlimited ? '' : value.times}
        maxLength={4}
        disabled={value.unlimited}
        wrong={wrong}
        onChange={(times) => onChange({ ...value, times })}
      />
      <label>
        <input
          type="checkbox"
          aria-label={t('rules.benefits.unlimitedOf', names)}
          checked={value.unlimited}
          onChange={(event) => onChange({ ...value, unlimited: event.target.checked })}
        />
        {t('rules.benefits.unlimited')}
      </label>
    </span>
  );
};
