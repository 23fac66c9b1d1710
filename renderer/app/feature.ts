import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Role } from '../../db/contract/entry.ts';
import type { TextKey } from '../i18n/index.ts';
import type { Go } from '../lib/place.ts';

export interface CommandContext {
  readonly go: Go;
  /** the path shown when the command was called, `/customers/ID` */
  readonly path: string;
  readonly t: TFunction;
}

/** Something one can do, by key or by its name in the one box. */
export interface Command {
  /** feature.verb */
  readonly id: string;
  readonly labelKey: TextKey;
  /** other words that find it in the one box, in either language */
  readonly words?: string;
  /** 'Alt+N' */
  readonly key?: string;
  /** everywhere, or only below this path: '/customers' */
  readonly where: 'everywhere' | `/${string}`;
  /** who may; left out: everybody */
  readonly roles?: readonly Role[];
  readonly perform: (context: CommandContext) => void | Promise<void>;
}

export interface FeatureRoute {
  /** '/customers/$id' */
  readonly path: `/${string}`;
  /** the screen, a default export, fetched when it is first opened */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  readonly roles?: readonly Role[];
}

export interface NavEntry {
  readonly order: number;
  readonly icon: ComponentType;
  readonly labelKey: TextKey;
  readonly path: `/${string}`;
  readonly roles?: readonly Role[];
  /** at the foot of the side bar */
  readonly foot?: boolean;
}

/** What a folder of renderer/features gives to the desk, as `export const feature: Feature` in its feature.ts. */
export interface Feature {
  readonly id: string;
  readonly nav?: NavEntry;
  readonly routes: readonly FeatureRoute[];
  readonly commands: readonly Command[];
}
