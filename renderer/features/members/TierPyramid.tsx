import { useTranslation } from 'react-i18next';
import { tierTone } from '../../app/tierTone.ts';
import { number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import { Panel } from '../../ui/Panel.tsx';
import css from './members.module.css';
import type { Home } from './shapes.ts';

/** the narrowest bar that can still be read and pressed, percent */
const least = 34;

/** 卡级金字塔: how many members each tier has, the highest on top; a bar leads to its members. */
export const TierPyramid = ({ tiers }: { readonly tiers: Home['byTier'] }) => {
  const { t } = useTranslation();
  const go = useGo();
  const most = Math.max(1, ...tiers.map(({ members }) => members));
  const all = tiers.reduce((sum, { members }) => sum + members, 0);
  return (
    <Panel title={t('members.home.tiers')}>
      <ul className={css['pyramid']}>
        {tiers.toReversed().map(({ tier, tierName, members }) => (
          <li key={tier} style={{ width: `${least + (100 - least) * (members / most)}%` }}>
            <button
              type="button"
              className={tierTone(tier) === 'gold' ? `${css['bar']} ${css['barGold']}` : css['bar']}
              onClick={() => go(`/members/list?tiers=${encodeURIComponent(tier)}`)}
            >
              <strong>{tierName}</strong> {number(members)}
              {all > 0 && <span className="small"> {Math.round((members / all) * 100)}%</span>}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
