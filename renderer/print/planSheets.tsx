import i18next, { type TFunction } from 'i18next';
import { mileageWords, type Plan, paceWords, planRowWords, severeWords } from '../features/customer/planWords.ts';
import { api } from '../lib/api.ts';
import { number, plate } from '../lib/formats.ts';
import css from './plan.module.css';
import type { Printable } from './printable.ts';
import sheet from './sheet.module.css';

interface PartProps {
  readonly plan: Plan;
  /** always Chinese: the customer takes it along */
  readonly t: TFunction;
}

const Head = ({ plan, t }: PartProps) => (
  <header>
    <p className={sheet['store']}>{plan.storeName}</p>
    <h1 className={sheet['title']}>{t('plan.title')}</h1>
    <p className={sheet['dates']}>
      <strong>{t('plan.paper.for', { name: plan.customerName })}</strong>
      <span>{t('plan.paper.madeDay', { day: plan.madeDay })}</span>
      <span>{t('plan.paper.untilDay', { day: plan.untilDay })}</span>
    </p>
  </header>
);

const Facts = ({ plan, t }: PartProps) => {
  const none = t('common.none');
  const facts = [
    [t('plan.paper.plate'), plan.plate === null ? none : plate(plan.plate)],
    [t('plan.paper.vin'), plan.vin ?? none],
    [t('plan.paper.model'), plan.model || none],
    [t('plan.paper.use'), t(`vehicle.use.${plan.use}`)],
    [t('plan.paper.mileage'), mileageWords(plan, t)],
    [t('plan.paper.pace'), paceWords(plan, t)],
    [t('plan.paper.road'), [plan.roadConditions, severeWords(plan, t)].filter(Boolean).join('；') || none],
  ] as const;
  return (
    <dl className={css['facts']}>
      {facts.map(([term, said]) => (
        <div key={term} className={css['fact']}>
          <dt>{term}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
};

const Rows = ({ plan, t }: PartProps) => (
  <table className={css['table']}>
    <thead>
      <tr>
        {(['day', 'km', 'what', 'done'] as const).map((column) => (
          <th key={column} scope="col">
            {t(`plan.paper.column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {plan.rows.map((row) => (
        <tr key={`${row.day} ${row.kind}`}>
          <td className={css['narrow']}>{row.day}</td>
          <td className={css['narrow']}>{row.km === null ? '—' : t('plan.km', { km: number(row.km) })}</td>
          <td>
            {row.late && <strong>{t('plan.paper.late')}</strong>}
            {planRowWords(row, t)}
          </td>
          <td className={css['done']} />
        </tr>
      ))}
    </tbody>
  </table>
);

const Sheet = (props: PartProps) => {
  const { plan, t } = props;
  return (
    <article className={css['plan']} lang="zh-CN">
      <Head {...props} />
      <Facts {...props} />
      {plan.rows.length === 0 ? <p>{t('plan.none', { day: plan.untilDay })}</p> : <Rows {...props} />}
      <p className={css['note']}>{t('plan.paper.note')}</p>
      <footer className={css['signatures']}>
        <span>{t('plan.paper.sign.adviser')}</span>
        <span>{t('plan.paper.sign.customer')}</span>
      </footer>
    </article>
  );
};

/** 贴身服务计划, A4, for the customer to take along. @throws ORPCError NOT_FOUND `vehicle-not-found` */
export const planSheets = async (vehicleId: string): Promise<Printable> => {
  const plan = await api.vehicles.plan({ vehicleId });
  const t = i18next.getFixedT('zh-CN');
  return { width: 210, height: 297, flowMargin: 15, sheets: [<Sheet key="plan" plan={plan} t={t} />] };
};
