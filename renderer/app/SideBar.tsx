import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePath } from '../lib/place.ts';
import { useMay } from '../lib/session.ts';
import type { NavEntry } from './feature.ts';
import { navEntries } from './features.ts';

/** The parts of the desk that exist and that this person may open. */
export const SideBar = () => {
  const { t } = useTranslation();
  const path = usePath();
  const may = useMay();
  const entries = navEntries.filter((entry) => may(entry.roles));
  const items = (foot: boolean) =>
    entries
      .filter((entry) => (entry.foot ?? false) === foot)
      .map((entry) => <SideItem key={entry.path} entry={entry} current={isCurrent(entry.path, path)} />);
  return (
    <nav className="side-bar" aria-label={t('common.nav')}>
      <div className="side-mark">{t('common.appName')}</div>
      <ul>{items(false)}</ul>
      <ul className="side-foot">{items(true)}</ul>
    </nav>
  );
};

const isCurrent = (entry: string, path: string): boolean =>
  entry === '/' ? path === '/' : path === entry || path.startsWith(`${entry}/`);

const SideItem = ({ entry, current }: { readonly entry: NavEntry; readonly current: boolean }) => {
  const { t } = useTranslation();
  const Icon = entry.icon;
  const Badge = entry.badge;
  return (
    <li>
      <Link to={entry.path} className="side-item" {...(current ? { 'aria-current': 'page' as const } : {})}>
        <Icon />
        <span>{t(entry.labelKey)}</span>
        {Badge && <Badge />}
      </Link>
    </li>
  );
};
