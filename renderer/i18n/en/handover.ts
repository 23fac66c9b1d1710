import type { Translated } from '../translated.ts';
import type { handover as source } from '../zh-CN/handover.ts';

export const handover = {
  open: 'Hand over customers',
  openLabel: "Hand over {{name}}'s customers",
  title: 'Hand over customers',
  from: 'Whose customers',
  choose: 'Please choose',
  left: '(switched off)',
  to: 'Give to',
  toHelp: 'Shared evenly among those you choose, whoever was here last first; what is open of a customer goes along.',
  nobody: 'There is no other active staff to take over. Please add staff first.',
  preview: '{{name}} has',
  nothing: '{{name}} has no customers to hand over.',
  customers: 'customers',
  prospects: 'open purchase interests',
  appointments: 'bookings to come',
  accountPlans: 'account plans not yet reviewed',
  each: 'about {{n}} customers each',
  run: 'Hand over',
  done: "{{n}} of {{name}}'s customers handed over: {{list}}",
  share: '{{name}} {{n}}',
  undone: 'The handover was undone; the customers are with {{name}} again',
  chooseFrom: 'Please choose whose customers to hand over',
  chooseTo: 'Please choose at least one colleague to take over',
  command: 'Hand over customers',
} satisfies Translated<typeof source>;
