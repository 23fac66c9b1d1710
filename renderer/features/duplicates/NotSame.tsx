import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import css from './duplicates.module.css';
import type { Evidence } from './shapes.ts';
import { useTakeBack } from './useTakeBack.ts';

export interface NotSameProps {
  readonly a: { readonly id: string; readonly name: string };
  readonly b: { readonly id: string; readonly name: string };
  readonly why: readonly Evidence[];
  /** taken back by Esc or 取消 */
  readonly onClose: () => void;
  readonly onDismissed: () => void;
}

const usual = ['namesake', 'family', 'sharedPhone', 'soldCar'] as const;
type Usual = (typeof usual)[number];

/** The likeliest reason stands there already: D and Enter are enough. */
const likeliest = (why: readonly Evidence[]): Usual => {
  const signs = new Set(why.map((one) => one.by));
  if (signs.has('related')) return 'family';
  if (signs.has('phone') || signs.has('landline')) return 'sharedPhone';
  if (signs.has('vin') || signs.has('plate') || signs.has('vehicle')) return 'soldCar';
  return 'namesake';
};

/** 不是同一人: why, in one line; the pair is never named again. */
export const NotSame = ({ a, b, why, onClose, onDismissed }: NotSameProps) => {
  const { t } = useTranslation();
  const id = useId();
  const takeBack = useTakeBack();
  const [reason, setReason] = useState(() => t(`duplicates.dismiss.usual.${likeliest(why)}`));
  const save = useSave(api.duplicates.dismiss, {
    stale: [orpc.duplicates.key()],
    onDone: ({ command }) => {
      notify(t('duplicates.dismiss.done', { a: a.name, b: b.name }), {
        tone: 'green',
        action: {
          label: t('common.undo'),
          key: 'Ctrl+Z',
          takesBack: command,
          perform: () => takeBack(command, t('duplicates.dismiss.undone')),
        },
      });
      onDismissed();
    },
  });
  const submit = (): void => {
    if (reason.trim() !== '' && !save.isPending) save.mutate({ a: a.id, b: b.id, reason: reason.trim() });
  };
  return (
    <fieldset
      className={css['notSame']}
      aria-label={t('duplicates.dismiss.label')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.nativeEvent.stopImmediatePropagation();
        onClose();
      }}
    >
      <label htmlFor={id}>{t('duplicates.dismiss.label')}</label>
      <TextInput
        id={id}
        autoFocus
        value={reason}
        maxLength={200}
        onFocus={(event) => event.target.select()}
        onChange={setReason}
        onPressEnter={submit}
      />
      <Button type="primary" loading={save.isPending} disabled={reason.trim() === ''} onClick={submit}>
        {t('duplicates.dismiss.confirm')}
      </Button>
      <Button onClick={onClose}>{t('common.cancel')}</Button>
      <span className={css['usual']}>
        {usual.map((one) => {
          const words = t(`duplicates.dismiss.usual.${one}`);
          return (
            <Chip key={one} pressed={reason === words} onPress={() => setReason(words)}>
              {words}
            </Chip>
          );
        })}
      </span>
      {save.error !== null && (
        <span role="alert" className={css['failed']}>
          {errorText(save.error, t)}
        </span>
      )}
    </fieldset>
  );
};
