import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { moneyShort } from '../../lib/formats.ts';
import { useToday } from '../../lib/store.ts';
import { Chip } from '../../ui/Chip.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { closedWords } from './closedWords.ts';
import css from './memberPage.module.css';
import { type Aim, byTier, missingWords, reachedWords, wayWords, whatIf } from './pathWords.ts';
import type { MemberPage, PathRow } from './shapes.ts';

export interface PathsPartProps {
  readonly page: MemberPage;
  readonly onOpen: (what: string) => void;
}

/** 会员测算: how to renew and how to rise, what is missing, the cheapest first; what is met has its button. */
export const PathsPart = ({ page, onOpen }: PathsPartProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const { renewal, upgrades } = page.paths;
  const closed = closedWords(renewal, today, t);
  const ended = page.membership.state === 'cancelled' || page.membership.state === 'merged';
  if (ended) return null;
  return (
    <Panel title={t('members.paths.title')}>
      {renewal.paths.length > 0 && (
        <section className={css['aim']} aria-label={t('members.actions.renew')}>
          <p className={css['said']}>
            <strong>{whatIf(renewal.paths, 'renew', t, renewal.open)}</strong>
            {renewal.open && (
              <Button size="small" type="primary" onClick={() => onOpen('renew')}>
                {t('members.actions.renew')} <KeyHint keys="R" />
              </Button>
            )}
          </p>
          {closed && <p className="quiet small">{closed}</p>}
          {renewal.downgradeTo && (
            <p>
              <Chip tone="amber">{t('members.renew.downgrade', { tier: renewal.downgradeTo.tierName })}</Chip>
            </p>
          )}
          <Ways rows={renewal.paths} aim="renew" />
        </section>
      )}
      {byTier(upgrades).map(([tier, rows]) => (
        <section key={tier} className={css['aim']} aria-label={rows[0]?.tierName ?? tier}>
          <p className={css['said']}>
            <Chip tone={tierTone(tier)}>{rows[0]?.tierName}</Chip>
            <strong>{whatIf(rows, 'upgrade', t)}</strong>
            {rows.some((row) => row.met) && page.membership.state === 'active' && (
              <Button size="small" onClick={() => onOpen('upgrade')}>
                {t('members.actions.upgrade')} <KeyHint keys="U" />
              </Button>
            )}
          </p>
          <Ways rows={rows} aim="upgrade" />
        </section>
      ))}
      {upgrades.length === 0 && (
        <p className="quiet">{t('members.upgrade.none', { tier: page.membership.tierName })}</p>
      )}
    </Panel>
  );
};

const Ways = ({ rows, aim }: { readonly rows: readonly PathRow[]; readonly aim: Aim }) => {
  const { t } = useTranslation();
  return (
    <ul className={css['ways']}>
      {rows.map((row) => (
        <li key={row.path}>
          <span className={css['way']}>{wayWords(row, aim, t)}</span>
          <span className={css['reached']}>{[reachedWords(row, t), row.proof?.day].filter(Boolean).join(' · ')}</span>
          {row.met ? (
            <Chip tone="green" icon={<CheckIcon size={13} />}>
              {row.path === 'fee'
                ? t('members.paths.anytime')
                : row.costFen === 0
                  ? t('members.paths.free')
                  : t('members.paths.cost', { money: moneyShort(row.costFen) })}
            </Chip>
          ) : (
            <Chip>{t('members.stillMissing', { what: missingWords(row, aim, t) })}</Chip>
          )}
        </li>
      ))}
    </ul>
  );
};
