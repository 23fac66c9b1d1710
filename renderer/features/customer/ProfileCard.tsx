import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/place.ts';
import { Chip } from '../../ui/Chip.tsx';
import { BirthdayText } from './BirthdayText.tsx';
import css from './customer.module.css';
import { RelationLine } from './RelationLine.tsx';
import { relationKey } from './relationKey.ts';
import type { CustomerPage } from './shapes.ts';

/** 资料 at a glance, and the family; what is not known takes no room. */
export const ProfileCard = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const { customer } = page;
  const facts: readonly (readonly [name: string, value: ReactNode])[] = [
    [t('customer.facts.stage'), t(`customer.stage.${customer.stage}`)],
    [t('customer.birthday.label'), customer.birthday && <BirthdayText birthday={customer.birthday} />],
    [t('customer.facts.tags'), customer.tags.length > 0 && <Words words={customer.tags} />],
    [t('customer.facts.interests'), customer.interests.length > 0 && <Words words={customer.interests} />],
    [t('customer.facts.needs'), customer.needs.map((need) => t(`customer.need.${need}`)).join(' ')],
    [t('customer.facts.job'), customer.job],
    [t('customer.facts.wechat'), customer.wechat],
    [t('customer.facts.address'), customer.address],
    [t('customer.facts.source'), customer.source],
    [t('customer.facts.referrer'), customer.referrerId && <Referrer page={page} />],
    [t('customer.facts.note'), customer.note],
  ];
  const known = facts.filter(([, value]) => Boolean(value));
  return (
    <>
      <section className={css['card']}>
        <h2>{t('customer.facts.title')}</h2>
        <dl>
          {known.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {known.length < 3 && <p className="quiet small">{t('customer.facts.empty')}</p>}
      </section>
      {page.relations.length > 0 && (
        <section className={css['card']}>
          <h2>{t('customer.family.title')}</h2>
          <ul>
            {page.relations.map((relation) => (
              <li key={relation.id} className={css['person']}>
                <span className="quiet small">{t(relationKey(relation))}</span> <RelationLine relation={relation} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

const Words = ({ words }: { readonly words: readonly string[] }) => (
  <span className={css['chips']}>
    {words.map((word) => (
      <Chip key={word}>{word}</Chip>
    ))}
  </span>
);

const Referrer = ({ page }: { readonly page: CustomerPage }) => {
  const go = useGo();
  const { referrerId, referrerName } = page.customer;
  return (
    <button type="button" className={css['linkButton']} onClick={() => go(`/customers/${referrerId}`)}>
      {referrerName}
    </button>
  );
};
