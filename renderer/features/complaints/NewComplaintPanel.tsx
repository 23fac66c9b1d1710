import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useMe } from '../../lib/session.ts';
import { useTimeZone } from '../../lib/store.ts';
import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { codeWords } from '../paper/codeWords.ts';
import { ComplaintFields, type SaidOf } from './ComplaintFields.tsx';
import { checkComplaint, factsOf, newComplaint, receivedOf } from './complaintDraft.ts';
import css from './form.module.css';
import { saidOfComplaint } from './saidOfComplaint.ts';
import { TwinsBox } from './TwinsBox.tsx';
import { useComplaintTwins } from './useComplaintTwins.ts';

export interface NewComplaintPanelProps {
  /** who complains, where it is known: opened from the customer */
  readonly who?: WhoDraft;
  /** what was said already, as on a call about something else */
  readonly what?: string;
  /** the bad answers to a questionnaire that it comes from: they are followed up by it */
  readonly response?: { readonly id: string; readonly visitId: string | null };
  /** the form that it was written on (投诉登记单), and the day on which that was printed: when it was taken stands on it */
  readonly paper?: { readonly code: string; readonly day: string };
  /** where the screen below goes on with it; left out, the complaint is opened */
  readonly onAdded?: (added: { readonly id: string; readonly number: string }) => void;
  readonly onClose: () => void;
}

/** 新建投诉: on record in half a minute while the customer is on the phone; what happened before stands beside it. */
export const NewComplaintPanel = ({
  who = nobody,
  what = '',
  response,
  paper,
  onAdded,
  onClose,
}: NewComplaintPanelProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const client = useQueryClient();
  const timeZone = useTimeZone();
  const me = useMe();
  const [openedAt] = useState(clockNow);
  const [requestId, setRequestId] = useState(newRequestId);
  const [asked, setAsked] = useState(false);
  const received = paper
    ? { day: paper.day, time: '' }
    : { day: dayOf(openedAt, timeZone), time: timeOf(openedAt, timeZone) };
  const kept = useKeptDraft(paper ? `complaint.paper.${paper.code}` : draftKey(who, response?.id), {
    ...newComplaint(received, me?.staffId ?? '', who),
    what,
  });
  const { draft, change } = kept;
  const twins = useComplaintTwins(draft);
  const problems = checkComplaint(draft, { now: clockNow(), timeZone });
  const blocked = Object.keys(problems).length;
  const add = useMutation({
    mutationFn: () => {
      const receivedAt = receivedOf(draft, timeZone);
      return api.complaints.add({
        ...factsOf(draft),
        ...(receivedAt === null ? {} : { receivedAt }),
        ...(paper ? { paperCode: paper.code } : {}),
        ...(response ? { responseId: response.id, visitId: response.visitId } : {}),
        requestId,
      });
    },
    onSuccess: ({ id, number }) => {
      kept.done();
      void client.invalidateQueries({ queryKey: orpc.complaints.key() });
      if (paper) void client.invalidateQueries({ queryKey: orpc.paper.key() });
      notify(t('complaints.form.saved', { number }), { tone: 'green' });
      if (onAdded) onAdded({ id, number });
      else go(`/complaints/${id}`, { replace: true });
    },
    onError: () => setRequestId(newRequestId()),
  });
  const said: SaidOf = (path) => saidOfComplaint(path, problems, asked, fieldErrors(add.error, t), t);
  const save = (): void => {
    setAsked(true);
    if (blocked === 0 && !add.isPending) add.mutate();
  };
  useHotkeys({ 'Ctrl+S': save }, { inDialog: true });
  return (
    <SidePanel
      wide
      title={t('complaints.form.newTitle')}
      sub={paper ? t('paper.entry.fromPaper', { code: codeWords(paper.code) }) : t('complaints.form.newSub')}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('complaints.form.save')}
          busy={add.isPending}
          error={add.error}
          blocked={asked ? blocked : 0}
          onSave={save}
        />
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <div className={css['formGrid']}>
        <div>
          <ComplaintFields draft={draft} change={change} said={said} />
        </div>
        <aside className={css['aside']} aria-live="polite">
          {twins.count > 0 ? (
            <TwinsBox twins={twins.rows} count={twins.count + 1} />
          ) : (
            <p className="quiet small">{t('complaints.twins.none')}</p>
          )}
        </aside>
      </div>
    </SidePanel>
  );
};

/** Under which what was typed is kept. */
const draftKey = (who: WhoDraft, responseId: string | undefined): string => {
  if (responseId !== undefined) return `complaint.response.${responseId}`;
  return who.customer ? `complaint.of.${who.customer.id}` : 'complaint';
};
