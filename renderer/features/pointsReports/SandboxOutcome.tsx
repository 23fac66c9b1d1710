import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categories } from '../../../db/domain/category.ts';
import { money, number } from '../../lib/formats.ts';
import { ListTable } from '../../ui/ListTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './pointsReports.module.css';
import type { SandboxResult } from './useSandbox.ts';

const signed = (value: number, of: (value: number) => string): string => (value > 0 ? `+${of(value)}` : of(value));

/** What a trial found: points and liability, who gets more or less, by tier and category, and who is moved most. */
export const SandboxOutcome = ({ result }: { readonly result: SandboxResult }) => {
  const { t } = useTranslation();
  const { now, proposed } = result;
  return (
    <>
      <Panel>
        <div className={css['tiles']}>
          <Tile
            label={t('pointsReports.sandbox.issued')}
            from={number(now.issued)}
            to={number(proposed.issued)}
            change={changeOf(now.issued, proposed.issued, number)}
          />
          <Tile
            label={t('pointsReports.sandbox.liability')}
            from={money(now.liabilityFen)}
            to={money(proposed.liabilityFen)}
            change={changeOf(now.liabilityFen, proposed.liabilityFen, money)}
          />
          <Split result={result} />
        </div>
        <p className="quiet small">
          {t('pointsReports.sandbox.basis', {
            from: result.fromDay,
            to: result.toDay,
            members: number(result.members),
            visits: number(result.visits),
            seconds: Math.max(0.1, result.ms / 1000).toFixed(1),
          })}
        </p>
      </Panel>
      <div className={css['twoPanels']}>
        <Panel flush title={t('pointsReports.sandbox.byTier')}>
          <Comparison
            head={t('pointsReports.sandbox.tier')}
            rows={result.byTier.map((row) => ({ ...row, key: row.tier, name: row.tierName }))}
            t={t}
          />
        </Panel>
        <Panel flush title={t('pointsReports.sandbox.byCategory')}>
          <Comparison
            head={t('pointsReports.sandbox.category')}
            rows={categories.flatMap((category) => {
              const row = result.byCategory.find((one) => one.category === category);
              return row ? [{ ...row, key: category, name: t(`visit.category.${category}`) }] : [];
            })}
            t={t}
          />
        </Panel>
      </div>
      <div className={css['twoPanels']}>
        <Panel flush title={t('pointsReports.sandbox.mostWon')}>
          <Moved rows={result.mostWon} />
        </Panel>
        <Panel flush title={t('pointsReports.sandbox.mostLost')}>
          <Moved rows={result.mostLost} />
        </Panel>
      </div>
    </>
  );
};

const changeOf = (from: number, to: number, of: (value: number) => string): string => {
  const percent = from === 0 ? '' : ` (${signed(Math.round(((to - from) / from) * 1000) / 10, String)}%)`;
  return `${signed(to - from, of)}${percent}`;
};

interface TileProps {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly change: string;
}

const Tile = ({ label, from, to, change }: TileProps) => {
  const { t } = useTranslation();
  return (
    <section className={css['tile']} aria-label={label}>
      <h3>{label}</h3>
      <p className={css['tileTo']}>{to}</p>
      <p className="quiet">
        {t('pointsReports.sandbox.now')} {from} · {t('pointsReports.sandbox.change')} {change}
      </p>
    </section>
  );
};

const Split = ({ result }: { readonly result: SandboxResult }) => {
  const { t } = useTranslation();
  const parts = ['winners', 'unchanged', 'losers'] as const;
  return (
    <section className={css['tile']} aria-label={t('pointsReports.sandbox.members')}>
      <h3>{t('pointsReports.sandbox.members')}</h3>
      <div className={css['split']} aria-hidden="true">
        {parts.map(
          (part) => result[part] > 0 && <span key={part} className={css[part]} style={{ flexGrow: result[part] }} />,
        )}
      </div>
      <ul className={css['splitKey']}>
        {parts.map((part) => (
          <li key={part} className={css[`key-${part}`]}>
            {t(`pointsReports.sandbox.${part}`)} <strong>{number(result[part])}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface Compared {
  readonly key: string;
  readonly name: string;
  readonly now: number;
  readonly proposed: number;
  readonly members?: number;
}

interface ComparisonProps {
  readonly head: string;
  readonly rows: readonly Compared[];
  readonly t: TFunction;
}

const Comparison = ({ head, rows, t }: ComparisonProps) => {
  const most = Math.max(1, ...rows.flatMap(({ now, proposed }) => [now, proposed]));
  return (
    <Figures head={head}>
      {rows.map((row) => (
        <tr key={row.key}>
          <td
            title={
              row.members === undefined
                ? row.name
                : `${row.name} · ${t('pointsReports.sandbox.members')} ${number(row.members)}`
            }
          >
            {row.name}
            <span className={css['bars']} aria-hidden="true">
              <span className={css['barNow']} style={{ width: `${(row.now / most) * 100}%` }} />
              <span className={css['barProposed']} style={{ width: `${(row.proposed / most) * 100}%` }} />
            </span>
          </td>
          <Cells row={row} />
        </tr>
      ))}
    </Figures>
  );
};

const Figures = ({ head, children }: { readonly head: string; readonly children: ReactNode }) => {
  const { t } = useTranslation();
  return (
    <ListTable
      columns={[
        { key: 'what', label: head },
        { key: 'now', label: t('pointsReports.sandbox.now'), width: '96px', number: true },
        { key: 'proposed', label: t('pointsReports.sandbox.proposed'), width: '96px', number: true },
        { key: 'change', label: t('pointsReports.sandbox.change'), width: '96px', number: true },
      ]}
    >
      {children}
    </ListTable>
  );
};

const Cells = ({ row }: { readonly row: Pick<Compared, 'now' | 'proposed'> }) => (
  <>
    <td className="number-cell">{number(row.now)}</td>
    <td className="number-cell">{number(row.proposed)}</td>
    <td className="number-cell">{signed(row.proposed - row.now, number)}</td>
  </>
);

const Moved = ({ rows }: { readonly rows: SandboxResult['mostWon'] }) => {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className={css['none']}>{t('pointsReports.sandbox.nobody')}</p>;
  return (
    <Figures head={t('pointsReports.sandbox.name')}>
      {rows.map((row) => (
        <tr key={row.membershipId}>
          <td>
            {row.name} <span className="quiet small">{row.tierName}</span>
          </td>
          <Cells row={row} />
        </tr>
      ))}
    </Figures>
  );
};
