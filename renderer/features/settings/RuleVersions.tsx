import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionedKey } from '../../../db/contract/settings.ts';
import { api, orpc } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { day as dayText, momentOf } from '../../lib/formats.ts';
import { notify } from '../../lib/notices.ts';
import { useTimeZone } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { Chip, type ChipTone } from '../../ui/Chip.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { CheckIcon, ClockIcon } from '../../ui/icons.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ruleSentences } from './ruleSentences.ts';
import css from './rules.module.css';
import { type Rule, type RuleVersion, ruleIn } from './useRule.ts';

/** past versions shown before one asks for all */
const firstPast = 2;

const looks = {
  planned: { tone: 'amber', Icon: ClockIcon },
  holds: { tone: 'green', Icon: CheckIcon },
  past: { tone: 'plain', Icon: null },
} as const satisfies Record<RuleVersion['state'], { tone: ChipTone; Icon: typeof ClockIcon | null }>;

/** Every version of a rule: from when, by whom, and what it says; a planned one can be taken back. */
export const RuleVersions = <K extends VersionedKey, F extends object>({ rule }: { readonly rule: Rule<K, F> }) => {
  const { t } = useTranslation();
  const timeZone = useTimeZone();
  const [all, setAll] = useState(false);
  const { key, versions, may } = rule;
  const takeBack = useSave(api.settings.takeBack, {
    stale: [orpc.settings.key()],
    onDone: (_done, { fromDay }) => notify(t('rules.versions.takenBack', { day: fromDay }), { tone: 'green' }),
    onFail: (failure) => notify(errorText(failure, t), { tone: 'red' }),
  });
  const current = versions.filter(({ state }) => state !== 'past').length;
  const shown = all ? versions : versions.slice(0, current + firstPast);
  return (
    <Panel flush title={t('rules.versions.title')}>
      <ul className={css['versions']}>
        {shown.map((version) => {
          const { tone, Icon } = looks[version.state];
          const { fromDay, changedAt } = version;
          const value = ruleIn(version, key);
          return (
            <li key={fromDay ?? 'shipped'}>
              <div className={css['versionHead']}>
                <Chip tone={tone} {...(Icon ? { icon: <Icon size={13} /> } : {})}>
                  {t(`rules.versions.state.${version.state}`)}
                </Chip>
                <strong>
                  {fromDay === null ? t('rules.versions.shipped') : t('rules.versions.from', { day: dayText(fromDay) })}
                </strong>
                {changedAt !== null && (
                  <span className="quiet small">
                    {[version.changedBy, momentOf(changedAt, timeZone)].filter(Boolean).join(' · ')}
                  </span>
                )}
                {may && (
                  <span className={css['versionActions']}>
                    {version.state !== 'holds' && (
                      <Button size="small" onClick={() => rule.use(version)}>
                        {t('rules.versions.use')}
                      </Button>
                    )}
                    {version.state === 'planned' && fromDay !== null && changedAt !== null && (
                      <ConfirmButton
                        size="small"
                        question={t('rules.versions.takeBackAsk', { day: fromDay })}
                        yes={t('rules.versions.takeBack')}
                        onConfirm={async () => {
                          await takeBack.mutateAsync({ key, fromDay, changedAt }).catch(() => undefined);
                        }}
                      >
                        {t('rules.versions.takeBack')}
                      </ConfirmButton>
                    )}
                  </span>
                )}
              </div>
              {value !== undefined && (
                <p className={css['said']}>
                  {ruleSentences(key, value, {
                    t,
                    tiers: rule.tiers,
                    day: version.state === 'holds' ? rule.today : (fromDay ?? rule.today),
                    today: rule.today,
                    names: rule.names,
                  }).join(' ')}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {shown.length < versions.length && (
        <p className={css['more']}>
          <Button size="small" onClick={() => setAll(true)}>
            {t('rules.versions.all', { count: versions.length })}
          </Button>
        </p>
      )}
    </Panel>
  );
};
