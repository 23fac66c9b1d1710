import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { fieldErrors } from '../../lib/errors.ts';
import { day, number } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { useGo } from '../../lib/place.ts';
import { useToday } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { closedWords } from './closedWords.ts';
import { missingWords, reachedWords, wayWords, whatIf } from './pathWords.ts';
import { type RenewDraft, renewalPathOf } from './renewDraft.ts';
import type { MemberPage } from './shapes.ts';
import { WithMember } from './WithMember.tsx';

export interface RenewPanelProps {
  /** of the membership */
  readonly id: string;
  readonly onClose: () => void;
}

/** 续卡: another year by a way that is met, the cheapest chosen already. */
export const RenewPanel = ({ id, onClose }: RenewPanelProps) => {
  const { t } = useTranslation();
  return (
    <WithMember id={id} title={t('members.renew.title')} onClose={onClose}>
      {(page) => <RenewForm page={page} onClose={onClose} />}
    </WithMember>
  );
};

interface RenewFormProps {
  readonly page: MemberPage;
  readonly onClose: () => void;
}

const RenewForm = ({ page, onClose }: RenewFormProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const { membership, paths, balance } = page;
  const { renewal } = paths;
  const { id, version, holder } = membership;
  const [asked, setAsked] = useState(false);
  const begin: RenewDraft = { path: renewalPathOf(renewal.paths) ?? '', receiptNo: '' };
  const kept = useKeptDraft(`renew.${id}`, begin);
  const { draft, change } = kept;
  const chosen = renewal.paths.find((row) => row.path === draft.path && row.met);
  const noReceipt = draft.path === 'fee' && draft.receiptNo.trim() === '';
  const renew = useSave(api.members.renew, {
    stale: [orpc.members.key(), orpc.customers.get.key()],
    onDone: ({ validThrough }) => {
      kept.done();
      notify(t('members.renew.done', { name: holder, day: day(validThrough) }), { tone: 'green' });
      onClose();
    },
  });
  const submit = (): void => {
    setAsked(true);
    const path = renewalPathOf(chosen ? [chosen] : []);
    if (!path || !renewal.open || noReceipt || renew.isPending) return;
    renew.mutate({ id, version, path, receiptNo: path === 'fee' ? draft.receiptNo.trim() : null });
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true });
  const refused = fieldErrors(renew.error, t)['receiptNo'];
  const closed = closedWords(renewal, today, t);
  const said = whatIf(renewal.paths, 'renew', t);

  if (closed) return <Closed page={page} said={closed} onClose={onClose} />;
  return (
    <SidePanel
      title={t('members.renew.title')}
      sub={`${holder} · ${membership.tierName}`}
      onClose={onClose}
      foot={
        <SaveFoot
          label={t('members.renew.save')}
          busy={renew.isPending}
          error={renew.error}
          blocked={asked && (!chosen || noReceipt) ? 1 : 0}
          onSave={submit}
        />
      }
    >
      <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
      {said && <p>{said}</p>}
      <ChoiceList
        label={t('members.renew.path')}
        value={draft.path}
        onChange={(path) => change({ path })}
        {...(asked && !chosen ? { error: t('members.renew.choose') } : {})}
        choices={renewal.paths.map((row) => ({
          value: row.path,
          label: wayWords(row, 'renew', t),
          closed: row.met ? null : t('members.stillMissing', { what: missingWords(row, 'renew', t) }),
          aside:
            row.path === 'points' ? t('members.has', { points: number(balance.redeemable) }) : reachedWords(row, t),
        }))}
      />
      {draft.path === 'fee' && (
        <div className={css['near']}>
          <FormField
            label={t('members.join.receiptNo')}
            required
            {...(asked && noReceipt
              ? { error: t('members.problem.receipt-missing') }
              : refused
                ? { error: refused }
                : {})}
          >
            <TextInput value={draft.receiptNo} maxLength={40} onChange={(receiptNo) => change({ receiptNo })} />
          </FormField>
        </div>
      )}
      <div className={css['part']}>
        {renewal.newThrough && <p>{t('members.renew.through', { day: day(renewal.newThrough) })}</p>}
        {renewal.downgradeTo && (
          <p className={css['failed']}>{t('members.renew.downgrade', { tier: renewal.downgradeTo.tierName })}</p>
        )}
        {draft.path === 'points' && <p className="quiet">{t('members.pointsGo')}</p>}
      </div>
    </SidePanel>
  );
};

/** Not today: from when on, or how else, and what it will take. */
const Closed = ({ page, said, onClose }: RenewFormProps & { readonly said: string }) => {
  const { t } = useTranslation();
  const go = useGo();
  const today = useToday();
  const { membership, paths } = page;
  const { toDay, paths: rows } = paths.renewal;
  const over = toDay !== null && today > toDay;
  return (
    <SidePanel title={t('members.renew.title')} sub={`${membership.holder} · ${membership.tierName}`} onClose={onClose}>
      <p role="status">
        <strong>{said}</strong>
      </p>
      {over ? (
        <p className={css['part']}>
          <Button type="primary" onClick={() => go(`/members?do=join&customer=${membership.customerId}`)}>
            {t('members.actions.join')}
          </Button>
        </p>
      ) : (
        <ul className={css['part']}>
          {rows.map((row) => (
            <li key={row.path} className={css['row']}>
              <span>{wayWords(row, 'renew', t)}</span>
              <span className={css['rowEnd']}>
                {row.met ? t('members.paths.met') : t('members.stillMissing', { what: missingWords(row, 'renew', t) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
};
