import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { day } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { JoinModes } from './JoinModes.tsx';
import type { Joined } from './JoinPanel.tsx';
import { JoinTier } from './JoinTier.tsx';
import { checkJoin, type JoinField, joinInputOf, newJoin } from './joinDraft.ts';
import { OwnNumber } from './OwnNumber.tsx';
import type { Person, Proposal } from './shapes.ts';

export interface JoinFormProps {
  readonly customer: Person;
  readonly proposal: Proposal;
  readonly onClose: () => void;
  readonly onDone: (joined: Joined) => void;
}

/** One screen for the whole of it: by what one joins, which tier and why, fee and receipt, a card's own number. */
export const JoinForm = ({ customer, proposal, onClose, onDone }: JoinFormProps) => {
  const { t } = useTranslation();
  const tiers = useStoreSettings()?.values.tiers ?? [];
  const [asked, setAsked] = useState(false);
  const kept = useKeptDraft(`join.${customer.id}`, newJoin(proposal));
  const { draft, change } = kept;
  const problems = checkJoin(draft, proposal);
  const blocked = Object.keys(problems).length;
  const join = useSave(api.members.join, {
    stale: [orpc.members.key(), orpc.customers.get.key()],
    onDone: (membership, { tier }) => {
      kept.done();
      onDone({ membership, tierName: tiers.find((one) => one.code === tier)?.name ?? tier });
    },
  });
  const refused = fieldErrors(join.error, t);
  const said = (field: JoinField): { readonly error?: string } => {
    const problem = problems[field];
    if (problem && (asked || problem === 'amount-invalid')) return { error: t(`members.problem.${problem}`) };
    const said = refused[field === 'mode' ? 'proofId' : field];
    return said ? { error: said } : {};
  };
  const submit = (): void => {
    setAsked(true);
    const input = joinInputOf(draft, proposal, customer.id);
    if (input && !join.isPending) join.mutate(input);
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });

  return (
    <SidePanel
      title={t('members.join.title')}
      sub={customer.name}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('members.join.save')}
          busy={join.isPending}
          error={join.error}
          blocked={asked ? blocked : 0}
          onSave={submit}
        />
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      <JoinModes proposal={proposal} value={draft.mode} onChange={(mode) => change({ mode })} {...said('mode')} />
      {draft.mode === 'fee' && (
        <div className={css['grid']} style={{ marginTop: 10 }}>
          <FormField label={t('members.join.fee')} required {...said('feeFen')}>
            <TextInput value={draft.fee} inputMode="decimal" maxLength={14} onChange={(fee) => change({ fee })} />
          </FormField>
          <FormField label={t('members.join.receiptNo')} required {...said('receiptNo')}>
            <TextInput value={draft.receiptNo} maxLength={40} onChange={(receiptNo) => change({ receiptNo })} />
          </FormField>
        </div>
      )}
      <div className={css['part']}>
        <JoinTier proposal={proposal} value={draft.tier} onChange={(tier) => change({ tier })} />
      </div>
      <div className={`${css['part']} ${css['grid']}`}>
        <OwnNumber value={draft.cardNumber} onChange={(cardNumber) => change({ cardNumber })} {...said('cardNumber')} />
        <FormField label={t('members.join.note')}>
          <TextInput value={draft.note} maxLength={200} onChange={(note) => change({ note })} />
        </FormField>
      </div>
      <p className="quiet" style={{ marginTop: 12 }}>
        {t('members.join.through', { day: day(proposal.validThrough) })}
      </p>
    </SidePanel>
  );
};
