import './tour.css';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../lib/api.ts';
import { onDeskEvent } from '../lib/changes.ts';
import { plate } from '../lib/formats.ts';
import { useHotkeys } from '../lib/hotkeys.ts';
import { notify } from '../lib/notices.ts';
import { sessionQuery } from '../lib/session.ts';
import { useToday } from '../lib/store.ts';
import { CloseIcon, CopyIcon } from '../ui/icons.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useSheet } from './sheets.ts';
import { isDone, keepTour, leaveTour, type TourStep, tourSteps, useTour } from './tourSteps.ts';

/** 新手七步: a card in the corner says what to do next and sees when it was done; the desk stays free to be used. */
const Tour = () => {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery()).data;
  const demo = session?.demo ?? false;
  useEffect(() => {
    if (!session || demo) return;
    notify(t('help.tourOnlyDemo'), { tone: 'amber' });
    leaveTour();
  }, [session, demo, t]);
  return demo && session?.me ? <Card staffId={session.me.staffId} /> : null;
};

export default Tour;

const Card = ({ staffId }: { readonly staffId: string }) => {
  const { t } = useTranslation();
  const at = useTour((state) => state.step) ?? 0;
  const step = tourSteps[at] ?? 'find';
  const texts = useTexts(step);

  const move = useCallback(
    (to: number): void => {
      if (to < tourSteps.length) {
        keepTour(staffId, to);
        useTour.setState({ step: to });
        return;
      }
      keepTour(staffId, 'done');
      leaveTour();
      notify(t('tour.finished'), { tone: 'green' });
    },
    [staffId, t],
  );
  const next = useCallback((): void => move(at + 1), [move, at]);
  useEffect(() => keepTour(staffId, at), [staffId, at]);
  useWatch(step, next);
  useHotkeys({ Escape: leaveTour }, { first: true });
  useHotkeys({ F2: next }, { first: true, inDialog: true });

  const last = at === tourSteps.length - 1;
  return (
    <section className="tour" aria-label={t('tour.label', { step: at + 1, count: tourSteps.length })}>
      <div className="tour-head">
        <span className="tour-count">{t('tour.count', { step: at + 1, count: tourSteps.length })}</span>
        <h2>{t(`tour.steps.${step}.title`)}</h2>
        <button type="button" className="notice-close" aria-label={t('tour.leave')} onClick={leaveTour}>
          <CloseIcon size={16} />
        </button>
      </div>
      <p role="status">{texts.text}</p>
      {texts.line !== null && <Line text={texts.line} />}
      <div className="tour-foot">
        <span className="quiet small">{t('tour.leaveHint')}</span>
        {at > 0 && (
          <Button size="small" onClick={() => move(at - 1)}>
            {t('tour.back')}
          </Button>
        )}
        <Button size="small" {...(step === 'page' ? { type: 'primary' as const } : {})} onClick={next}>
          {t(last ? 'tour.finish' : step === 'page' ? 'tour.next' : 'tour.skip')}
          <KeyHint keys="F2" />
        </Button>
      </div>
    </section>
  );
};

/** Goes on by itself once the step was really done. */
const useWatch = (step: TourStep, next: () => void): void => {
  const place = useRouterState({ select: (state) => state.location.href });
  const helpShown = useSheet((state) => state.sheet === 'help');
  const [path = '/', search = ''] = place.split('?');
  useEffect(() => {
    if (isDone(step, { path, search, topics: [], helpShown })) next();
  }, [step, path, search, helpShown, next]);
  useEffect(
    () =>
      onDeskEvent((event) => {
        if (event.type === 'changed' && isDone(step, { path: '', search: '', topics: event.topics, helpShown: false }))
          next();
      }),
    [step, next],
  );
};

/** Random digits for a plate and a phone that are nobody's, new each time. */
const digits = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 10).join('');

const useTexts = (step: TourStep): { readonly text: string; readonly line: string | null } => {
  const { t } = useTranslation();
  const [line] = useState(() => ({ plate: digits(5), phone: `139${digits(8)}` }));
  const today = useToday();
  const rows = useQuery({
    ...orpc.customers.list.queryOptions({ input: { sort: 'lastVisit', limit: 50 } }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data?.rows.filter((row) => row.plates.length > 0);
  // a car that came today cannot arrive once more
  const subject = rows?.find((row) => row.lastVisitDay !== today) ?? rows?.[0];
  const tail = plate(subject?.plates[0] ?? '').slice(-5);
  return {
    // nothing is told before there is a car to tell it by
    text: rows ? t(`tour.steps.${step}.text`, { tail, name: subject?.name ?? '' }) : '',
    line: step === 'paste' ? t('tour.line', line) : null,
  };
};

const Line = ({ text }: { readonly text: string }) => {
  const { t } = useTranslation();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    notify(t('common.copied'), { tone: 'green' });
  };
  return (
    <p className="tour-line">
      <code>{text}</code>
      <Button size="small" icon={<CopyIcon size={14} />} onClick={() => void copy()}>
        {t('tour.copy')}
      </Button>
    </p>
  );
};
