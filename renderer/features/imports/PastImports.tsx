import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { momentOf, number } from '../../lib/formats.ts';
import { dropNoticesOf, notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useTimeZone } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import css from './imports.module.css';
import { refusalText } from './refusal.ts';
import type { ImportBatch } from './shapes.ts';

/** 过往导入, newest first; each can be taken back as a whole while nothing was built on it. */
export const PastImports = () => {
  const { t } = useTranslation();
  const read = useQuery(orpc.imports.list.queryOptions({ input: {} }));
  return (
    <Panel flush title={t('imports.past.title')}>
      {read.error && !read.data ? (
        <ErrorState error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading />
      ) : read.data.rows.length === 0 ? (
        <p className={`quiet ${css['none']}`}>{t('imports.past.none')}</p>
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('imports.past.when')}</th>
              <th scope="col">{t('imports.past.kind')}</th>
              <th scope="col">{t('imports.past.file')}</th>
              <th scope="col">{t('imports.past.result')}</th>
              <th scope="col">{t('imports.past.by')}</th>
              <th scope="col">
                <span className="heard-only">{t('imports.past.tools')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {read.data.rows.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};

const BatchRow = ({ batch }: { readonly batch: ImportBatch }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const undo = useMutation(orpc.imports.undo.mutationOptions());
  const { summary, fileName } = batch;
  const takeBack = async (): Promise<void> => {
    await undo
      .mutateAsync({ importId: batch.id, requestId: newRequestId() })
      .then(({ removed, restored, command }) => {
        dropNoticesOf(command);
        notify(t('imports.past.undone', { removed: number(removed), restored: number(restored) }), { tone: 'green' });
      })
      // said beside the row
      .catch(() => undefined);
  };
  return (
    <tr>
      <td>{momentOf(batch.appliedAt, timeZone)}</td>
      <td>{t(`imports.kind.${batch.kind}`)}</td>
      <td className={css['fileName']}>{fileName}</td>
      <td>
        {t('imports.past.summary', {
          created: number(summary.created),
          updated: number(summary.updated),
          errors: number(summary.errors),
        })}
        {undo.error && (
          <div role="alert" className={css['failed']}>
            {refusalText(undo.error, t)}
          </div>
        )}
      </td>
      <td>{batch.by}</td>
      <td className={css['tools']}>
        {batch.undoneAt === null ? (
          <ConfirmButton
            size="small"
            question={t('imports.past.undoQuestion', { file: fileName })}
            yes={t('imports.past.undoYes')}
            onConfirm={takeBack}
          >
            {t('imports.past.undo')}
          </ConfirmButton>
        ) : (
          <Chip>{t('imports.past.undoneAt', { time: momentOf(batch.undoneAt, timeZone) })}</Chip>
        )}
      </td>
    </tr>
  );
};
