import { type RawBuilder, sql } from 'kysely';

type Columns = Readonly<Record<'vehicleId' | 'customerId' | 'day' | 'questionnaireId', RawBuilder<unknown>>>;

/**
 * A response `w` rates a customer's visit with a car on a day: it was given of that car since, or of no car in particular to the
 * questionnaire that is asked.
 */
export const ratesVisit = ({ vehicleId, customerId, day, questionnaireId }: Columns): RawBuilder<unknown> =>
  sql`w.deletedAt IS NULL AND w.day >= ${day} AND w.customerId = ${customerId}
    AND (w.vehicleId = ${vehicleId} OR w.vehicleId IS NULL AND w.questionnaireId = ${questionnaireId})`;
