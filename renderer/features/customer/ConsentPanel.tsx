import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../lib/api.ts';
import { momentOf } from '../../lib/formats.ts';
import { newRequestId } from '../../lib/requestId.ts';
import { useTimeZone } from '../../lib/store.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { consentOf } from './consentSummary.ts';
import { refusalText } from './refusal.ts';
import { SelectInput } from './SelectInput.tsx';
import { SidePanel } from './SidePanel.tsx';
import { SlowNotice } from './SlowNotice.tsx';
import { type ConsentPurpose, type ConsentState, type CustomerPage, consentPurposes } from './shapes.ts';
import css from './sidePanel.module.css';
import { useKeptDraft } from './useKeptDraft.ts';

const channels = ['counter', 'phone', 'paper', 'wechat', 'sms'] as const;

const tones: Readonly<Record<ConsentState | 'unknown', ChipTone>> = {
  granted: 'green',
  refused: 'red',
  withdrawn: 'red',
  unknown: 'plain',
};

/** What may follow a state: a consent is withdrawn, never "refused"; a refusal can be turned into consent. */
const next: Readonly<Record<ConsentState | 'unknown', readonly ConsentState[]>> = {
  unknown: ['granted', 'refused'],
  granted: ['withdrawn'],
  refused: ['granted'],
  withdrawn: ['granted'],
};

export interface ConsentPanelProps {
  readonly page: CustomerPage;
  readonly onClose: () => void;
}

interface ConsentDraft {
  readonly channel: (typeof channels)[number];
  readonly note: string;
}
const begin: ConsentDraft = { channel: 'counter', note: '' };

/** 同意与拒绝, purpose by purpose (PIPL). Each press is one record at once: there is nothing to forget to save. */
export const ConsentPanel = ({ page, onClose }: ConsentPanelProps) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const { draft, change, discard } = useKeptDraft<ConsentDraft>(`consent.${page.customer.id}`, begin);
  const { channel, note } = draft;
  const [said, setSaid] = useState('');
  const set = useMutation(orpc.customers.setConsent.mutationOptions());
  const words = { granted: 'grant', refused: 'refuse', withdrawn: 'withdraw' } as const;

  const record = (purpose: ConsentPurpose, state: ConsentState): void => {
    if (set.isPending) return;
    set.mutate(
      { id: page.customer.id, purpose, state, channel, note: note.trim() || null, requestId: newRequestId() },
      {
        onSuccess: () => {
          discard();
          setSaid(
            t('customer.consent.saved', {
              purpose: t(`customer.consent.purpose.${purpose}`),
              state: t(`customer.consent.state.${state}`),
            }),
          );
        },
      },
    );
  };

  return (
    <SidePanel
      title={t('customer.consent.title')}
      sub={page.customer.name}
      onClose={onClose}
      foot={
        <>
          {set.error ? (
            <span role="alert" className={css['failed']}>
              {refusalText(set.error, t)}
            </span>
          ) : (
            <>
              <span role="status">{said}</span>
              {said === '' && <span className="quiet">{t('customer.consent.atOnce')}</span>}
            </>
          )}
          <SlowNotice busy={set.isPending} />
        </>
      }
    >
      <p className="quiet">{t('customer.consent.intro')}</p>
      <div className={`${css['grid']} ${css['part']}`}>
        <FormField label={t('customer.consent.channel')}>
          <SelectInput
            value={channel}
            onChange={(next) => change({ channel: next })}
            options={channels.map((value) => [value, t(`customer.consent.channels.${value}`)] as const)}
          />
        </FormField>
        <FormField label={t('customer.consent.note')}>
          <TextInput value={note} onChange={(next) => change({ note: next })} maxLength={200} />
        </FormField>
      </div>
      <ul className={css['part']}>
        {consentPurposes.map((purpose) => {
          const state = consentOf(page.consents, purpose);
          const at = page.consents.find((consent) => consent.purpose === purpose)?.at;
          return (
            <li key={purpose} className={css['row']}>
              <div>
                <div>{t(`customer.consent.purpose.${purpose}`)}</div>
                {at !== undefined && <div className="quiet small">{momentOf(at, timeZone)}</div>}
              </div>
              <span className={css['rowEnd']}>
                <Chip tone={tones[state]}>{t(`customer.consent.state.${state}`)}</Chip>
              </span>
              {next[state].map((to) => (
                <Button
                  key={to}
                  size="small"
                  disabled={set.isPending}
                  aria-label={`${t(`customer.consent.${words[to]}`)} · ${t(`customer.consent.purpose.${purpose}`)}`}
                  onClick={() => record(purpose, to)}
                >
                  {t(`customer.consent.${words[to]}`)}
                </Button>
              ))}
            </li>
          );
        })}
      </ul>
    </SidePanel>
  );
};
