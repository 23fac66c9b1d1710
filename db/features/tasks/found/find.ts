import type { TaskTrigger } from '../../../contract/taskTerms.ts';
import type { ReadDb } from '../../../store/handler.ts';
import { askBack } from './askBack.ts';
import { birthday } from './birthday.ts';
import { cardEnd } from './cardEnd.ts';
import { delivered } from './delivered.ts';
import { detractor } from './detractor.ts';
import { festival } from './festival.ts';
import type { Asking, Occasion } from './finder.ts';
import { licenceEnd } from './licenceEnd.ts';
import { noVisit } from './noVisit.ts';
import { pointsLapse } from './pointsLapse.ts';
import { promise } from './promise.ts';
import { sample } from './sample.ts';
import { serviceDue } from './serviceDue.ts';
import { tradeIn } from './tradeIn.ts';
import { inspectionDue, insuranceEnd } from './vehicleEnds.ts';
import { visited } from './visited.ts';

/** What a trigger finds. */
export const find = (db: ReadDb, trigger: TaskTrigger, asking: Asking): Promise<readonly Occasion[]> => {
  switch (trigger.kind) {
    case 'delivered':
      return delivered(db, trigger, asking);
    case 'visited':
      return visited(db, trigger, asking);
    case 'serviceDue':
      return serviceDue(db, trigger, asking);
    case 'insuranceEnd':
      return insuranceEnd(db, trigger, asking);
    case 'inspectionDue':
      return inspectionDue(db, trigger, asking);
    case 'licenceEnd':
      return licenceEnd(db, trigger, asking);
    case 'cardEnd':
      return cardEnd(db, trigger, asking);
    case 'birthday':
      return birthday(db, trigger, asking);
    case 'festival':
      return festival(db, trigger, asking);
    case 'pointsLapse':
      return pointsLapse(db, trigger, asking);
    case 'noVisit':
      return noVisit(db, trigger, asking);
    case 'tradeIn':
      return tradeIn(db, trigger, asking);
    case 'promise':
      return promise(db, trigger, asking);
    case 'askBack':
      return askBack(db, trigger, asking);
    case 'detractor':
      return detractor(db, trigger, asking);
    case 'sample':
      return sample(db, trigger, asking);
  }
};
