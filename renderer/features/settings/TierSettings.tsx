import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, orpc } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { SaveRow } from './SaveRow.tsx';

interface Tier {
  readonly code: string;
  readonly name: string;
}

const mostTiers = 10;

/** The card classes, lowest first. A code once kept is in customers' rows, so only new ones can be typed. */
export const TierSettings = () => {
  const { t } = useTranslation();
  const may = useMay()(managers);
  const kept = useStoreSettings()?.values.tiers;
  const [draft, setDraft] = useState<readonly Tier[] | null>(null);
  const save = useSave(api.settings.update, {
    stale: [orpc.settings.key()],
    onDone: () => {
      setDraft(null);
      notify(t('common.saved'), { tone: 'green' });
    },
  });
  if (!kept) return <Loading />;
  const tiers = draft ?? kept;
  const codes = tiers.map((tier) => tier.code.trim());
  const complete = tiers.every((tier) => tier.code.trim() && tier.name.trim()) && new Set(codes).size === codes.length;
  const setTier = (index: number, part: Partial<Tier>): void =>
    setDraft(tiers.map((tier, at) => (at === index ? { ...tier, ...part } : tier)));
  const move = (index: number, by: number): void => {
    const next = [...tiers];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    setDraft(next);
  };
  return (
    <Panel title={t('settings.section.tiers')}>
      <div className="settings-form">
        <p className="quiet">{t('settings.tiers.text')}</p>
        <ol className="tier-list">
          {tiers.map((tier, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tier that is being typed has no other identity
            <li key={index}>
              <TextInput
                aria-label={`${t('settings.tiers.name')} ${index + 1}`}
                placeholder={t('settings.tiers.name')}
                value={tier.name}
                onChange={(name) => setTier(index, { name })}
                maxLength={20}
                disabled={!may}
              />
              <TextInput
                aria-label={`${t('settings.tiers.code')} ${index + 1}`}
                placeholder={t('settings.tiers.code')}
                value={tier.code}
                onChange={(code) => setTier(index, { code })}
                maxLength={20}
                disabled={!may || kept.some((one) => one.code === tier.code)}
              />
              {may && (
                <>
                  <Button disabled={index === 0} aria-label={t('settings.tiers.up')} onClick={() => move(index, -1)}>
                    ↑
                  </Button>
                  <Button
                    disabled={index === tiers.length - 1}
                    aria-label={t('settings.tiers.down')}
                    onClick={() => move(index, 1)}
                  >
                    ↓
                  </Button>
                  <Button
                    disabled={tiers.length === 1}
                    aria-label={`${t('common.remove')} ${tier.name}`}
                    onClick={() => setDraft(tiers.filter((_, at) => at !== index))}
                  >
                    {t('common.remove')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ol>
        {may && tiers.length < mostTiers && (
          <div>
            <Button onClick={() => setDraft([...tiers, { code: '', name: '' }])}>{t('settings.tiers.add')}</Button>
          </div>
        )}
        <SaveRow
          may={may}
          who={t('rules.managersOnly')}
          changed={draft !== null && complete}
          busy={save.isPending}
          error={save.error}
          onSave={() =>
            save.mutate({
              values: { tiers: tiers.map((tier) => ({ code: tier.code.trim(), name: tier.name.trim() })) },
            })
          }
          onReset={() => setDraft(null)}
        />
      </div>
    </Panel>
  );
};
