import { useTranslation } from 'react-i18next';
import type { Statement } from '../../db/contract/pointsReports.ts';
import { api } from '../lib/api.ts';
import { cardNumber, number } from '../lib/formats.ts';
import { CodeBox } from './CodeBox.tsx';
import type { Printable } from './printable.ts';
import roll from './roll.module.css';
import { Fact } from './slipSheets.tsx';
import css from './statement.module.css';

interface StatementProps {
  readonly statement: Statement;
}

/** +120, −80: what came and what went. */
const moved = (points: number): string => (points > 0 ? `+${number(points)}` : number(points));

/** The sums in the order in which they add up: opening + earned + other − used − lapsed = closing. */
const useSums = ({ opening, earned, other, used, lapsed, closing }: Statement) => {
  const { t } = useTranslation();
  return [
    { key: 'opening', term: t('printing.statement.opening'), value: number(opening) },
    { key: 'earned', term: t('printing.statement.earned'), value: moved(earned) },
    ...(other === 0 ? [] : [{ key: 'other', term: t('printing.statement.other'), value: moved(other) }]),
    { key: 'used', term: t('printing.statement.used'), value: moved(-used) },
    { key: 'lapsed', term: t('printing.statement.lapsed'), value: moved(-lapsed) },
    { key: 'closing', term: t('printing.statement.closing'), value: number(closing) },
  ];
};

const Entries = ({
  statement,
  className,
  numberClass,
}: StatementProps & Record<'className' | 'numberClass', string>) => {
  const { t } = useTranslation();
  if (statement.entries.length === 0) return <p>{t('printing.statement.none')}</p>;
  return (
    <table className={className}>
      <thead>
        <tr>
          <th scope="col">{t('printing.statement.day')}</th>
          <th scope="col">{t('printing.statement.what')}</th>
          <th scope="col" className={numberClass}>
            {t('printing.statement.points')}
          </th>
          <th scope="col" className={numberClass}>
            {t('printing.statement.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {statement.entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed once, and an entry has no name of its own here
          <tr key={at}>
            <td>{entry.day}</td>
            <td>
              {t(`points.kind.${entry.kind}`)}
              {entry.label ? ` ${entry.label}` : ''}
            </td>
            <td className={numberClass}>{moved(entry.redeemable)}</td>
            <td className={numberClass}>{number(entry.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Lapse = ({ statement }: StatementProps) => {
  const { t } = useTranslation();
  const { nextLapse, debt } = statement;
  return (
    <>
      {nextLapse
        ? t('printing.statement.nextLapse', { points: number(nextLapse.points), day: nextLapse.day })
        : t('printing.statement.noLapse')}
      {debt > 0 && ` ${t('printing.statement.debt', { points: number(debt) })}`}
    </>
  );
};

const A5 = ({ statement }: StatementProps) => {
  const { t } = useTranslation();
  const sums = useSums(statement);
  return (
    <article>
      <header className={css['head']}>
        <h1 className={css['store']}>{statement.storeName}</h1>
        <span className={css['title']}>{t('printing.statement.title')}</span>
      </header>
      <dl className={css['facts']}>
        <Fact term={t('printing.statement.holder')} value={statement.holder} />
        <Fact term={t('printing.statement.card')} value={cardNumber(statement.cardNumber)} />
        <Fact
          term={t('printing.statement.span')}
          value={t('printing.statement.fromTo', { from: statement.fromDay, to: statement.toDay })}
        />
        <Fact term={t('printing.statement.tier')} value={statement.tierName} />
        <Fact term={t('printing.statement.cumulative')} value={number(statement.cumulative)} />
        <Fact term={t('printing.statement.made')} value={statement.madeDay} />
      </dl>
      <dl className={css['sums']}>
        {sums.map((sum) => (
          <div key={sum.key} className={css['sum']}>
            <dt>{sum.term}</dt>
            <dd>{sum.value}</dd>
          </div>
        ))}
      </dl>
      <p className={css['note']}>
        <Lapse statement={statement} />
      </p>
      <Entries statement={statement} className={css['table'] ?? ''} numberClass={css['number'] ?? ''} />
      <footer className={css['proof']}>
        <div className={css['square']}>
          <CodeBox kind="qr" text={statement.proof} width={32_000} height={32_000} />
        </div>
        <p>{t('printing.statement.proof')}</p>
      </footer>
    </article>
  );
};

const Roll = ({ statement }: StatementProps) => {
  const { t } = useTranslation();
  const sums = useSums(statement);
  return (
    <div className={roll['roll']}>
      <p className={`${roll['centre']} ${roll['store']}`}>{statement.storeName}</p>
      <p className={`${roll['centre']} ${roll['title']}`}>{t('printing.statement.title')}</p>
      <hr className={roll['rule']} />
      <dl className={roll['facts']}>
        <Fact term={t('printing.statement.holder')} value={statement.holder} />
        <Fact term={t('printing.statement.card')} value={cardNumber(statement.cardNumber)} />
        <Fact term={t('printing.statement.tier')} value={statement.tierName} />
        <Fact
          term={t('printing.statement.span')}
          value={t('printing.statement.fromTo', { from: statement.fromDay, to: statement.toDay })}
        />
      </dl>
      <hr className={roll['rule']} />
      <dl className={`${roll['facts']} ${roll['strong']}`}>
        {sums.map((sum) => (
          <Fact key={sum.key} term={sum.term} value={sum.value} />
        ))}
      </dl>
      <p className={roll['small']}>
        <Lapse statement={statement} />
      </p>
      <hr className={roll['rule']} />
      <Entries statement={statement} className={roll['table'] ?? ''} numberClass={roll['number'] ?? ''} />
      <hr className={roll['rule']} />
      <div className={roll['square']}>
        <CodeBox kind="qr" text={statement.proof} width={34_000} height={34_000} />
      </div>
      <p className={`${roll['centre']} ${roll['small']}`}>{t('printing.statement.proof')}</p>
      <p className={`${roll['centre']} ${roll['small']}`}>
        {t('printing.statement.made')} {statement.madeDay}
      </p>
    </div>
  );
};

/** 积分对账单, on A5 or on the 80 mm roll. */
export const statementSheets = async (
  document: 'statementA5' | 'statement80',
  span: { readonly membershipId: string; readonly fromDay: string; readonly toDay: string },
): Promise<Printable> => {
  const { membershipId, fromDay, toDay } = span;
  const statement = await api.points.statement({ membershipId, fromDay, toDay });
  return document === 'statementA5'
    ? { width: 148, height: 210, flowMargin: 11, sheets: [<A5 key="a5" statement={statement} />] }
    : { width: 80, height: null, sheets: [<Roll key="roll" statement={statement} />] };
};
