import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { cardNumber } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ChipGroup } from '../../ui/ChipGroup.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { CustomerPicker } from '../customer/CustomerPicker.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { bareNumber } from './joinDraft.ts';
import { OwnNumber } from './OwnNumber.tsx';
import type { MemberPage, Person } from './shapes.ts';
import { usePrintCard } from './usePrintCard.ts';

export interface AddCardPanelProps {
  readonly page: MemberPage;
  readonly onClose: () => void;
}

/** 附属卡 for somebody of the family: one account, points shared. The family on file is a key away. */
export const AddCardPanel = ({ page, onClose }: AddCardPanelProps) => {
  const { t } = useTranslation();
  const print = usePrintCard();
  const { membership, cards } = page;
  const [person, setPerson] = useState<Person | null>(null);
  const [own, setOwn] = useState('');
  const [asked, setAsked] = useState(false);
  const holder = useQuery(orpc.customers.get.queryOptions({ input: { id: membership.customerId } })).data;
  const held = new Set(cards.filter((card) => !isEnded(card.state)).map((card) => card.customerId));
  const family = (holder?.relations ?? []).flatMap(({ otherId, name }) =>
    otherId !== null && !held.has(otherId) ? [{ id: otherId, name }] : [],
  );
  const add = useSave(api.members.addCard, {
    stale: [orpc.members.key(), orpc.customers.get.key()],
    onDone: ({ cardId, cardNumber: made }) => {
      notify(t('members.addCard.done', { name: person?.name ?? '', number: cardNumber(made) }), {
        tone: 'green',
        action: { label: t('members.actions.print'), perform: () => print({ id: cardId, number: made }) },
      });
      onClose();
    },
  });
  const refused = fieldErrors(add.error, t);
  const whoError = asked && !person ? t('errors.field.required') : refused['customerId'];
  const submit = (): void => {
    setAsked(true);
    if (person && !add.isPending) {
      add.mutate({ id: membership.id, customerId: person.id, cardNumber: bareNumber(own) || null });
    }
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  return (
    <SidePanel
      title={t('members.addCard.title')}
      sub={`${membership.holder} · ${membership.tierName}`}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('members.addCard.save')}
          busy={add.isPending}
          error={add.error}
          blocked={asked && !person ? 1 : 0}
          onSave={submit}
        />
      }
    >
      <p className={css['near']}>{t('members.addCard.text')}</p>
      {family.length > 0 && (
        <div className={css['near']}>
          <ChipGroup label={t('members.addCard.family')}>
            {family.map((one) => (
              <Chip key={one.id} pressed={person?.id === one.id} onPress={() => setPerson(one)}>
                {one.name}
              </Chip>
            ))}
          </ChipGroup>
        </div>
      )}
      <div className={css['grid']}>
        <FormField label={t('members.addCard.who')} required {...(whoError ? { error: whoError } : {})}>
          <CustomerPicker
            label={t('members.addCard.who')}
            value={person}
            exceptId={membership.customerId}
            onChange={setPerson}
          />
        </FormField>
        <OwnNumber value={own} onChange={setOwn} {...(refused['cardNumber'] ? { error: refused['cardNumber'] } : {})} />
      </div>
    </SidePanel>
  );
};

/** Nobody can use it any more. */
export const isEnded = (state: MemberPage['cards'][number]['state']): boolean =>
  state === 'replaced' || state === 'cancelled';
