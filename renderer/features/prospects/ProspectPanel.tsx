import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { daysLeft } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { useToday } from '../../lib/store.ts';
import { notifyUndoable } from '../../lib/undo.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip } from '../../ui/Chip.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { ReasonLine } from '../customer/ReasonLine.tsx';
import { RestoredNotice } from '../customer/RestoredNotice.tsx';
import { SaveFoot } from '../customer/SaveFoot.tsx';
import { SidePanel } from '../customer/SidePanel.tsx';
import css from '../customer/sidePanel.module.css';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import { BuyPart } from './BuyPart.tsx';
import { DrivesPart } from './DrivesPart.tsx';
import { FactsFields, NextFields } from './FactsFields.tsx';
import { NextChip } from './NextChip.tsx';
import {
  checkDrive,
  checkFacts,
  checkNext,
  factsInputOf,
  factsOf,
  nextOf,
  noDrive,
  type Prospect,
  type TestDrive,
} from './prospectDraft.ts';
import { useAddDrive } from './useAddDrive.ts';

/** One prospect: what they look for, what was driven, what is next; bought or lost in the end. */
export const ProspectPanel = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.prospects.get.queryOptions({ input: { id } }));
  if (data) {
    return <Form key={data.prospect.version} prospect={data.prospect} drives={data.drives} onClose={onClose} />;
  }
  return (
    <SidePanel wide title={t('prospects.title')} onClose={onClose}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
    </SidePanel>
  );
};

interface FormProps {
  readonly prospect: Prospect;
  readonly drives: readonly TestDrive[];
  readonly onClose: () => void;
}

const Form = ({ prospect, drives, onClose }: FormProps) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const today = useToday();
  const { id, version, state, customerName } = prospect;
  const [asked, setAsked] = useState(false);
  const [buying, setBuying] = useState(false);
  const kept = useKeptDraft(`prospect.${id}.${version}`, {
    facts: factsOf(prospect),
    next: nextOf(prospect),
    result: '',
    drive: noDrive(today),
  });
  const { draft, change } = kept;
  const open = state === 'open';
  const stale = [orpc.prospects.key()];

  const done = (said: string): void => {
    kept.done();
    void notifyUndoable(said, t);
    onClose();
  };
  const save = useSave(api.prospects.update, {
    stale,
    onDone: () => done(t('prospects.saved', { name: customerName })),
    onFail: () => void client.invalidateQueries({ queryKey: orpc.prospects.key() }),
  });
  const lose = useSave(api.prospects.lose, {
    stale,
    onDone: () => done(t('prospects.lostDone', { name: customerName })),
  });
  const reopen = useSave(api.prospects.reopen, {
    stale,
    onDone: () => void notifyUndoable(t('prospects.saved', { name: customerName }), t),
  });

  const addDrive = useAddDrive(id);
  const blocked =
    Object.keys(checkFacts(draft.facts)).length +
    Object.keys(checkNext(draft.next)).length +
    (checkDrive(draft.drive) ? 1 : 0);
  const submit = (): void => {
    setAsked(true);
    if (!open || buying || blocked > 0 || save.isPending || addDrive.isPending) return;
    const input = { id, version, ...factsInputOf(draft.facts, draft.next), result: draft.result.trim() || null };
    // a test drive that was typed and not yet filed goes with the rest
    if (draft.drive.model.trim() === '') save.mutate(input);
    else {
      addDrive.mutate(draft.drive, {
        onSuccess: () => {
          change({ drive: noDrive(today) });
          save.mutate(input);
        },
      });
    }
  };
  useHotkeys({ 'Ctrl+S': submit }, { inDialog: true, enabled: open && !buying });

  return (
    <SidePanel
      wide
      title={t('prospects.panelTitle', { name: customerName })}
      sub={prospect.phoneMasked ?? ''}
      onClose={onClose}
      {...(open && !buying
        ? {
            foot: (
              <>
                <Button onClick={() => setBuying(true)}>{t('prospects.convert')}</Button>
                <ReasonLine
                  open={t('prospects.lose')}
                  label={t('prospects.lostReason')}
                  hint={t('prospects.lostHint')}
                  confirm={t('prospects.loseConfirm')}
                  busy={lose.isPending}
                  error={lose.error ? errorText(lose.error, t) : undefined}
                  onConfirm={(reason) => lose.mutate({ id, version, reason })}
                />
                <SaveFoot
                  label={t('prospects.save')}
                  busy={save.isPending}
                  error={save.error ?? addDrive.error}
                  blocked={asked ? blocked : 0}
                  onSave={submit}
                />
              </>
            ),
          }
        : {})}
    >
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginBottom: 12 }}>
        <Chip tone={state === 'bought' ? 'green' : state === 'open' ? 'brand' : 'plain'}>
          {t(`prospects.state.${state}`)}
        </Chip>
        <Chip>{t(prospect.isNew ? 'prospects.isNew' : 'prospects.isOwner')}</Chip>
        {prospect.tradeInSignal && <Chip tone="amber">{t('prospects.tradeInSignal')}</Chip>}
        {prospect.next && <NextChip next={prospect.next} />}
        {prospect.lostReason && <Chip>{t('prospects.lostBecause', { reason: prospect.lostReason })}</Chip>}
        <Link to="/customers/$id" params={{ id: prospect.customerId }} onClick={onClose}>
          {t('prospects.openCustomer')}
        </Link>
      </div>
      {buying ? (
        <BuyPart prospect={prospect} onCancel={() => setBuying(false)} onDone={onClose} />
      ) : open ? (
        <>
          <RestoredNotice at={kept.restoredAt} onDiscard={kept.discard} />
          {prospect.next && (
            <FormField
              label={t('prospects.result', { what: prospect.next.what, when: daysLeft(prospect.next.days) })}
              help={t('prospects.resultHelp')}
            >
              <TextInput
                value={draft.result}
                maxLength={500}
                placeholder={t('prospects.resultHint')}
                onChange={(result) =>
                  change({
                    result,
                    // what was to be done is done: what comes now?
                    ...(result !== '' && draft.result === ''
                      ? { next: { what: '', day: '', ownerId: draft.next.ownerId } }
                      : {}),
                  })
                }
              />
            </FormField>
          )}
          <div className={prospect.next ? css['part'] : ''}>
            <h3 className={css['partTitle']}>{t('prospects.next')}</h3>
            <NextFields next={draft.next} asked={asked} onChange={(next) => change({ next })} />
          </div>
          <div className={css['part']}>
            <h3>{t('prospects.wish')}</h3>
            <FactsFields
              facts={draft.facts}
              onChange={(facts) => change((now) => ({ ...now, facts: { ...now.facts, ...facts } }))}
            />
          </div>
          <DrivesPart
            id={id}
            models={draft.facts.models}
            drives={drives}
            typed={{ drive: draft.drive, asked, onChange: (drive) => change({ drive }) }}
          />
        </>
      ) : (
        <>
          <DrivesPart id={id} models={[]} drives={drives} />
          {state === 'lost' && (
            <p className={css['part']}>
              <Button loading={reopen.isPending} onClick={() => reopen.mutate({ id, version })}>
                {t('prospects.reopen')}
              </Button>
              {reopen.error !== null && (
                <span role="alert" className={css['failed']}>
                  {errorText(reopen.error, t)}
                </span>
              )}
            </p>
          )}
        </>
      )}
    </SidePanel>
  );
};
