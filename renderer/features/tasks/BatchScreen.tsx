import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import css from '../../ui/listDetail.module.css';
import { BatchTexts } from './BatchTexts.tsx';
import { DayHead } from './DayHead.tsx';
import { TermChip } from './DayLine.tsx';
import type { DayFilter } from './dayFilter.ts';
import { LetterSteps } from './LetterSteps.tsx';
import { MessageSteps } from './MessageSteps.tsx';
import { NobodyLeft } from './NobodyLeft.tsx';
import { labelsOf } from './reasonWords.ts';
import type { BatchChannel, CallRow } from './shapes.ts';
import own from './tasks.module.css';
import type { DayRows } from './useDay.ts';

export interface BatchScreenProps {
  readonly channel: BatchChannel;
  readonly list: DayRows;
  readonly filter: DayFilter;
  readonly onChange: (change: Partial<DayFilter>) => void;
}

/** 短信微信 and 信函: who gets one, all chosen to begin with; what each says; and the way out of the desk. */
const BatchScreen = ({ channel, list, filter, onChange }: BatchScreenProps) => {
  const { t } = useTranslation();
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const chosen = list.rows.filter(({ id }) => !unticked.has(id)).map(({ id }) => id);
  const all = list.rows.map(({ id }) => id);
  const texts = useQuery({
    ...orpc.tasks.texts.queryOptions({ input: { channel, customerIds: all }, enabled: all.length > 0 }),
    // the rows come and go while somebody reads
    placeholderData: (before) => before,
  });
  const toggle = (id: string): void => {
    const next = new Set(unticked);
    if (!next.delete(id)) next.add(id);
    setUnticked(next);
  };
  const everyone = unticked.size === 0 || all.every((id) => !unticked.has(id));
  const rows = (texts.data?.rows ?? []).filter(({ customerId }) => chosen.includes(customerId));
  return (
    <div className={own['batch']}>
      <section className={`panel ${css['list']}`} aria-label={t('tasks.list')}>
        <DayHead list={list} filter={filter} onChange={onChange} />
        {all.length > 0 && (
          <label className={own['pickAll']}>
            <input
              type="checkbox"
              checked={everyone}
              onChange={() => setUnticked(everyone ? new Set(all) : new Set())}
            />
            {t('tasks.batch.all')}
            <span className="quiet">{t('tasks.batch.chosen', { chosen: chosen.length, count: all.length })}</span>
          </label>
        )}
        <div className={css['rows']}>
          {list.error ? (
            <ErrorState error={list.error} onRetry={list.retry} />
          ) : list.pending && all.length === 0 ? (
            <Loading />
          ) : (
            <ul>
              {list.rows.map((row) => (
                <Pick key={row.id} row={row} ticked={!unticked.has(row.id)} onToggle={() => toggle(row.id)} />
              ))}
            </ul>
          )}
        </div>
      </section>
      {all.length === 0 && !list.pending ? (
        <NobodyLeft list={list} filter={filter} onClear={() => onChange({ mine: false, ruleId: null, left: null })} />
      ) : (
        <section className={`panel ${css['list']}`} aria-label={t('tasks.batch.preview')}>
          <div className="panel-head">
            <h2 className="panel-title">{t('tasks.batch.preview')}</h2>
            {rows.length > 0 && <Chip>{t('tasks.batch.previewCount', { count: rows.length })}</Chip>}
          </div>
          {rows.length > 0 && (channel === 'message' ? <MessageSteps rows={rows} /> : <LetterSteps rows={rows} />)}
          {texts.error && !texts.data ? (
            <ErrorState error={texts.error} onRetry={() => void texts.refetch()} />
          ) : (
            <BatchTexts
              channel={channel}
              rows={rows}
              loading={all.length > 0 && !texts.data}
              noneChosen={chosen.length === 0}
            />
          )}
        </section>
      )}
    </div>
  );
};

export default BatchScreen;

const Pick = ({
  row,
  ticked,
  onToggle,
}: {
  readonly row: CallRow;
  readonly ticked: boolean;
  readonly onToggle: () => void;
}) => {
  const { t } = useTranslation();
  return (
    <li>
      <label className={own['pick']}>
        <input
          type="checkbox"
          checked={ticked}
          aria-label={t('tasks.batch.choose', { name: row.name })}
          onChange={onToggle}
        />
        <span className={own['pickText']}>
          <span className={css['lineHead']}>
            <strong>{row.name}</strong>
            <TermChip row={row} />
          </span>
          <span className={css['lineWho']}>
            {[...new Set(row.reasons.map(({ ruleName }) => ruleName)), labelsOf(row)].filter(Boolean).join(' · ')}
          </span>
        </span>
      </label>
    </li>
  );
};
