import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { money, number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { CheckIcon, UndoIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ErrorFileLink } from './ErrorFileLink.tsx';
import css from './imports.module.css';
import { PastImports } from './PastImports.tsx';
import type { ImportKind, ImportSummary } from './shapes.ts';
import { refusedIn } from './tabs.ts';

export interface ImportResultProps {
  readonly kind: ImportKind;
  readonly summary: ImportSummary | null;
  readonly undone: boolean;
  /** whose error file can still be fetched */
  readonly errorsOf?: string;
  readonly onStartOver: () => void;
}

/** What went in, what stayed out, and what to do next. */
export const ImportResult = ({ kind, summary, undone, errorsOf, onStartOver }: ImportResultProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const figures: readonly (readonly [label: string, value: ReactNode])[] = summary
    ? [
        [t('imports.result.created'), number(summary.created)],
        [t('imports.result.updated'), number(summary.updated)],
        [t('imports.result.same'), number(summary.same)],
        [t('imports.result.warnings'), number(summary.warnings)],
        [t('imports.result.errors'), number(summary.errors)],
        [t('imports.result.unknownVehicle'), optional(summary.unknown_vehicle, number)],
        [t('imports.result.repeated'), optional(summary.repeated_order, number)],
        [t('imports.result.skipped'), number(summary.skipped)],
        [t('imports.result.cumulative'), optional(summary.cumulative_points, number)],
        [t('imports.result.redeemable'), optional(summary.redeemable_points, number)],
        [t('imports.result.amount'), optional(summary.amount_fen, money)],
        ...Object.entries(summary.by_tier ?? {}).map(([tier, count]) => [tier, number(count)] as const),
      ]
    : [];
  const refused = refusedIn(summary);
  return (
    <>
      <Panel
        title={
          <span role="status">
            {undone ? <UndoIcon size={18} /> : <CheckIcon size={18} />}{' '}
            {t(undone ? 'imports.result.undone' : 'imports.result.done')} · {t(`imports.kind.${kind}`)}
          </span>
        }
        actions={
          <>
            <Button onClick={() => go('/customers')}>{t('imports.result.customers')}</Button>
            <Button type="primary" onClick={onStartOver}>
              {t('imports.another')}
            </Button>
          </>
        }
      >
        <dl className={css['figures']}>
          {figures
            .filter(([, value]) => value !== null)
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {refused > 0 && errorsOf !== undefined && (
          <p>
            {t('imports.check.errorsStay', { n: number(refused) })} <ErrorFileLink importId={errorsOf} />
          </p>
        )}
      </Panel>
      <PastImports />
    </>
  );
};

const optional = (value: number | undefined, words: (value: number) => string): string | null =>
  value === undefined ? null : words(value);
