import type { StepTimes } from '../../domain/visitSteps.ts';
import { demoAdvisers } from './accounts.ts';
import { boardCards } from './board.ts';
import { type DemoBuild, inTurns } from './build.ts';
import { bulkInsert } from './bulkInsert.ts';
import { carModels } from './catalogue.ts';
import { visitOf } from './plan.ts';
import { streams } from './random.ts';
import { idKinds } from './seededIds.ts';
import { isWorkshopVisit, linesOf, visitNotes, voidReasons } from './visits.ts';

/** What the visits leave behind on each vehicle, 0 where there is nothing. */
export interface VisitTraces {
  /** last 回店 */
  readonly lastVisit: Int32Array;
  readonly lastKm: Int32Array;
  readonly lastKmDay: Int32Array;
  readonly visitCount: Uint16Array;
  lines: number;
  /** in the order in which they came */
  readonly onBoard: BoardVisit[];
}

/** A visit that stands on the last day's board. */
export interface BoardVisit {
  readonly id: string;
  readonly vehicle: number;
  readonly times: StepTimes;
  readonly adviser: string | null;
  /** came by a booking */
  readonly booked: boolean;
}

/** Desk clerks whose names stand beside a void visit. */
const voiders = ['周凯', '何静', '陈刚'] as const;
const mostKm = 2_900_000;

/** Writes visits and lines in the order in which they came in, as a store that has been in use all along would have them. */
export const writeVisits = async (build: DemoBuild): Promise<VisitTraces> => {
  const { connection, random, ids, dates, plan } = build;
  const traces: VisitTraces = {
    lastVisit: new Int32Array(plan.vehicles),
    lastKm: new Int32Array(plan.vehicles),
    lastKmDay: new Int32Array(plan.vehicles),
    visitCount: new Uint16Array(plan.vehicles),
    lines: 0,
    onBoard: [],
  };
  const cards = boardCards(build);
  const visits = bulkInsert(connection, 'visit', [
    ...['id', 'orderNo', 'vehicleId', 'customerId', 'arrivedAt', 'day', 'mileage', 'adviser', 'note', 'amountFen'],
    ...['voidedAt', 'voidedBy', 'voidReason', 'version', 'step', 'inWorkAt', 'readyAt', 'leftAt'],
  ]);
  const visitLines = bulkInsert(connection, 'visitLine', [
    ...['visitId', 'position', 'category', 'description', 'amountFen', 'listFen', 'costFen'],
  ]);
  let year = '';
  let orders = 0;
  let lastMs = 0;

  const kmAt = (vehicle: number, day: number): number => {
    const driven = (day - (plan.delivery[vehicle] ?? day)) * (plan.kmPerDay[vehicle] ?? 0) + random.between(6, 380);
    return Math.min(mostKm, Math.max((traces.lastKm[vehicle] ?? 0) + 3, driven));
  };

  const write = (index: number): void => {
    const { vehicle, day, minuteOfDay } = visitOf(plan.visits[index] ?? 0);
    random.begin(streams.visit, index);
    const text = dates.text(day);
    if (text.slice(0, 4) !== year) {
      year = text.slice(0, 4);
      orders = 0;
    }
    const card = cards.get(index);
    const arrivedAt = card?.times.arrivedAt ?? dates.instant(day, minuteOfDay);
    lastMs = Math.max(lastMs + 1, arrivedAt);
    const id = ids(idKinds.visit, index, lastMs);
    const here = plan.purchasedHere[vehicle] === 1;
    const delivered = plan.delivery[vehicle] ?? 0;
    const isPurchase = here && day === delivered;
    const isFirst = here && !isPurchase && traces.lastVisit[vehicle] === 0 && day - delivered < 400;
    const car = carModels[plan.model[vehicle] ?? 0] ?? carModels[0];
    if (!car) throw new Error('no car models');
    const drawn = linesOf(random, car, isPurchase ? 'purchase' : isFirst ? 'first' : 'later');
    const lines = card && !card.hasLines ? [] : drawn;
    const isVoid = !isPurchase && random.chance(0.005) && !card;
    const km = isPurchase || random.chance(0.03) ? null : kmAt(vehicle, day);
    const voidedAt = isVoid ? arrivedAt + random.between(4, 50) * 60_000 : null;
    const orderNo = random.chance(0.985) ? `RO${year}-${String(++orders).padStart(6, '0')}` : null;
    const adviser = random.chance(0.97) ? random.pick(demoAdvisers) : null;
    visits.add([
      id,
      orderNo,
      build.vehicleId(vehicle),
      build.customerId(plan.owner[vehicle] ?? 0),
      arrivedAt,
      text,
      km,
      adviser,
      random.chance(0.08) ? random.pick(visitNotes) : null,
      lines.reduce((sum, line) => sum + line.amountFen, 0),
      voidedAt,
      isVoid ? random.pick(voiders) : null,
      isVoid ? random.pick(voidReasons) : null,
      isVoid ? 2 : 1,
      card?.times.step ?? null,
      card?.times.inWorkAt ?? null,
      card?.times.readyAt ?? null,
      card?.times.leftAt ?? null,
    ]);
    if (card) traces.onBoard.push({ id, vehicle, times: card.times, adviser, booked: card.booked });
    lines.forEach((line, position) => {
      visitLines.add([id, position, line.category, line.description, line.amountFen, line.listFen, line.costFen]);
    });
    traces.lines += lines.length;
    if (isVoid) return;
    traces.visitCount[vehicle] = (traces.visitCount[vehicle] ?? 0) + 1;
    if (isWorkshopVisit(lines)) traces.lastVisit[vehicle] = day;
    if (km !== null) {
      traces.lastKm[vehicle] = km;
      traces.lastKmDay[vehicle] = day;
    }
  };

  await inTurns(build, plan.visits.length, 0, write);
  visits.flush();
  visitLines.flush();
  return traces;
};
