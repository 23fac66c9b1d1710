import { theme as antdTheme, type ThemeConfig } from 'antd';
import type { ThemeName } from '../lib/preferences.ts';

/**
 * The roles that colours play. Screens name a role (`var(--red)`), never a colour. Every text role keeps a contrast of
 * at least 4.5:1 on the grounds that it is used on, in both themes (test/renderer/theme.test.ts).
 */
export interface Palette {
  /** behind everything */
  readonly page: string;
  readonly panel: string;
  /** a row under the pointer, a well inside a panel */
  readonly sunken: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  /** the edge of something that can be typed into or pressed */
  readonly edge: string;
  readonly brand: string;
  readonly brandHover: string;
  /** text on brand */
  readonly brandInk: string;
  readonly brandSoft: string;
  readonly side: string;
  readonly sideOn: string;
  readonly sideInk: string;
  /** ground of a plain chip */
  readonly chip: string;
  readonly red: string;
  readonly redSoft: string;
  readonly amber: string;
  readonly amberSoft: string;
  readonly green: string;
  readonly greenSoft: string;
  /** the gold card */
  readonly goldFrom: string;
  readonly goldTo: string;
  readonly goldInk: string;
  readonly shadow: string;
}

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    page: '#f5f4f0',
    panel: '#ffffff',
    sunken: '#f8f7f4',
    ink: '#1d2125',
    ink2: '#5a6169',
    line: '#e4e2dc',
    edge: '#c9c6bd',
    brand: '#0b6e69',
    brandHover: '#095c58',
    brandInk: '#ffffff',
    brandSoft: '#e3f1ef',
    side: '#12312f',
    sideOn: '#1f4a47',
    sideInk: '#dcebe9',
    chip: '#eeede8',
    red: '#b42318',
    redSoft: '#fdecea',
    amber: '#8a5a00',
    amberSoft: '#fdf3dc',
    green: '#1e6b34',
    greenSoft: '#e6f3e9',
    goldFrom: '#f6e7b4',
    goldTo: '#e7cd79',
    goldInk: '#4a3600',
    shadow: 'rgb(20 30 30 / 18%)',
  },
  dark: {
    page: '#131618',
    panel: '#1b1f22',
    sunken: '#22272b',
    ink: '#eceae4',
    ink2: '#a8b0b7',
    line: '#31373c',
    edge: '#4a525a',
    brand: '#5bbdb3',
    brandHover: '#7accc4',
    brandInk: '#06211f',
    brandSoft: '#16383a',
    side: '#0d201f',
    sideOn: '#1d4340',
    sideInk: '#d3e4e2',
    chip: '#2b3136',
    red: '#ff9f94',
    redSoft: '#43211d',
    amber: '#f1c46a',
    amberSoft: '#3b2f14',
    green: '#84d49b',
    greenSoft: '#1a3623',
    goldFrom: '#5a4a18',
    goldTo: '#766220',
    goldInk: '#fbeec2',
    shadow: 'rgb(0 0 0 / 55%)',
  },
};

const fontFamily =
  "'Noto Sans SC Variable', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/** brandSoft → --brand-soft */
const variable = (role: string): string => `--${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Puts a theme's roles on <html> as CSS variables, and its name as `data-theme`. */
export const applyTheme = (name: ThemeName): void => {
  const { dataset, style } = document.documentElement;
  dataset['theme'] = name;
  style.colorScheme = name;
  style.setProperty('--font', fontFamily);
  for (const [role, colour] of Object.entries(palettes[name])) style.setProperty(variable(role), colour);
};

/** The same roles for antd's components. */
export const antdThemeOf = (name: ThemeName): ThemeConfig => {
  const p = palettes[name];
  return {
    algorithm: name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      fontFamily,
      fontSize: 14,
      fontSizeSM: 12,
      controlHeight: 32,
      borderRadius: 7,
      borderRadiusSM: 6,
      borderRadiusLG: 10,
      motion: false,
      wireframe: false,
      colorPrimary: p.brand,
      colorPrimaryHover: p.brandHover,
      colorPrimaryActive: p.brandHover,
      colorPrimaryText: p.brand,
      colorPrimaryBg: p.brandSoft,
      colorPrimaryBgHover: p.brandSoft,
      colorLink: p.brand,
      colorLinkHover: p.brandHover,
      colorLinkActive: p.brandHover,
      colorInfo: p.brand,
      colorError: p.red,
      colorErrorText: p.red,
      colorErrorBg: p.redSoft,
      colorErrorHover: p.red,
      colorWarning: p.amber,
      colorWarningText: p.amber,
      colorWarningBg: p.amberSoft,
      colorSuccess: p.green,
      colorSuccessText: p.green,
      colorSuccessBg: p.greenSoft,
      colorText: p.ink,
      colorTextSecondary: p.ink2,
      colorTextTertiary: p.ink2,
      colorTextQuaternary: p.ink2,
      colorTextDescription: p.ink2,
      colorTextPlaceholder: p.ink2,
      colorTextDisabled: p.ink2,
      colorTextHeading: p.ink,
      colorTextLightSolid: p.brandInk,
      colorIcon: p.ink2,
      colorBgBase: p.panel,
      colorBgContainer: p.panel,
      colorBgElevated: p.panel,
      colorBgLayout: p.page,
      colorBgContainerDisabled: p.sunken,
      colorFillAlter: p.sunken,
      colorBorder: p.edge,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      controlItemBgActive: p.brandSoft,
      controlItemBgActiveHover: p.brandSoft,
      controlItemBgHover: p.sunken,
      controlOutline: 'transparent',
    },
    components: {
      Button: { defaultShadow: 'none', primaryShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: {
        headerBg: p.sunken,
        headerColor: p.ink2,
        headerSplitColor: 'transparent',
        rowHoverBg: p.sunken,
        cellPaddingBlock: 8,
        cellPaddingInline: 12,
        cellPaddingBlockSM: 6,
        cellPaddingInlineSM: 10,
        borderColor: p.line,
      },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px', labelColor: p.ink2 },
      Modal: { titleFontSize: 16 },
      Select: { optionSelectedBg: p.brandSoft, optionActiveBg: p.sunken },
      Tooltip: { colorBgSpotlight: p.side, colorTextLightSolid: p.sideInk },
    },
  };
};
