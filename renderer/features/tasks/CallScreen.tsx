import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo, useQueryValue } from '../../lib/place.ts';
import { useScreenDeeds } from '../../lib/screenDeeds.ts';
import detail from '../complaints/detail.module.css';
import { BadAnswersPart } from './BadAnswersPart.tsx';
import { CallHead } from './CallHead.tsx';
import type { CallPageProps } from './CallPage.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { OutcomeForm } from './OutcomeForm.tsx';
import { ScriptPart } from './ScriptPart.tsx';
import type { CallInfo, CallRow, LeftOutReason } from './shapes.ts';
import css from './tasks.module.css';
import { useCallDraft } from './useCallDraft.ts';

/** The forms come after the page, in a quiet moment. */
const loadPanels = () => import('./CallPanels.tsx');
const CallPanels = lazy(loadPanels);

export interface CallScreenProps extends CallPageProps {
  readonly info: CallInfo;
  readonly call: CallRow;
}

/** Who, what to say, what was said before, and what came of it. */
export const CallScreen = (props: CallScreenProps) => {
  const { info, call, customerId, channel, onOpen } = props;
  const { t } = useTranslation();
  const go = useGo();
  const wanted = useQueryValue('do');
  const kept = useCallDraft(customerId, info.history);
  const answers = channel === 'call' && mayBeRecorded(info.leftOut);
  useEffect(() => {
    const timer = setTimeout(() => void loadPanels(), 200);
    return () => clearTimeout(timer);
  }, []);
  useScreenDeeds({
    'tasks.open': () => go(`/customers/${customerId}`),
    'tasks.complaint': () => answers && onOpen('complaint'),
    'tasks.booking': () => answers && onOpen('booking'),
  });
  return (
    <article className={css['call']} aria-label={call.name}>
      <CallHead call={call} leftOut={info.leftOut} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a short one holds nothing that can take the focus */}
      <section className={detail['reads']} data-reads aria-label={t('tasks.whole')} tabIndex={0}>
        <div className={css['columns']}>
          <div className={css['scripts']}>
            <BadAnswersPart bad={info.bad} />
            <ScriptPart info={info} call={call} kept={kept} answers={answers} />
          </div>
          <HistoryPart history={info.history} />
        </div>
      </section>
      {answers && <OutcomeForm {...props} kept={kept} />}
      <Suspense>
        {wanted && (
          <CallPanels
            call={call}
            info={info}
            draft={kept.draft}
            onComplaint={({ id, number }) => {
              kept.change({ complaintId: id, complaintNumber: number });
              onOpen(null);
            }}
            onClose={() => onOpen(null)}
          />
        )}
      </Suspense>
    </article>
  );
};

/** Who is left out because it is not the time may call us; who is left out for consent is not called. */
const mayBeRecorded = (leftOut: LeftOutReason | null): boolean =>
  leftOut === null || leftOut === 'later' || leftOut === 'hours';
