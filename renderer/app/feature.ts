import type { TFunction } from 'i18next';
import type { ComponentType } from 'react';
import type { Role } from '../../db/contract/entry.ts';
import type { TextKey } from '../i18n/index.ts';
import type { Go } from '../lib/place.ts';

export interface CommandContext {
  readonly go: Go;
  /** what it is done to: the path shown, or that of the hit chosen in the one box, `/customers/ID` */
  readonly path: string;
  /** whether `path` is the one shown: then a form over it leaves no step behind */
  readonly here: boolean;
  readonly t: TFunction;
}

/**
 * One thing that can be done. The keys, the buttons of a page, the lines and the Tab actions of the one box, the list on `?` and the
 * help on F1 are all drawn from these; there is no second list.
 */
export interface Command {
  /** feature.verb */
  readonly id: string;
  readonly labelKey: TextKey;
  /** other words that find it in the one box, in either language */
  readonly words?: string;
  /** 'Alt+N'; a single letter 'V' is ignored while one types */
  readonly key?: string;
  /** everywhere, or on the pages of one route: '/customers/$id' */
  readonly where: 'everywhere' | `/${string}`;
  /** of what is done everywhere: the pages, by their routes, whose own command takes its place */
  readonly notOn?: readonly `/${string}`[];
  /** also a Tab action of the one box's hits, with a word of its own where the page's is too long */
  readonly onHit?: { readonly labelKey: TextKey };
  /** the screen hears the key by itself, as Enter on a row: shown among the keys, and not heard for it */
  readonly heardByScreen?: boolean;
  /** heard over a form too */
  readonly overForms?: boolean;
  /** the thing that the page is mostly opened for */
  readonly primary?: boolean;
  /** who may; left out: everybody */
  readonly roles?: readonly Role[];
  /** a button on a customer's page for members only (true), or for those alone who are none (false) */
  readonly forMember?: boolean;
  /** a button on a customer's page only where a call is due, and then one of the first */
  readonly forDue?: boolean;
  readonly perform: (context: CommandContext) => void | Promise<void>;
}

/** Does a command on the screen shown, or to what is at `path`. */
export type Perform = (command: Command, path?: string) => void;

export interface FeatureRoute {
  /** '/customers/$id' */
  readonly path: `/${string}`;
  /** the screen, a default export, fetched when it is first opened */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
  readonly roles?: readonly Role[];
  /** for a customer's eyes: nothing of the desk stands around it, and none of its keys is heard */
  readonly bare?: boolean;
}

export interface NavEntry {
  readonly order: number;
  readonly icon: ComponentType;
  readonly labelKey: TextKey;
  readonly path: `/${string}`;
  readonly roles?: readonly Role[];
  /** at the foot of the side bar */
  readonly foot?: boolean;
  /** how many things wait there, over the icon; draws nothing where none do */
  readonly badge?: ComponentType;
}

/** What a folder of renderer/features gives to the desk, as `export const feature: Feature` in its feature.ts. */
export interface Feature {
  readonly id: string;
  readonly nav?: NavEntry;
  /** at the right end of the top bar, on every screen; draws nothing where there is nothing to say */
  readonly topBar?: ComponentType;
  readonly routes: readonly FeatureRoute[];
  readonly commands: readonly Command[];
}
