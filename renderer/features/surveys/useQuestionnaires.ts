import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api.ts';
import type { Questionnaire } from './shapes.ts';

/** 问卷 in their order; undefined while they are on their way. `active`: those alone that may be asked. */
export const useQuestionnaires = (active: boolean): readonly Questionnaire[] | undefined =>
  useQuery(orpc.questionnaires.list.queryOptions({ input: { active } })).data?.rows;
