import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { checkPlan, planInputOf, planOf } from './deliveryDraft.ts';
import { PlanFields } from './PlanFields.tsx';
import { problemWords } from './problemWords.ts';
import type { DeliveryPage } from './shapes.ts';

export interface EditDeliveryPanelProps {
  readonly delivery: DeliveryPage;
  readonly onClose: () => void;
}

/** Under which name the store speaks of a field of the form. */
const storePath: Readonly<Record<string, string>> = { day: 'plannedDay', time: 'plannedTime' };

/** 修改交车安排: the day, the adviser, the ceremony. */
export const EditDeliveryPanel = ({ delivery, onClose }: EditDeliveryPanelProps) => {
  const { t } = useTranslation();
  const { id, version, name } = delivery;
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft(`delivery.${id}.edit`, planOf(delivery), { follows: true });
  const { draft, change } = kept;
  const save = useSave(api.deliveries.update, {
    stale: [orpc.deliveries.key()],
    onDone: () => {
      kept.done();
      void notifyUndoable(t('deliveries.form.changed', { name }), t);
      onClose();
    },
  });
  const problems = checkPlan(draft);
  const blocked = Object.keys(problems).length;
  const refused = fieldErrors(save.error, t);
  return (
    <DeedPanel
      title={t('deliveries.form.editTitle')}
      sub={name}
      label={t('deliveries.form.saveChange')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={() => {
        setAsked(true);
        if (blocked === 0 && !save.isPending) save.mutate({ id, version, ...planInputOf(draft) });
      }}
      onClose={onClose}
    >
      <PlanFields
        draft={draft}
        change={change}
        interests={delivery.interests}
        said={(path) => {
          const own = path === 'day' || path === 'time' ? problems[path] : undefined;
          return own ? problemWords(own, t) : refused[storePath[path] ?? path];
        }}
      />
    </DeedPanel>
  );
};
