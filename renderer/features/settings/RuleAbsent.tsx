import { ErrorState } from '../../ui/ErrorState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import type { Absent } from './useRule.ts';

/** In place of a rule that is on its way, or could not be had. */
export const RuleAbsent = ({ error, retry }: Absent) =>
  error ? <ErrorState error={error} onRetry={retry} /> : <Loading />;
