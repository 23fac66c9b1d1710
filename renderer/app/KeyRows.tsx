import type { TFunction } from 'i18next';
import { KeyHint } from '../ui/KeyHint.tsx';
import type { Command } from './feature.ts';

export type KeyRow = readonly [key: string, label: string];

/** The keys that work now, those of the screen shown first; the last few belong to forms and to the one box, which hear them themselves. */
export const keyRows = (commands: readonly Command[], t: TFunction): readonly KeyRow[] => {
  const keyed = commands.filter((command) => command.key !== undefined);
  const own = keyed.filter((command) => command.where !== 'everywhere');
  const everywhere = keyed.filter((command) => command.where === 'everywhere');
  return [
    ...[...own, ...everywhere].map((command): KeyRow => [command.key ?? '', t(command.labelKey)]),
    ['Enter', t('common.keys.boxEnter')],
    ['Tab', t('common.keys.boxTab')],
    ['Ctrl+S', t('common.keys.save')],
    ['Esc', t('common.keys.back')],
  ];
};

export const KeyRows = ({ rows }: { readonly rows: readonly KeyRow[] }) => (
  <dl className="key-rows">
    {rows.map(([key, label]) => (
      <div key={`${key} ${label}`}>
        <dt>
          <KeyHint keys={key} />
          <span className="heard-only">{key}</span>
        </dt>
        <dd>{label}</dd>
      </div>
    ))}
  </dl>
);
