import type { Contract } from '../../contract/index.ts';
import type { HandlersOf } from '../../store/handler.ts';
import { addNote, addRelation, removeRelation, reveal, setConsent } from './beside.ts';
import { facets, twins } from './facets.ts';
import { get } from './get.ts';
import { list } from './list.ts';
import { remove, restore } from './remove.ts';
import { add, tag, update } from './save.ts';
import { search } from './search.ts';
import { timeline } from './timeline.ts';

export const customers = {
  search,
  list,
  get,
  timeline,
  facets,
  twins,
  reveal,
  add,
  update,
  tag,
  addNote,
  addRelation,
  removeRelation,
  setConsent,
  remove,
  restore,
} satisfies HandlersOf<Contract['customers']>;
