import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyShort, number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { ClubChips } from '../club/ClubChips.tsx';
import { CareChips } from '../complaints/CareChips.tsx';
import { StripCard } from '../members/StripCard.tsx';
import { consentSummary } from './consentSummary.ts';
import css from './customer.module.css';
import { DueChips } from './DueChips.tsx';
import { Phones } from './Phones.tsx';
import type { CustomerPage } from './shapes.ts';

/** The 10-second strip: all that somebody must know before they say the first word. */
export const Strip = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const { customer, card, spend } = page;
  const cared = page.openComplaints.length > 0 || page.lastPromise !== null || page.openClub.length > 0;
  return (
    <section className={css['strip']} aria-label={t('customer.strip.label')}>
      <div className={`${css['cell']} ${css['who']}`}>
        <div className={css['nameLine']}>
          <h1 className={css['name']}>{customer.name}</h1>
          <Kind page={page} />
          {card ? <StripCard card={card} /> : <Chip>{t('customer.strip.noCard')}</Chip>}
        </div>
        <div className={css['second']}>
          <Phones page={page} />
          <CardValidity page={page} />
          {' · '}
          {customer.adviserName
            ? t('customer.strip.adviser', { name: customer.adviserName })
            : t('customer.strip.noAdviser')}
        </div>
      </div>
      {card && (
        <>
          <Figure
            label={t('customer.strip.redeemable')}
            value={number(card.redeemablePoints)}
            under={lapsingText(card, t)}
          />
          <Figure
            label={t('customer.strip.cumulative')}
            value={number(card.cumulativePoints)}
            under={<ExplainLink customerId={customer.id} />}
          />
        </>
      )}
      <Figure
        label={t('customer.strip.spend')}
        value={moneyShort(spend.totalFen)}
        under={
          spend.lastVisitDay === null
            ? t('customer.strip.noVisit')
            : t('customer.strip.lastVisit', { n: spend.visits, day: spend.lastVisitDay })
        }
        title={t('customer.strip.spendDetail', { amount: moneyShort(spend.last12MonthsFen) })}
      />
      <div className={`${css['cell']} ${css['dueCell']}`}>
        <div className={css['label']}>{t('customer.strip.due')}</div>
        {cared && (
          <div className={css['care']}>
            <CareChips page={page} />
            <ClubChips jobs={page.openClub} />
          </div>
        )}
        {(page.due.length > 0 || !cared) && <DueChips due={page.due} oneVehicle={page.vehicles.length === 1} />}
      </div>
      <Contact page={page} />
    </section>
  );
};

/** What somebody must know of the points before they are spent. */
const lapsingText = (card: NonNullable<CustomerPage['card']>, t: TFunction): string => {
  if (card.debtPoints > 0) return t('customer.strip.debt', { n: number(card.debtPoints) });
  if (card.lapsingPoints > 0) return t('customer.strip.lapsing', { n: number(card.lapsingPoints) });
  return t('customer.strip.nothingLapses');
};

const ExplainLink = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <button
      type="button"
      className={css['linkButton']}
      onClick={() => go(`/customers/${customerId}?do=points`, { replace: true })}
    >
      {t('points.title')}
    </button>
  );
};

const Kind = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const { customer, age } = page;
  const words =
    customer.kind === 'company'
      ? [t('customer.kind.company')]
      : [customer.gender && t(`customer.gender.${customer.gender}`), age !== null && t('customer.age', { age })];
  const said = words.filter(Boolean).join(' · ');
  return said ? <span className="quiet">{said}</span> : null;
};

const CardValidity = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const today = useToday();
  const through = page.card?.validThrough;
  if (!through) return null;
  return (
    <>
      {' · '}
      {through < today ? (
        <span className={css['danger']}>
          <WarningIcon size={14} /> {t('customer.strip.expired', { day: through })}
        </span>
      ) : (
        t('customer.strip.validThrough', { day: through })
      )}
    </>
  );
};

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly under: ReactNode;
  readonly title?: string;
}

const Figure = ({ label, value, under, title }: FigureProps) => (
  <div className={css['cell']} title={title}>
    <div className={css['label']}>{label}</div>
    <div className={css['figure']}>{value}</div>
    <div className={css['under']}>{under}</div>
  </div>
);

const Contact = ({ page }: { readonly page: CustomerPage }) => {
  const { t } = useTranslation();
  const { agreed, refused } = consentSummary(page.consents);
  const list = (purposes: typeof agreed) => purposes.map((purpose) => t(`customer.consent.short.${purpose}`)).join(' ');
  const { contactHours } = page.customer;
  return (
    <div className={`${css['cell']} ${css['contactCell']}`}>
      <div className={css['label']}>{t('customer.strip.contact')}</div>
      {agreed.length > 0 && <div>{t('customer.consent.agrees', { list: list(agreed) })}</div>}
      {refused.length > 0 && (
        <div className={css['danger']}>{t('customer.consent.refuses', { list: list(refused) })}</div>
      )}
      {agreed.length + refused.length === 0 && <div className="quiet">{t('customer.consent.none')}</div>}
      {contactHours && <div className={css['under']}>{t('customer.strip.hours', { hours: contactHours })}</div>}
    </div>
  );
};
