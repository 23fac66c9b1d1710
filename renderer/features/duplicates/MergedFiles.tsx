import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { dayOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import css from './duplicates.module.css';
import type { MergedFile } from './shapes.ts';
import { useTakeBack } from './useTakeBack.ts';

export interface MergedFilesProps {
  readonly customerId: string;
  readonly className?: string | undefined;
}

/** 已并入的档案: what was merged into this customer and when; each can be taken apart again, weeks later too. */
export const MergedFiles = ({ customerId, className }: MergedFilesProps) => {
  const { t } = useTranslation();
  const merged = useQuery(orpc.duplicates.ofCustomer.queryOptions({ input: { id: customerId } })).data?.merged ?? [];
  if (merged.length === 0) return null;
  return (
    <section className={className} aria-label={t('duplicates.merged.title')}>
      <h2>{t('duplicates.merged.title')}</h2>
      <ul>
        {merged.map((file) => (
          <MergedLine key={file.id} file={file} />
        ))}
      </ul>
    </section>
  );
};

const MergedLine = ({ file }: { readonly file: MergedFile }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const takeBack = useTakeBack();
  const undo = useMutation({
    mutationFn: () => takeBack(file.command, t('duplicates.merged.undone', { name: file.name })),
  });
  return (
    <li className={css['merged']}>
      <div>
        {file.name}
        <div className="quiet small">
          {dayOf(file.at, timeZone)} · {file.by}
        </div>
      </div>
      <Button
        size="small"
        loading={undo.isPending}
        aria-label={t('duplicates.merged.undoLabel', { name: file.name })}
        onClick={() => undo.mutate()}
      >
        {t('duplicates.merged.undo')}
      </Button>
      {undo.error && (
        <p role="alert" className={css['failed']}>
          {errorText(undo.error, t)}
        </p>
      )}
    </li>
  );
};
