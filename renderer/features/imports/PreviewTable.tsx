import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { number } from '../../lib/formats.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './imports.module.css';
import { fieldWords, problemWords } from './problemWords.ts';
import type { ImportState, ImportSummary, PreviewRow, Tab } from './shapes.ts';
import { tabsOf, toneOfRow } from './tabs.ts';

const pageSize = 100;

export interface PreviewTableProps {
  readonly state: ImportState;
  readonly summary: ImportSummary;
}

/** Every row of the file with its fate, in words; by fate where one looks for what needs mending. */
export const PreviewTable = ({ state, summary }: PreviewTableProps) => {
  const { t } = useTranslation();
  const tabs = tabsOf(summary);
  const [tab, setTab] = useState<Tab | null>(null);
  const [offset, setOffset] = useState(0);
  const read = useQuery(
    orpc.imports.preview.queryOptions({
      input: { importId: state.id, offset, limit: pageSize, ...(tab ? { fate: tab } : {}) },
      placeholderData: keepPreviousData,
    }),
  );
  const show = (next: Tab | null): void => {
    setTab(next);
    setOffset(0);
  };
  const count = read.data?.count ?? 0;

  return (
    <Panel
      flush
      className={css['preview'] ?? ''}
      title={t('imports.preview.title')}
      aside={
        <fieldset className={css['tabs']} aria-label={t('imports.preview.tabs')}>
          {tabs.map((one) => (
            <Chip key={one.tab ?? 'all'} pressed={tab === one.tab} onPress={() => show(one.tab)}>
              {t(`imports.tab.${one.tab ?? 'all'}`)} {number(one.count)}
            </Chip>
          ))}
        </fieldset>
      }
      actions={
        count > pageSize ? (
          <>
            <span className="quiet small">
              {t('imports.preview.range', {
                from: number(offset + 1),
                to: number(Math.min(offset + pageSize, count)),
                count: number(count),
              })}
            </span>
            <Button size="small" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - pageSize))}>
              {t('imports.preview.earlier')}
            </Button>
            <Button size="small" disabled={offset + pageSize >= count} onClick={() => setOffset(offset + pageSize)}>
              {t('imports.preview.later')}
            </Button>
          </>
        ) : undefined
      }
    >
      {read.error && !read.data ? (
        <ErrorState error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading />
      ) : read.data.rows.length === 0 ? (
        <p className={`quiet ${css['none']}`}>{t('imports.preview.none')}</p>
      ) : (
        <Rows header={state.header} rows={read.data.rows} />
      )}
    </Panel>
  );
};

const Rows = ({ header, rows }: { readonly header: readonly string[]; readonly rows: readonly PreviewRow[] }) => {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={css['scroll']} tabIndex={0} aria-label={t('imports.preview.table')}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['number']}>
              {t('imports.preview.row')}
            </th>
            <th scope="col">{t('imports.preview.fate')}</th>
            <th scope="col" className={css['why']}>
              {t('imports.preview.why')}
            </th>
            {header.map((title, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may share a title
              <th key={column} scope="col">
                {title || t('imports.mapping.unnamed', { n: column + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className={css['number']}>{row.row}</td>
              <td>
                <Chip tone={toneOfRow(row)}>{t(`imports.tab.${row.fate}`)}</Chip>
              </td>
              <td className={css['why']}>
                <Why row={row} />
              </td>
              {header.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column} className={css['cell']}>
                  {row.cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Why = ({ row }: { readonly row: PreviewRow }) => {
  const { t } = useTranslation();
  const separator = t('customer.listSeparator');
  return (
    <>
      {row.problems.map((problem) => (
        <div
          key={`${problem.column} ${problem.code}`}
          className={problem.level === 'error' ? css['failed'] : css['doubt']}
        >
          {problemWords(problem, t)}
        </div>
      ))}
      {row.changes.length > 0 && (
        <div className="quiet">
          {t('imports.preview.changes', { list: row.changes.map((field) => fieldWords(field, t)).join(separator) })}
        </div>
      )}
    </>
  );
};
