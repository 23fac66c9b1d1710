import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useTimeZone } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useVehiclesOf } from '../board/useVehiclesOf.ts';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { ComplaintFields, type SaidOf } from './ComplaintFields.tsx';
import { checkComplaint, draftOf, factsOf } from './complaintDraft.ts';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import css from './form.module.css';
import { saidOfComplaint } from './saidOfComplaint.ts';
import { TwinsBox } from './TwinsBox.tsx';
import { useComplaintTwins } from './useComplaintTwins.ts';

/** 修改: its facts, while it is open; another severity has other terms from the beginning, and the form says so. */
export const EditComplaintPanel = ({ page, onClose }: DeedPanelsProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const timeZone = useTimeZone();
  const { complaint } = page;
  const { id, version, receivedAt } = complaint;
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft(
    `complaint.${id}.edit`,
    draftOf(complaint, { day: dayOf(receivedAt, timeZone), time: timeOf(receivedAt, timeZone) }),
    { follows: true },
  );
  const { draft, change } = kept;
  useVehiclesOf(draft.who, complaint, (who) => change({ who }));
  const twins = useComplaintTwins(draft, id);
  const problems = checkComplaint(draft, { now: clockNow(), timeZone });
  const blocked = Object.keys(problems).length;
  const save = useMutation({
    mutationFn: async () => {
      const facts = factsOf(draft);
      // a stranger's number is not shown, and stays where no other is typed
      const keeps = complaint.customerId === null && facts.customerId === null && !facts.strangerPhone;
      const strangerPhone = keeps && complaint.strangerPhoneMasked ? await keptPhone(id) : facts.strangerPhone;
      return api.complaints.update({
        id,
        version,
        ...facts,
        visitId: facts.vehicleId === complaint.vehicleId ? complaint.visitId : null,
        ...(strangerPhone === undefined ? {} : { strangerPhone }),
        requestId: newRequestId(),
      });
    },
    onSuccess: () => {
      kept.done();
      void client.invalidateQueries({ queryKey: orpc.complaints.key() });
      void notifyUndoable(t('complaints.form.changed', { number: complaint.number }), t);
      onClose();
    },
    onError: () => void client.invalidateQueries({ queryKey: orpc.complaints.key() }),
  });
  const said: SaidOf = (path) => saidOfComplaint(path, problems, asked, fieldErrors(save.error, t), t);
  const submit = (): void => {
    setAsked(true);
    if (blocked === 0 && !save.isPending) save.mutate();
  };
  return (
    <DeedPanel
      wide
      title={t('complaints.form.editTitle')}
      sub={complaint.number}
      label={t('complaints.form.saveChange')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={submit}
      onClose={onClose}
    >
      <div className={css['formGrid']}>
        <div>
          <ComplaintFields
            draft={draft}
            change={change}
            said={said}
            changes={{ phoneKept: complaint.strangerPhoneMasked }}
          />
        </div>
        <aside className={css['aside']} aria-live="polite">
          {draft.severity !== complaint.severity && <p role="status">{t('complaints.form.otherTerms')}</p>}
          {twins.count > 0 && <TwinsBox twins={twins.rows} count={twins.count + 1} />}
        </aside>
      </div>
    </DeedPanel>
  );
};

const keptPhone = async (id: string): Promise<string | null> =>
  (await api.complaints.reveal({ id, requestId: newRequestId() })).phones[0] ?? null;
