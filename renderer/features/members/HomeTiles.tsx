import { useTranslation } from 'react-i18next';
import { number } from '../../lib/formats.ts';
import { useGo } from '../../lib/place.ts';
import css from './members.module.css';
import type { Home } from './shapes.ts';

/** The figures of 会员, each a way to what it counts. */
export const HomeTiles = ({ home: { counts } }: { readonly home: Home }) => {
  const { t } = useTranslation();
  const go = useGo();
  const tiles = [
    ['active', counts.active, '/members/list', null],
    [
      'expiring',
      counts.expiringThisMonth,
      '/members/list?expiring=month',
      counts.expiringThisMonth > 0 ? 'amber' : null,
    ],
    ['eligible', counts.eligible, '/members/list?eligible=1', counts.eligible > 0 ? 'green' : null],
    ['lapsing', counts.lapsing, '/members/list?lapsing=60', counts.lapsing > 0 ? 'amber' : null],
    ['toPrint', counts.toPrint, '/printing/queue', null],
    ['approvals', counts.approvals, '/approvals', counts.approvals > 0 ? 'red' : null],
  ] as const;
  return (
    <ul className={css['tiles']}>
      {tiles.map(([key, count, path, tone]) => (
        <li key={key}>
          <button type="button" className={css['tile']} onClick={() => go(path)}>
            <span className={css['tileLabel']}>{t(`members.tile.${key}`)}</span>
            <span className={tone ? `${css['tileFigure']} ${css[tone]}` : css['tileFigure']}>{number(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
