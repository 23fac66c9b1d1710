import type { ReactNode } from 'react';

/** One set: 24-unit grid, 1.7 px line, the colour of the text around. */
const icon = (paths: ReactNode) => {
  const Icon = ({ size = 18 }: { readonly size?: number }) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className="icon"
    >
      {paths}
    </svg>
  );
  return Icon;
};

export const HomeIcon = icon(<path d="M4 11l8-7 8 7v8.5a.5.5 0 01-.5.5H15v-6H9v6H4.5a.5.5 0 01-.5-.5z" />);
export const PersonIcon = icon(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6" />
  </>,
);
export const PeopleIcon = icon(
  <>
    <circle cx="9" cy="8.5" r="3.5" />
    <path d="M2.5 20c.7-3.6 3.2-5.5 6.5-5.5s5.8 1.9 6.5 5.5M16 5.3a3.5 3.5 0 010 6.4M18 14.9c1.9.7 3.1 2.5 3.5 5.1" />
  </>,
);
export const CompanyIcon = icon(<path d="M4 21V4h10v17M14 9h6v12M2 21h20M7.5 8h3M7.5 12h3M7.5 16h3M17 13h0M17 17h0" />);
export const CarIcon = icon(
  <>
    <path d="M3 16v-4l2.2-5.2A1.5 1.5 0 016.6 6h10.8a1.5 1.5 0 011.4.8L21 12v4a1 1 0 01-1 1H4a1 1 0 01-1-1zM3 12h18" />
    <path d="M5.5 17v2M18.5 17v2M7 14.5h.01M17 14.5h.01" />
  </>,
);
export const CardIcon = icon(
  <>
    <rect x="3" y="5" width="18" height="14" rx="2" />
    <path d="M3 10h18M7 15h4" />
  </>,
);
export const CalendarIcon = icon(
  <>
    <rect x="4" y="5" width="16" height="16" rx="2" />
    <path d="M4 10h16M8 3v4M16 3v4" />
  </>,
);
export const PhoneIcon = icon(
  <path d="M6.5 3.5h3l1.5 4-2 1.5a11 11 0 006 6l1.5-2 4 1.5v3a2 2 0 01-2.2 2A17 17 0 014.5 5.7a2 2 0 012-2.2z" />,
);
export const ChartIcon = icon(<path d="M6 20v-7M12 20V5M18 20v-11" />);
export const ChatIcon = icon(<path d="M4 5h16v11H9l-5 4zM12 8v3M12 13.5h.01" />);
export const QuestionIcon = icon(
  <path d="M4 5h16v11H9l-5 4zM9.8 8.9a2.2 2.2 0 114 1.2c-.7.6-1.8.9-1.8 1.9M12 13.7h.01" />,
);
export const FaceIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M8.5 14c.8 1.4 2 2.1 3.5 2.1s2.7-.7 3.5-2.1M9 9.5h.01M15 9.5h.01" />
  </>,
);
export const SettingsIcon = icon(
  <>
    <circle cx="12" cy="12" r="3" />
    <path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7 16.3l-2.1 2.1" />
  </>,
);
export const SearchIcon = icon(
  <>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="M15.5 15.5L21 21" />
  </>,
);
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const CloseIcon = icon(<path d="M6 6l12 12M18 6L6 18" />);
export const CheckIcon = icon(<path d="M4.5 12.5l5 5 10-11" />);
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5l3.5 2" />
  </>,
);
export const WarningIcon = icon(<path d="M12 4l9 16H3zM12 10v4M12 17h.01" />);
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11v5M12 8h.01" />
  </>,
);
export const ShieldIcon = icon(
  <path d="M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5V6zM8.5 12l2.5 2.5 4.5-5" />,
);
export const InspectionIcon = icon(
  <>
    <rect x="5" y="4.5" width="14" height="16.5" rx="2" />
    <path d="M9 3h6v3H9zM8.5 13.5l2.5 2.5 4.5-5" />
  </>,
);
export const CakeIcon = icon(
  <path d="M4 20h16M5 20v-8h14v8M5 15.5c1.2 1 2.3 1 3.5 0s2.3-1 3.5 0 2.3 1 3.5 0 2.3-1 3.5 0M12 12V8M12 5.5V4.5" />,
);
export const ImportIcon = icon(<path d="M12 3v11M7.5 10l4.5 4.5 4.5-4.5M4 16v4h16v-4" />);
export const ExportIcon = icon(<path d="M12 15V4M7.5 8L12 3.5 16.5 8M4 16v4h16v-4" />);
export const EditIcon = icon(<path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5L17.5 10" />);
export const TrashIcon = icon(<path d="M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6" />);
export const UndoIcon = icon(<path d="M8 5L4 9l4 4M4 9h10a6 6 0 010 12h-3" />);
export const RedoIcon = icon(<path d="M16 5l4 4-4 4M20 9H10a6 6 0 000 12h3" />);
export const NoteIcon = icon(<path d="M5 3.5h9L19 8.5v12H5zM14 3.5v5h5M8.5 13h7M8.5 16.5h5" />);
export const TagIcon = icon(<path d="M3.5 12.5v-9h9l8 8-9 9zM8 8h.01" />);
export const KeyIcon = icon(
  <>
    <circle cx="8" cy="15" r="4" />
    <path d="M11 12l8.5-8.5M16 7l3 3" />
  </>,
);
export const StoreIcon = icon(
  <path d="M4 10v10h16V10M3 10l1.5-6h15L21 10a3 3 0 01-6 0 3 3 0 01-6 0 3 3 0 01-6 0zM10 20v-5h4v5" />,
);
export const SunIcon = icon(
  <>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4" />
  </>,
);
export const MoonIcon = icon(<path d="M20 14.5A8.5 8.5 0 119.5 4a7 7 0 0010.5 10.5z" />);
export const DeskIcon = icon(<path d="M3 5h18v11H3zM9 20h6M12 16v4" />);
export const LanguageIcon = icon(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17" />
  </>,
);
export const LogoutIcon = icon(<path d="M10 4H5v16h5M15 8l4 4-4 4M19 12H9" />);
export const ChevronDownIcon = icon(<path d="M6 9l6 6 6-6" />);
export const ChevronRightIcon = icon(<path d="M9 6l6 6-6 6" />);
export const BackIcon = icon(<path d="M15 5l-7 7 7 7" />);
export const CopyIcon = icon(<path d="M9 9h11v11H9zM5 15H4V4h11v1" />);
export const WrenchIcon = icon(
  <path d="M20 6.5a5 5 0 01-6.5 6.5L7 19.5a2.1 2.1 0 01-3-3l6.5-6.5A5 5 0 0117 3.5L14 6.5 17.5 10z" />,
);
export const PrinterIcon = icon(<path d="M7 8V3.5h10V8M7 17H4.5V8h15v9H17M7 13.5h10v7H7zM16.5 10.8h.01" />);
