import type { ReadDb } from '../../store/handler.ts';
import type { Occasion } from './matches.ts';

/**
 * What an occasion is about, by its key: the plate or series, the name of who of the family has a birthday, or the questionnaire that was
 * answered badly.
 */
export const labelsOf = async (db: ReadDb, occasions: readonly Occasion[]): Promise<ReadonlyMap<string, string>> => {
  const ids = (of: (occasion: Occasion) => string | null): string[] => [
    ...new Set(occasions.map(of).filter((id) => id !== null)),
  ];
  const [vehicleIds, subjectIds] = [ids(({ vehicleId }) => vehicleId), ids(({ subjectId }) => subjectId)];
  const vehicles =
    vehicleIds.length === 0
      ? []
      : await db.selectFrom('vehicle').select(['id', 'plate', 'series']).where('id', 'in', vehicleIds).execute();
  const relations =
    subjectIds.length === 0
      ? []
      : await db.selectFrom('relation').select(['id', 'name']).where('id', 'in', subjectIds).execute();
  const responses =
    subjectIds.length === 0
      ? []
      : await db
          .selectFrom('surveyResponse')
          .innerJoin('questionnaire', 'questionnaire.id', 'surveyResponse.questionnaireId')
          .select(['surveyResponse.id', 'questionnaire.name'])
          .where('surveyResponse.id', 'in', subjectIds)
          .execute();
  const words = new Map([
    ...vehicles.map(({ id, plate, series }) => [id, plate ?? series ?? ''] as const),
    ...[...relations, ...responses].map(({ id, name }) => [id, name] as const),
  ]);
  return new Map(
    occasions.map(({ key, vehicleId, subjectId }) => [
      key,
      words.get(subjectId ?? '') ?? words.get(vehicleId ?? '') ?? '',
    ]),
  );
};
