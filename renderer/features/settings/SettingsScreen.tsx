import './settings.css';
import { Link } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParam } from '../../lib/place.ts';
import { useMay } from '../../lib/session.ts';
import {
  CalendarIcon,
  CardIcon,
  CarIcon,
  ChartIcon,
  ChatIcon,
  ClockIcon,
  FaceIcon,
  ImportIcon,
  InfoIcon,
  KeyIcon,
  NoteIcon,
  PeopleIcon,
  PhoneIcon,
  ShieldIcon,
  StoreIcon,
  SunIcon,
  TagIcon,
} from '../../ui/icons.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { AboutSettings } from './AboutSettings.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { ComplaintRulesSettings } from './ComplaintRulesSettings.tsx';
import { DeliverySettings } from './DeliverySettings.tsx';
import { HoursSettings } from './HoursSettings.tsx';
import { MembershipRulesSettings } from './MembershipRulesSettings.tsx';
import { PointsRulesSettings } from './PointsRulesSettings.tsx';
import { PointsTermsSettings } from './PointsTermsSettings.tsx';
import { ReminderSettings } from './ReminderSettings.tsx';
import { StaffSettings } from './StaffSettings.tsx';
import { StoreSettings } from './StoreSettings.tsx';
import { type SectionId, sectionIds, sectionRoles } from './sections.ts';
import { TierBenefitsSettings } from './TierBenefitsSettings.tsx';
import { TierSettings } from './TierSettings.tsx';
import { TokenSettings } from './TokenSettings.tsx';

/** A list with forms of its own: fetched when it is first opened. */
const TaskRulesSettings = lazy(async () => ({
  default: (await import('../taskRules/TaskRulesSettings.tsx')).TaskRulesSettings,
}));

const QuestionnairesSettings = lazy(async () => ({
  default: (await import('../questionnaires/QuestionnairesSettings.tsx')).QuestionnairesSettings,
}));

type ShownId = Exclude<SectionId, 'imports'>;

const panels: Readonly<Record<ShownId, ComponentType>> = {
  store: StoreSettings,
  hours: HoursSettings,
  tiers: TierSettings,
  pointsRules: PointsRulesSettings,
  membershipRules: MembershipRulesSettings,
  pointsTerms: PointsTermsSettings,
  tierBenefits: TierBenefitsSettings,
  complaintRules: ComplaintRulesSettings,
  taskRules: TaskRulesSettings,
  questionnaires: QuestionnairesSettings,
  deliveries: DeliverySettings,
  reminders: ReminderSettings,
  staff: StaffSettings,
  tokens: TokenSettings,
  appearance: AppearanceSettings,
  about: AboutSettings,
};

const icons: Readonly<Record<SectionId, ComponentType<{ readonly size?: number }>>> = {
  store: StoreIcon,
  hours: CalendarIcon,
  tiers: CardIcon,
  pointsRules: ChartIcon,
  membershipRules: ShieldIcon,
  pointsTerms: NoteIcon,
  tierBenefits: TagIcon,
  complaintRules: ChatIcon,
  taskRules: PhoneIcon,
  questionnaires: FaceIcon,
  deliveries: CarIcon,
  reminders: ClockIcon,
  staff: PeopleIcon,
  tokens: KeyIcon,
  imports: ImportIcon,
  appearance: SunIcon,
  about: InfoIcon,
};

/** Sections on the left, one of them on the right. */
const SettingsScreen = () => {
  const { t } = useTranslation();
  const may = useMay();
  const asked = useParam('section');
  const open = sectionIds.filter((id) => may(sectionRoles[id]));
  const shown = open.find((id): id is ShownId => id === asked && id !== 'imports') ?? 'store';
  const Shown = panels[shown];
  return (
    <div className="settings">
      <nav className="settings-nav panel" aria-label={t('settings.title')}>
        <h1>{t('settings.title')}</h1>
        <ul>
          {open.map((id) => {
            const Icon = icons[id];
            return (
              <li key={id}>
                <Link
                  to={id === 'imports' ? '/imports' : `/settings/${id}`}
                  {...(id === shown ? { 'aria-current': 'page' as const } : {})}
                >
                  <Icon size={17} />
                  {t(`settings.section.${id}`)}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="settings-body">
        <Suspense fallback={<Loading />}>
          <Shown />
        </Suspense>
      </div>
    </div>
  );
};

export default SettingsScreen;
