import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { addAction, checkAction, doAction, removeAction } from './actions.ts';
import { add } from './add.ts';
import { askBack, reopen } from './askBack.ts';
import { close } from './close.ts';
import { compensate } from './compensate.ts';
import { contact } from './contact.ts';
import { explainBreach } from './explainBreach.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import { pause, resume } from './pauses.ts';
import { reveal } from './reveal.ts';
import { answer, finish, investigate, propose } from './solve.ts';
import { statistics } from './statistics.ts';
import { takeBackCompensation } from './takeBackCompensation.ts';
import { twins } from './twins.ts';
import { update } from './update.ts';

export const complaints = {
  list,
  get,
  twins,
  add,
  update,
  contact,
  investigate,
  propose,
  answer,
  finish,
  askBack,
  close,
  reopen,
  pause,
  resume,
  explainBreach,
  addAction,
  doAction,
  checkAction,
  removeAction,
  compensate,
  takeBackCompensation,
  reveal,
  statistics,
} satisfies HandlersOf<Contract['complaints']>;
