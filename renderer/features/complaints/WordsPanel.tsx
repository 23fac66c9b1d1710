import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { FormField } from '../../ui/FormField.tsx';
import { AreaInput } from '../customer/AreaInput.tsx';
import { SelectInput } from '../customer/SelectInput.tsx';
import css from '../customer/sidePanel.module.css';
import { DeedPanel } from './DeedPanel.tsx';
import type { DeedPanelsProps } from './DeedPanels.tsx';
import { type ContactChannel, contactChannels } from './shapes.ts';
import { useDeed } from './useDeed.ts';

export interface WordsPanelProps extends DeedPanelsProps {
  readonly what: 'investigate' | 'propose' | 'finish' | 'reopen';
}

interface Words {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly channel: ContactChannel | null;
}

const calls: Readonly<
  Record<WordsPanelProps['what'], (words: Words & { readonly requestId: string }) => Promise<unknown>>
> = {
  investigate: ({ channel: _channel, ...words }) => api.complaints.investigate(words),
  propose: (words) => api.complaints.propose(words),
  finish: ({ channel: _channel, ...words }) => api.complaints.finish(words),
  reopen: ({ channel: _channel, text, ...words }) => api.complaints.reopen({ ...words, reason: text }),
};

const longest: Readonly<Record<WordsPanelProps['what'], number>> = {
  investigate: 2000,
  propose: 2000,
  finish: 2000,
  reopen: 500,
};

/** 调查 · 方案 · 完成 · 重开: a step that is told in words. */
export const WordsPanel = ({ what, page, onClose }: WordsPanelProps) => {
  const { t } = useTranslation();
  const { complaint } = page;
  const begin: { readonly text: string; readonly channel: ContactChannel } = { text: '', channel: 'phone' };
  const { kept, draft, change, save, asked, submit } = useDeed({
    form: `complaint.${complaint.id}.${what}`,
    begin,
    call: calls[what],
    said: () => t(`complaints.words.${what}.said`),
    onClose,
  });
  const missing = draft.text.trim() === '';
  const send = (): void =>
    submit(
      missing
        ? null
        : { id: complaint.id, version: complaint.version, text: draft.text.trim(), channel: draft.channel },
    );
  return (
    <DeedPanel
      title={t(`complaints.words.${what}.title`)}
      sub={complaint.number}
      label={t(`complaints.words.${what}.save`)}
      kept={kept}
      busy={save.isPending}
      error={save.error}
      blocked={asked ? Number(missing) : 0}
      onSave={send}
      onClose={onClose}
    >
      <p className={`quiet ${css['near']}`}>{t(`complaints.words.${what}.text`)}</p>
      <FormField
        label={t(`complaints.words.${what}.label`)}
        required
        error={asked && missing ? t('errors.field.required') : undefined}
      >
        <AreaInput
          rows={6}
          maxLength={longest[what]}
          value={draft.text}
          placeholder={t(`complaints.words.${what}.hint`)}
          onChange={(text) => change({ text })}
        />
      </FormField>
      {what === 'propose' && (
        <div className={css['near']}>
          <FormField label={t('complaints.words.propose.channel')}>
            <SelectInput
              value={draft.channel}
              options={contactChannels.map((one) => [one, t(`complaints.contactChannel.${one}`)] as const)}
              onChange={(channel) => change({ channel })}
            />
          </FormField>
        </div>
      )}
    </DeedPanel>
  );
};
