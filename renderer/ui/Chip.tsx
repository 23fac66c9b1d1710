import type { ReactNode } from 'react';

export type ChipTone = 'plain' | 'red' | 'amber' | 'green' | 'brand' | 'gold';

export interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: ReactNode;
  /** makes it a button */
  readonly onPress?: () => void;
  /** a chip that is a filter: on or off */
  readonly pressed?: boolean;
  readonly title?: string;
  /** words: a colour never speaks alone */
  readonly children: ReactNode;
}

/** A few words on a tinted ground: red someone waits for us, amber soon, green done, gold the card's tier. */
export const Chip = ({ tone = 'plain', icon, onPress, pressed, title, children }: ChipProps) => {
  const className = tone === 'plain' ? 'chip' : `chip ${tone}`;
  if (!onPress) {
    return (
      <span className={className} title={title}>
        {icon}
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={className}
      title={title}
      onClick={onPress}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
    >
      {icon}
      {children}
    </button>
  );
};
