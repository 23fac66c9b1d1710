import type { Translated } from '../translated.ts';
import type { session as source } from '../zh-CN/session.ts';

export const session = {
  loginTitle: 'Log in',
  tagline:
    'When a customer walks in, their car, phone and history are in front of you. The data stays in the store, on line or off.',
  name: 'Log-in name',
  password: 'Password',
  login: 'Log in',
  loginHelp: 'Forgot it? An administrator can reset it in Settings · Staff.',
  demo: 'This is the sample store; all of its data is invented',
  demoPick: 'One click logs you in',
  setup: {
    title: 'Welcome to CareDesk',
    intro: 'Fill in these four and you can start. The data stays on this computer and is sent nowhere.',
    store: 'Store name',
    storeHelp: 'Printed on cards, letters and statements; can be changed later',
    city: 'City',
    cityHelp: 'Used to recognise local plates',
    admin: "Administrator's log-in name",
    adminHelp: 'Your own name will do',
    password: 'Password',
    passwordHelp: 'At least 8 characters; no birthdays, phone numbers or 12345678',
    again: 'Password again',
    differs: 'The two passwords differ',
    start: 'Start',
  },
  change: {
    title: 'Change password',
    present: 'Present password',
    next: 'New password',
    again: 'New password again',
    done: 'Password changed',
    save: 'Change password',
  },
} satisfies Translated<typeof source>;
