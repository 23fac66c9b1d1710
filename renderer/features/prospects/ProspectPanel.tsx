import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { daysLeft } from '../../lib/formats.ts';
import { useHotkeys } from '../../lib/hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { newRequestId } from '../../lib/requestId.ts';
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
  checkFacts,
  checkNext,
  factsInputOf,
  factsOf,
  nextOf,
  type Prospect,
  type TestDrive,
} from './prospectDraft.ts';

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
  const { id, version, state, customerName } = prospect;
  const [asked, setAsked] = useState(false);
  const [result, setResult] = useState('');
  const [buying, setBuying] = useState(false);
  const kept = useKeptDraft(`prospect.${id}.${version}`, { facts: factsOf(prospect), next: nextOf(prospect) });
  const { draft, change } = kept;
  const open = state === 'open';
  const refresh = () => client.invalidateQueries({ queryKey: orpc.prospects.key() });

  const save = useMutation({
    mutationFn: async () => {
      const { next, ...facts } = factsInputOf(draft.facts, draft.next);
      const said = result.trim();
      if (said === '') return api.prospects.update({ id, version, ...facts, next, requestId: newRequestId() });
      const followed = await api.prospects.followUp({ id, version, result: said, next, requestId: newRequestId() });
      return api.prospects.update({ id, version: followed.version, ...facts, next, requestId: newRequestId() });
    },
    onSuccess: () => {
      kept.done();
      notify(t('prospects.saved', { name: customerName }), { tone: 'green' });
      void refresh();
      onClose();
    },
    onError: () => void refresh(),
  });
  const lose = useMutation({
    mutationFn: (reason: string) => api.prospects.lose({ id, version, reason, requestId: newRequestId() }),
    onSuccess: (done) => {
      kept.done();
      notify(t('prospects.lostDone', { name: customerName }), {
        action: {
          label: t('common.undo'),
          perform: async () => {
            await api.prospects.reopen({ id, version: done.version, requestId: newRequestId() });
            await refresh();
          },
        },
      });
      void refresh();
      onClose();
    },
  });
  const reopen = useMutation({
    mutationFn: () => api.prospects.reopen({ id, version, requestId: newRequestId() }),
    onSuccess: refresh,
  });

  const blocked = Object.keys(checkFacts(draft.facts)).length + Object.keys(checkNext(draft.next)).length;
  const submit = (): void => {
    setAsked(true);
    if (open && !buying && blocked === 0 && !save.isPending) save.mutate();
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
                  onConfirm={(reason) => lose.mutate(reason)}
                />
                <SaveFoot
                  label={t('prospects.save')}
                  busy={save.isPending}
                  error={save.error}
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
                value={result}
                maxLength={500}
                placeholder={t('prospects.resultHint')}
                onChange={(value) => {
                  if (value !== '' && result === '')
                    change({ next: { what: '', day: '', ownerId: draft.next.ownerId } });
                  setResult(value);
                }}
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
          <DrivesPart id={id} models={draft.facts.models} drives={drives} />
        </>
      ) : (
        <>
          <DrivesPart id={id} models={[]} drives={drives} closed />
          {state === 'lost' && (
            <p className={css['part']}>
              <Button loading={reopen.isPending} onClick={() => reopen.mutate()}>
                {t('prospects.reopen')}
              </Button>
              {reopen.error && (
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
