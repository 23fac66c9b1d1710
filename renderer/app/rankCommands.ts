import type { TFunction } from 'i18next';
import type { Command } from './feature.ts';

export interface RankedCommand {
  readonly command: Command;
  readonly label: string;
  /** 3 the label begins so, 2 a word begins so, 1 it is somewhere in the label */
  readonly rank: number;
}

/** Commands that the typed text names: by label, or by the words a command lists (pinyin, initials, English). */
export const rankCommands = (commands: readonly Command[], typed: string, t: TFunction): readonly RankedCommand[] => {
  const q = typed.trim().toLowerCase();
  return (
    commands
      .map((command): RankedCommand => {
        const label = t(command.labelKey);
        return { command, label, rank: rankOf(label.toLowerCase(), command.words ?? '', q) };
      })
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank)
      // what is done everywhere may have a key of its own on one page: named once
      .filter(({ label }, at, all) => all.findIndex((one) => one.label === label) === at)
  );
};

const rankOf = (label: string, words: string, q: string): number => {
  if (!q) return 1;
  if (label.startsWith(q)) return 3;
  if (q.length > 1 && words.split(' ').some((word) => word.startsWith(q))) return 2;
  return label.includes(q) ? 1 : 0;
};
