import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { get, list, ofVehicle, openFor, vehicles } from './read.ts';
import { add, done, remove, removeVin, reopen, update } from './write.ts';

export const recalls = {
  list,
  get,
  vehicles,
  ofVehicle,
  openFor,
  add,
  update,
  removeVin,
  done,
  reopen,
  remove,
} satisfies HandlersOf<Contract['recalls']>;
