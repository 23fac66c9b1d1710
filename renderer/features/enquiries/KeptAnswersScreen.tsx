import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { dayOf, dayShort, number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useBack, useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import { useTimeZone, useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { NoteIcon } from '../../ui/icons.tsx';
import { MoreRows } from '../../ui/ListTable.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import css from './enquiries.module.css';
import { KeptPanel } from './KeptPanel.tsx';
import { type KeptAnswer, type Topic, topics } from './shapes.ts';
import { TopicFilter } from './TopicFilter.tsx';

const path = '/enquiries/answers';
const searchId = 'kept-search';
const pageSize = 100;

const addressOf = (q: string, topic: Topic | null, edit?: string): string => {
  const search = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(topic ? { topic } : {}),
    ...(edit ? { edit } : {}),
  }).toString();
  return search ? `${path}?${search}` : path;
};

/** 常用答复: what was answered well, the most used first; found by any word, mended, removed. */
const KeptAnswersScreen = () => {
  const { t } = useTranslation();
  const go = useGo();
  const back = useBack('/enquiries');
  const q = useQueryValue('q') ?? '';
  const asked = useQueryValue('topic');
  const topic = topics.find((one) => one === asked) ?? null;
  const edited = useQueryValue('edit');
  const read = useInfiniteQuery({
    ...orpc.enquiries.keptList.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(q ? { q } : {}),
        ...(topic ? { topic } : {}),
        limit: pageSize,
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => read.data?.pages.flatMap((page) => page.rows) ?? [], [read.data]);
  const show = (next: string, about: Topic | null, edit?: string): void =>
    go(addressOf(next, about, edit), { replace: true });
  useHotkeys({ Escape: back });
  useScreenDeeds({ 'enquiries.findAnswer': () => document.getElementById(searchId)?.focus() });
  const row = rows.find(({ id }) => id === edited);

  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Loading />;
  if (rows.length === 0 && q === '' && topic === null) {
    return (
      <EmptyState
        icon={<NoteIcon size={32} />}
        title={t('enquiries.kept.empty.title')}
        actions={
          <Button type="primary" onClick={() => go('/enquiries')}>
            {t('enquiries.kept.empty.go')}
          </Button>
        }
      >
        {t('enquiries.kept.empty.text')}
      </EmptyState>
    );
  }
  return (
    <section className={`panel ${css['keptScreen']}`} aria-label={t('enquiries.kept.list')}>
      <div className="panel-head">
        <h1 className="panel-title">{t('enquiries.kept.title')}</h1>
        <span className="quiet">{t('enquiries.kept.count', { count: read.data.pages[0]?.count ?? 0 })}</span>
        <div className="panel-actions">
          <Link to="/enquiries">{t('enquiries.kept.back')}</Link>
        </div>
      </div>
      <div className={css['keptHead']}>
        <div className={css['keptSearch']}>
          <SearchBox
            id={searchId}
            label={t('enquiries.kept.search')}
            value={q}
            onChange={(next) => show(next, topic)}
            onEnter={() => rows[0] && show(q, topic, rows[0].id)}
          />
        </div>
        <div className={css['keptTopic']}>
          <TopicFilter value={topic} onChange={(next) => show(q, next)} />
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className={css['keptRows']} aria-label={t('enquiries.answers')} tabIndex={0}>
        {rows.length === 0 && <p className="quiet panel-body">{t('enquiries.kept.none')}</p>}
        <ul>
          {rows.map((one) => (
            <KeptLine key={one.id} row={one} onEdit={() => show(q, topic, one.id)} />
          ))}
        </ul>
        {read.hasNextPage && <MoreRows busy={read.isFetchingNextPage} onMore={() => void read.fetchNextPage()} />}
      </section>
      {row && <KeptPanel key={row.id} row={row} onClose={() => show(q, topic)} />}
    </section>
  );
};

export default KeptAnswersScreen;

const KeptLine = ({ row, onEdit }: { readonly row: KeptAnswer; readonly onEdit: () => void }) => {
  const { t } = useTranslation();
  const today = useToday();
  const timeZone = useTimeZone();
  const { question } = row;
  const remove = useSave(api.enquiries.removeKept, {
    stale: [orpc.enquiries.key()],
    onDone: () => void notifyUndoable(t('enquiries.kept.removed', { question }), t),
    onFail: (error) => notify(errorText(error, t), { tone: 'amber' }),
  });
  return (
    <li className={css['keptRow']}>
      <span className={css['keptQuestion']}>{question}</span>
      <span className={css['keptSide']}>
        <Button size="small" aria-label={t('enquiries.kept.editOf', { question })} onClick={onEdit}>
          {t('enquiries.kept.edit')}
        </Button>
        <Button
          size="small"
          aria-label={t('enquiries.kept.removeOf', { question })}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id: row.id, version: row.version })}
        >
          {t('enquiries.kept.remove')}
        </Button>
      </span>
      <span className={css['keptAnswer']}>{row.answer}</span>
      <span className={css['keptFoot']}>
        <Chip>{t(`enquiries.topic.${row.topic}`)}</Chip>
        {row.usedCount > 0 && t('enquiries.suggest.used', { n: number(row.usedCount) })}
        <span>
          {t('enquiries.kept.by', { name: row.byName, day: dayShort(dayOf(row.updatedAt, timeZone), today) })}
        </span>
      </span>
    </li>
  );
};
