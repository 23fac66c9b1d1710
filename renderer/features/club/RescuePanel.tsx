import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { clockNow } from '../../lib/clock.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { nobody, type WhoDraft } from '../board/whoDraft.ts';
import { DayTimeFields } from '../complaints/DayTimeFields.tsx';
import { DeedPanel } from '../complaints/DeedPanel.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import panel from '../customer/sidePanel.module.css';
import css from './club.module.css';
import { quotaWords } from './quotaWords.ts';
import { calledAtOf, checkRescue, newRescue, rescueDraftOf, rescueFacts, strangerPhone } from './rescueDraft.ts';
import { saidOfJob } from './saidOfJob.ts';
import { type Rescue, type RescueInput, rescueKinds } from './shapes.ts';
import { useClubDeed } from './useClubDeed.ts';
import { useShowNew } from './useShowNew.ts';
import { WhoFields } from './WhoFields.tsx';

export interface RescuePanelProps {
  /** the one that is changed; left out: a new one */
  readonly job?: Rescue;
  /** who calls, where that is known: opened from the customer */
  readonly who?: WhoDraft;
  readonly onClose: () => void;
}

type Sent = RescueInput & { readonly requestId: string };

/** 登记救援, or 修改: who, where and what is enough to send somebody. */
export const RescuePanel = ({ job, who = nobody, onClose }: RescuePanelProps) => {
  const { t } = useTranslation();
  const showNew = useShowNew('rescues', who.customer !== null, onClose);
  const timeZone = useTimeZone();
  const [openedAt] = useState(() => job?.calledAt ?? clockNow());
  const called = { day: dayOf(openedAt, timeZone), time: timeOf(openedAt, timeZone) };
  const { kept, draft, change, save, asked, submit } = useClubDeed({
    form: job ? `rescue.${job.id}.edit` : who.customer ? `rescue.of.${who.customer.id}` : 'rescue',
    begin: job ? rescueDraftOf(job, called) : newRescue(who, openedAt, called),
    changes: job !== undefined,
    call: async ({ calledAt, ...input }: Sent) => {
      if (!job) return api.rescues.add({ ...input, ...(calledAt === undefined ? {} : { calledAt }) });
      const { id, version, number } = job;
      // a number that is not shown stays, unless another is typed
      const { strangerPhone: typed, ...facts } = input;
      const saved = await api.rescues.update({ id, version, ...facts, ...(typed ? { strangerPhone: typed } : {}) });
      return { id, number, ...saved };
    },
    said: ({ number }) => t(job ? 'club.form.changed' : 'club.form.savedRescue', { number }),
    onDone: ({ id }) => (job ? onClose() : showNew(id)),
  });
  const phoneKept = job && job.customerId === null ? job.phoneMasked : null;
  const openedFields = { day: dayOf(draft.openedAt, timeZone), time: timeOf(draft.openedAt, timeZone) };
  const calledAt = calledAtOf(draft, openedFields, timeZone);
  const problems = checkRescue(draft, phoneKept !== null);
  const blocked = Object.keys(problems).length + Number(calledAt === null);
  const refused = fieldErrors(save.error, t);
  const said = saidOfJob(problems, asked, refused, t);
  const send = (): void =>
    submit(
      blocked > 0 || calledAt === null
        ? null
        : { ...rescueFacts(draft), strangerPhone: strangerPhone(draft), ...(job ? {} : { calledAt }) },
    );
  return (
    <DeedPanel
      title={job ? t('club.form.editTitle') : t('club.form.rescueTitle')}
      sub={job?.number ?? t('club.form.rescueSub')}
      label={t(job ? 'club.form.saveChange' : 'club.form.saveRescue')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <WhoFields
        who={draft.who}
        label={t('club.field.caller')}
        strangers
        phoneKept={phoneKept}
        noVehicle={t('club.field.noVehicle')}
        errors={{
          who: said('who', 'customerId'),
          name: said('name'),
          phone: said('phone', 'strangerPhone'),
          vehicleId: said('vehicleId'),
        }}
        onChange={(next) => change({ who: next })}
      />
      {!job && draft.who.customer && <QuotaLine customerId={draft.who.customer.id} />}
      <div className={panel['near']} data-first={job || draft.who.customer ? true : undefined}>
        <FormField label={t('club.field.place')} required error={said('place')}>
          <AreaInput
            rows={2}
            maxLength={200}
            value={draft.place}
            placeholder={t('club.form.placeHint')}
            onChange={(place) => change({ place })}
          />
        </FormField>
      </div>
      <div className={`${panel['grid']} ${panel['near']}`}>
        <FormField label={t('club.field.rescueKind')}>
          <SelectInput
            value={draft.kind}
            options={rescueKinds.map((one) => [one, t(`club.rescues.kind.${one}`)] as const)}
            onChange={(kind) => change({ kind })}
          />
        </FormField>
        <FormField label={t('club.field.crew')} error={refused['crew']}>
          <TextInput
            value={draft.crew}
            maxLength={60}
            placeholder={t('club.form.crewHint')}
            onChange={(crew) => change({ crew })}
          />
        </FormField>
      </div>
      <FormField label={t('club.field.trouble')} error={refused['trouble']}>
        <AreaInput
          rows={2}
          maxLength={300}
          value={draft.trouble}
          placeholder={t('club.form.troubleHint')}
          onChange={(trouble) => change({ trouble })}
        />
      </FormField>
      {!job && (
        <div className={`${panel['grid']} ${panel['near']}`}>
          <DayTimeFields
            value={draft.called}
            labels={{ day: t('club.field.calledDay'), time: t('club.field.calledTime') }}
            help={t('club.step.help')}
            error={refused['calledAt']}
            onChange={(next) => change({ called: next })}
          />
        </div>
      )}
    </DeedPanel>
  );
};

/** What the tier of who calls has left of free rescues. */
const QuotaLine = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useTranslation();
  const { data } = useQuery(orpc.rescues.quota.queryOptions({ input: { customerId } }));
  return data ? <p className={css['quota']}>{quotaWords(data.quota, t)}</p> : null;
};
