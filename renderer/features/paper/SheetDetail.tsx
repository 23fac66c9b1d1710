import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { plate } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useSave } from '../../lib/useSave.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { useMoment } from '../complaints/useMoment.ts';
import { codeWords } from './codeWords.ts';
import css from './paper.module.css';
import type { Row } from './shapes.ts';

export interface SheetDetailProps {
  readonly id: string;
  /** 补录 of the row with this code */
  readonly onEnter: (code: string) => void;
}

const tones: Readonly<Record<Row['state'], ChipTone>> = {
  open: 'amber',
  entered: 'green',
  unused: 'plain',
  lapsed: 'plain',
};

/** A sheet with its rows: each entered by its code, or marked as not written on. */
export const SheetDetail = ({ id, onEnter }: SheetDetailProps) => {
  const { t } = useTranslation();
  const read = useQuery(orpc.paper.rows.queryOptions({ input: { sheetId: id } }));
  const stale = [orpc.paper.key()];
  const onFail = (error: unknown): void => notify(errorText(error, t), { tone: 'red' });
  const unused = useSave(api.paper.unused, {
    stale,
    onFail,
    onDone: ({ rows }) => notify(t('paper.detail.unusedSaid', { count: rows }), { tone: 'green' }),
  });
  const reopen = useSave(api.paper.reopen, { stale, onFail });
  const busy = unused.isPending || reopen.isPending;
  const openRows = read.data?.sheet.open ?? 0;
  const restUnused = (): void => {
    if (openRows > 0 && !busy) unused.mutate({ sheetId: id });
  };
  useScreenDeeds({ 'paper.restUnused': restUnused });
  if (!read.data)
    return read.error ? <ErrorState error={read.error} onRetry={() => void read.refetch()} /> : <Loading />;
  const { sheet, rows } = read.data;
  return (
    <Panel
      flush
      scrolls
      className={css['detail'] ?? ''}
      title={t('paper.detail.title', { kind: t(`paper.kind.${sheet.kind}`), day: sheet.day })}
      aside={sheet.questionnaire !== null && <Chip>{sheet.questionnaire}</Chip>}
      actions={
        sheet.open > 0 && (
          <ActionButton
            size="small"
            label={t('paper.detail.restUnused', { count: sheet.open })}
            keys="X"
            loading={unused.isPending}
            onClick={restUnused}
          />
        )
      }
    >
      <ul className={css['rows']}>
        {rows.map((row) => (
          <li key={row.id} className={css['row']}>
            <span className="quiet">{row.position}</span>
            <span className={css['code']}>{codeWords(row.code)}</span>
            <Who row={row} />
            <State row={row} />
            <span className={css['rowButtons']}>
              {row.state === 'open' && (
                <>
                  <ActionButton
                    size="small"
                    label={t('paper.enter')}
                    aria-label={t('paper.detail.enterLabel', { code: codeWords(row.code) })}
                    onClick={() => onEnter(row.code)}
                  />
                  <ActionButton
                    size="small"
                    type="text"
                    label={t('paper.detail.unused')}
                    aria-label={t('paper.detail.unusedLabel', { code: codeWords(row.code) })}
                    disabled={busy}
                    onClick={() => unused.mutate({ sheetId: id, rowIds: [row.id] })}
                  />
                </>
              )}
              {row.state === 'unused' && (
                <ActionButton
                  size="small"
                  type="text"
                  label={t('paper.detail.reopen')}
                  aria-label={t('paper.detail.reopenLabel', { code: codeWords(row.code) })}
                  disabled={busy}
                  onClick={() => reopen.mutate({ rowId: row.id, version: row.version })}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const Who = ({ row }: { readonly row: Row }) => {
  const { t } = useTranslation();
  const words = [row.time, row.name, row.plate && plate(row.plate), row.series].filter(Boolean).join(' ');
  return words === '' ? <span className="quiet">{t('paper.detail.blank')}</span> : <span>{words}</span>;
};

const State = ({ row }: { readonly row: Row }) => {
  const { t } = useTranslation();
  const moment = useMoment();
  const tone = tones[row.state];
  return (
    <span className={css['state']}>
      <Chip tone={tone} {...(tone === 'plain' ? {} : { icon: <ToneIcon tone={tone} /> })}>
        {t(`paper.state.${row.state}`)}
      </Chip>
      {row.enteredAt !== null && (
        <span className="quiet small">{[moment(row.enteredAt), row.enteredBy].filter(Boolean).join(' ')}</span>
      )}
    </span>
  );
};
