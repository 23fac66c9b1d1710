import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Settings, VersionedKey } from '../../../db/contract/settings.ts';
import { type Answer, api, orpc } from '../../lib/api.ts';
import { notify } from '../../lib/notices.ts';
import { managers } from '../../lib/roles.ts';
import { useMay } from '../../lib/session.ts';
import { useStoreSettings, useToday } from '../../lib/store.ts';
import { useSave } from '../../lib/useSave.ts';
import { hasShape } from '../customer/keptDraft.ts';
import { dayOrNull } from '../customer/typedDay.ts';
import { useKeptDraft } from '../customer/useKeptDraft.ts';
import type { FormProblem, Reading } from './formReader.ts';

export type RuleVersion = Answer<typeof api.settings.versions>['rows'][number];
type Tiers = Settings['tiers'];

/** What a version of a rule says. */
export const ruleIn = <K extends VersionedKey>(version: RuleVersion, key: K): Settings[K] | undefined => {
  const values: { readonly [R in VersionedKey]?: Settings[R] | undefined } = version.values;
  return values[key];
};

/** How a rule is typed: its texts, and back. */
export interface RuleForm<K extends VersionedKey, F extends object> {
  readonly key: K;
  readonly formOf: (rule: Settings[K], tiers: Tiers) => F;
  readonly read: (form: F, tiers: Tiers) => Reading<Settings[K]>;
  /** of the staff that it names, by id */
  readonly names?: ReadonlyMap<string, string>;
}

const nobody: ReadonlyMap<string, string> = new Map();

/** What is typed and not saved; null where nothing was. */
interface Typed<F> {
  readonly form: F | null;
  /** '' is today */
  readonly day: string;
}

export interface Rule<K extends VersionedKey, F extends object> {
  readonly key: K;
  readonly may: boolean;
  readonly today: string;
  /** of the chosen day */
  readonly tiers: Tiers;
  readonly names: ReadonlyMap<string, string>;
  readonly versions: readonly RuleVersion[];
  readonly form: F;
  readonly change: (part: Partial<F>) => void;
  /** what is wrong with a field, by its path in the form */
  readonly say: (path: string) => string | undefined;
  /** as typed */
  readonly dayText: string;
  readonly setDay: (text: string) => void;
  /** from which it is to hold; null while it is none, or over */
  readonly day: string | null;
  /** null while something is wrong */
  readonly value: Settings[K] | null;
  /** of the chosen day, without what is typed */
  readonly holding: Settings[K];
  /** differs from what holds on the chosen day, and can be kept */
  readonly changed: boolean;
  readonly touched: boolean;
  readonly restoredAt: number | null;
  readonly discard: () => void;
  /** puts a version into the form */
  readonly use: (version: RuleVersion) => void;
  readonly save: () => void;
  readonly busy: boolean;
  readonly error: unknown;
}

/** Why a rule is not there yet; no error: it is on its way. */
export interface Absent {
  readonly error: unknown;
  readonly retry: () => void;
}

/** The version that holds on a day: the rows come with the latest first. */
const versionOn = (versions: readonly RuleVersion[], day: string): RuleVersion | undefined =>
  versions.find(({ fromDay }) => fromDay === null || fromDay <= day);

/**
 * A rule while it is changed (会籍规则 …): what is typed is kept on this desk until it is saved or thrown away, so that it can be
 * tried in the sandbox meanwhile; saved, it holds from a day. Null until it is there.
 */
export const useRule = <K extends VersionedKey, F extends object>({
  key,
  formOf,
  read,
  names = nobody,
}: RuleForm<K, F>): { readonly rule: Rule<K, F> | null; readonly absent: Absent } => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const may = useMay()(managers);
  const today = useToday();
  const kept = useStoreSettings()?.values;
  const typed = useKeptDraft<Typed<F>>(`settings.${key}`, { form: null, day: '' });
  const dayText = typed.draft.day === '' ? today : typed.draft.day;
  const read1 = dayOrNull(dayText);
  const day = read1 !== null && read1 >= today ? read1 : null;
  const later = day !== null && day > today;
  const then = useQuery(
    orpc.settings.get.queryOptions({
      input: { day: day ?? today },
      enabled: later,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  ).data?.values;
  const asked = useQuery(orpc.settings.versions.queryOptions({ input: { key } }));
  const versions = asked.data?.rows;
  const save = useSave(api.settings.update, {
    onDone: () => {
      typed.discard();
      void client.invalidateQueries();
      notify(later ? t('rules.saved', { day }) : t('rules.savedToday'), { tone: 'green' });
    },
  });
  const absent = { error: asked.error, retry: () => void asked.refetch() };
  if (!kept || !versions) return { rule: null, absent };
  const tiers = (later ? then : kept)?.tiers ?? kept.tiers;
  const ruleOf = (version: RuleVersion | undefined): Settings[K] => (version && ruleIn(version, key)) ?? kept[key];
  const holding = ruleOf(versionOn(versions, day ?? today));
  const base = formOf(ruleOf(versionOn(versions, today)), tiers);
  const shaped = typed.draft.form !== null && hasShape(typed.draft.form, formOf(kept[key], kept.tiers));
  const form = shaped && typed.draft.form !== null ? typed.draft.form : base;
  const { value, problems } = read(form, tiers);
  const same = JSON.stringify(value) === JSON.stringify(read(formOf(holding, tiers), tiers).value);
  const words = ({ reason, values }: FormProblem): string => t(`rules.check.${reason}`, { ...values });
  const rule: Rule<K, F> = {
    key,
    may,
    today,
    tiers,
    names,
    versions,
    form,
    change: (part) => {
      if (save.error) save.reset();
      typed.change((before) => ({ ...before, form: { ...form, ...part } }));
    },
    say: (path) => {
      const problem = problems[path];
      return problem ? words(problem) : undefined;
    },
    dayText,
    setDay: (text) => typed.change({ day: text }),
    day,
    value,
    holding,
    changed: value !== null && day !== null && !same,
    touched: typed.draft.form !== null || typed.draft.day !== '',
    restoredAt: typed.restoredAt,
    discard: () => {
      save.reset();
      typed.discard();
    },
    use: (version) => {
      typed.change({
        form: formOf(ruleOf(version), tiers),
        day: version.fromDay !== null && version.fromDay > today ? version.fromDay : '',
      });
      notify(
        version.fromDay === null
          ? t('rules.versions.takenShipped')
          : t('rules.versions.taken', { day: version.fromDay }),
      );
    },
    save: () => {
      if (value === null || day === null || save.isPending) return;
      save.mutate({ values: { [key]: value }, fromDay: day });
    },
    busy: save.isPending,
    error: save.error,
  };
  return { rule, absent };
};
