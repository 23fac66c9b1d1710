import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { errorText, fieldErrors } from '../../lib/errors.ts';
import { dayOf, timeOf } from '../../lib/formats.ts';
import { useTimeZone } from '../../lib/store.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { DayTimeFields, instantOfTyped } from './DayTimeFields.tsx';
import { DeedPanel } from './DeedPanel.tsx';
import type { Promised } from './shapes.ts';
import { useDeed } from './useDeed.ts';
import { useEndPromise } from './useEndPromise.ts';
import { useStaff } from './useStaff.ts';

/** 改期: to another time or another person, with why. */
export const MovePromisePanel = ({
  promise,
  onClose,
}: {
  readonly promise: Promised;
  readonly onClose: () => void;
}) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { all } = useStaff();
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `promise.${promise.id}.move`,
    begin: {
      day: dayOf(promise.dueAt, timeZone),
      time: timeOf(promise.dueAt, timeZone),
      ownerId: promise.ownerId,
      note: '',
    },
    call: api.promises.move,
    said: () => t('complaints.promise.movedSaid'),
    onClose,
  });
  const { drop } = useEndPromise(promise);
  const dueAt = instantOfTyped(draft, timeZone);
  const refused = fieldErrors(save.error, t);
  const missing = draft.note.trim() === '';
  const blocked = Number(missing) + Number(dueAt === null);
  // somebody who has left is shown by name, and can be given another
  const owners = all.some(([id]) => id === draft.ownerId)
    ? all
    : [[promise.ownerId, promise.ownerName] as const, ...all];
  const send = (): void =>
    submit(
      missing || dueAt === null
        ? null
        : { id: promise.id, version: promise.version, dueAt, ownerId: draft.ownerId, note: draft.note.trim() },
    );
  return (
    <DeedPanel
      title={t('complaints.promise.moveTitle')}
      sub={promise.text}
      label={t('complaints.promise.moveSave')}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? blocked : 0}
      onSave={send}
      onClose={onClose}
    >
      <div className={css['grid3']}>
        <DayTimeFields
          value={draft}
          labels={{ day: t('complaints.promise.day'), time: t('complaints.promise.time') }}
          error={refused['dueAt']}
          onChange={({ day, time }) => change({ day, time })}
        />
        <FormField label={t('complaints.promise.owner')} error={refused['ownerId']}>
          <SelectInput value={draft.ownerId} options={owners} onChange={(ownerId) => change({ ownerId })} />
        </FormField>
      </div>
      <div className={css['near']} data-first>
        <FormField
          label={t('complaints.promise.moveWhy')}
          required
          error={asked && missing ? t('errors.field.required') : undefined}
        >
          <TextInput maxLength={300} value={draft.note} onChange={(note) => change({ note })} onPressEnter={send} />
        </FormField>
      </div>
      <div className={css['part']}>
        <ReasonLine
          open={t('complaints.promise.drop')}
          label={t('complaints.promise.dropWhy')}
          text={t('complaints.promise.dropText')}
          confirm={t('complaints.promise.drop')}
          busy={drop.isPending}
          error={drop.error ? errorText(drop.error, t) : undefined}
          onConfirm={(why) =>
            drop.mutate({ id: promise.id, version: promise.version, note: why }, { onSuccess: onClose })
          }
        />
      </div>
    </DeedPanel>
  );
};
