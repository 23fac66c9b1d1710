import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../db/contract/settings.ts';
import { type MembershipRulesForm, type UpgradeText, upgradePaths } from './membershipRulesForm.ts';
import css from './rules.module.css';
import { TableText } from './TableText.tsx';

export interface UpgradeTableProps {
  /** that one can rise to */
  readonly tiers: Settings['tiers'];
  readonly value: MembershipRulesForm['upgrades'];
  readonly say: (path: string) => string | undefined;
  readonly onChange: (value: MembershipRulesForm['upgrades']) => void;
}

const blank = Object.fromEntries(upgradePaths.map((path) => [path, ''])) as UpgradeText;

/** 升级方式 × 卡级; any one that is filled in will do. */
export const UpgradeTable = ({ tiers, value, say, onChange }: UpgradeTableProps) => {
  const { t } = useTranslation();
  return (
    <div className={css['tableWrap']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('rules.membership.way')}</th>
            {tiers.map(({ code, name }) => (
              <th scope="col" key={code}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {upgradePaths.map((path) => (
            <tr key={path}>
              <th scope="row">{t(`rules.membership.path.${path}`)}</th>
              {tiers.map(({ code, name }) => {
                const own = value[code] ?? blank;
                return (
                  <td key={code}>
                    <span className={css['cell']}>
                      <TableText
                        label={t('rules.membership.upgradeOf', {
                          way: t(`rules.membership.path.${path}`),
                          tier: name,
                        })}
                        value={own[path]}
                        wrong={say(`upgrades.${code}.${path}`)}
                        onChange={(text) => onChange({ ...value, [code]: { ...own, [path]: text } })}
                      />
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
