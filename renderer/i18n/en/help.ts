import type { Translated } from '../translated.ts';
import type { help as source } from '../zh-CN/help.ts';

export const help: Translated<typeof source> = {
  command: 'Help on this screen',
  title: 'Help',
  keys: 'Keys of this screen',
  fixedKeys: 'In a form',
  next: 'Next',
  tour: 'First day in seven steps (three minutes)',
  tourAgain: 'The seven steps again',
  tourOnlyDemo:
    'The seven steps run in the sample store only, so that your real customers are left alone. Open it with caredesk desk --demo.',
  topics: {
    board: {
      title: "Today's board",
      text: 'Every car of the day, from its booking until it leaves: who waits, and for how long, is seen at a glance.\nA booked customer has come: choose the card under "Booked" and press M, or drag it to "Arrived".\nWithout a booking press Alt W, type the end of the plate, Enter, then Ctrl S.\nM once more for work, for ready and for gone; Shift and ← takes one step back. Each step keeps its time.\nOn a card, L enters lines and amounts, Enter opens the customer, X voids what was entered by mistake.\nRed cards have waited long: see to them first. How long that is stands in Settings, Hours and bookings.',
      picture:
        'The first columns of the board: a card for each car; on the chosen one stands what can be done, with its key',
    },
    today: {
      title: 'Visits and due',
      text: "Who came today, whose insurance and inspection fall due, whose birthday it is.\nJust type to find somebody: plate, last four digits of the phone, name, pinyin, VIN or card number; Enter opens.\nOn the left are today's visits; a name opens the customer.\nOn the right is what falls due; 'All' opens the list, to call one after the other.\n'Board' above shows how far each car is.",
      picture: "Today's visits on the left; insurances, inspections and birthdays on the right",
    },
    bookings: {
      title: 'Bookings',
      text: "The bookings of each day and adviser; an adviser who is full can be seen.\nChoose a day in the week above; the arrows beside it change the week.\nB makes a booking: the customer first, then day, time and adviser.\nThe load shows how much of an adviser's day is taken; when it is full, choose another adviser or day.\nPlans change: change or cancel a booking in its row; whoever did not come is marked as a no-show and pointed out next time.",
      picture: "The week with its bookings; below, the day's bookings and each adviser's load",
    },
    customers: {
      title: 'Customers',
      text: 'Every customer is here; a hundred thousand can be scrolled through.\nFilters narrow the list and can be combined, such as gold cards that have been away for six months.\nKeep a combination as a customer group: it is then one click away, and a manager can share it with all.\n"Columns" chooses what is shown, for you alone.\nManagers can export the list to Excel or CSV: the file holds what your filters and columns show, and the export is put on record.',
      picture: 'The list of customers, with filters and customer groups above it',
    },
    customer: {
      title: 'Customer page',
      text: 'All that matters while the customer stands before you.\nFirst the strip on top, ten seconds: tier, validity, what is due, whether they like to be called.\nThen the vehicles: days left until service, insurance and inspection, and open recalls.\nBelow is everything between us; a row opens for its details.\nOn the right is what can be done, each with its key: V a visit, B a booking, N a note, J how points add up.\nA mistake does no harm: "Undo" at the bottom, or Ctrl Z, takes it back.',
      picture: 'The strip on top of a customer page, and the vehicles',
    },
    customerForm: {
      title: 'Customer details',
      text: 'A new customer, or a change to one.\nName and mobile come first; the rest can wait.\nPaste a whole line with plate, phone and name, and each part finds its field.\nWhat stands in red below a field must be mended; amber only points something out.\nIf it says that somebody like this is on file, look there first: one customer, one file.\nCtrl S saves. Leaving with Esc loses nothing: what was not saved is there next time, even after a power cut.',
      picture: 'The form of a new customer, filled from one pasted line',
    },
    prospects: {
      title: 'Prospects',
      text: 'Whoever looks for a car, until the purchase or the loss.\nB enters one: models looked at, budget, and how they heard of us.\nBegin each day with what is due today and overdue; write down how it went and agree on the next step.\nThose without a next step are lost most easily: give them one.\nA row opens: enter a test drive, or make a customer of them; nothing has to be typed again.',
      picture: 'The list of prospects: models, budget, source and next step',
    },
    recalls: {
      title: 'Recalls',
      text: 'Recalls and technical upgrades by VIN list, shown until they are done.\nService or a manager enters one with B: its number and title, and the whole list of VINs pasted in.\nChoose a campaign on the left; on the right are the vehicles of ours and those still open.\nWhen such a car comes in, the board, its card and the strip say so.\nMark it as done today; a slip can be set back to open.',
      picture: 'Campaigns on the left; on the right the vehicles of ours in the list',
    },
    accounts: {
      title: 'Key accounts',
      text: 'Fleets and customers who spend much: a plan a year, and a review.\nA manager makes a plan with B; below are customers who may need one, a click begins it.\nThose whose review comes up are listed as due: begin there.\nA row opens: write the result, how far the goal was met, and what to do next year.',
      picture: "The list of yearly plans: goals, owner, this year's spend and day of review",
    },
    duplicates: {
      title: 'Duplicate customers',
      text: 'Pairs of files that may be one and the same customer, and why.\nGo through them with ↑ and ↓; the likeliest come first.\nOne customer: Enter compares and merges.\nTwo people: D and the reason, and the pair is not shown again.',
      picture: 'Two files that may be one customer, with what is the same and what differs',
    },
    merge: {
      title: 'Compare and merge',
      text: 'The left file stays and the right one goes into it; X turns them round.\nGo through the fields with ↑ and ↓, and choose a side with ← and →.\nWhat only one side has is taken over; vehicles, visits, notes, phones and tags of both stay.\nEnter merges.\nA mistake does no harm: weeks later it can still be undone, under "Merged files" on the customer page.',
      picture: 'Two files side by side, a side chosen field by field',
    },
    imports: {
      title: 'Import',
      text: 'Brings in the customers, members and workshop orders of your old system.\nExport Excel or CSV there, say here what the file holds, and drop it.\nIf a column was taken for something else, move it and have the file checked again.\nLook through the rows: added, updated or wrong, with the reason beside each. Only then is anything written, and the desk stays free meanwhile.\nDownload the wrong rows, mend them and import them again; the same file twice changes nothing.\nA whole import can be undone, under past imports.',
      picture: 'The check of each row, before anything is written',
    },
    settings: {
      title: 'Settings',
      text: "The store's own rules; a change holds at once.\nChoose a part on the left, change it, and save with Ctrl S.\nBegin with the store and its hours: days on which it is closed, how long a booking takes, how long is a long wait.\nThen the tiers and reminders: days ahead at which insurances, inspections and birthdays show.\nUnder staff everybody gets a log-in name and a role; who leaves is switched off, and their customers are handed over at once.\nAll but look and language can be changed by an administrator only.",
      picture: 'Settings: a part on the left, changed on the right',
    },
    password: {
      title: 'Change password',
      text: 'A new password that you alone know.\nType the present one, then the new one twice, and press Ctrl S.\nForgotten? An administrator can set a new one in Settings, Staff.',
    },
    visitForm: {
      title: 'Lines and amounts',
      text: 'What was done at a visit, and what was received.\nChoose the car and enter its mileage; less than last time is pointed out.\nOne line for each piece of work: category, words, amount received; the list price only where it differs.\nEnter in the last line adds another; the total stands below.\nCtrl S saves. A mistake is taken back with Ctrl Z, or voided with a reason.',
      picture: 'The form of a visit: mileage, lines and the total received',
    },
    arrivalForm: {
      title: 'Arrival',
      text: 'The customer is here: the car goes on the board.\nType plate, last four digits of the phone or a name, and choose with Enter.\nNobody found: Enter begins a new customer, with name, phone, and plate or model.\nSeveral cars: say which has come. Mileage and wish can be entered now or later.\nCtrl S puts the card under "Arrived", and the wait counts from now.',
      picture: 'The form of a walk-in, customer and car found',
    },
    bookingForm: {
      title: 'Booking',
      text: 'Filled in while the customer is on the phone.\nFind the customer first: end of the plate or phone, Enter; for somebody not on file a name and phone will do.\nChoose day and time and what it is for; the usual length is filled in and can be changed.\nChoose the adviser; beside it stands how much of that day is taken.\nFull, closed, or over another booking: it says so and can still be saved.\nCtrl S saves; closed without saving, it is there next time.',
      picture: 'The form of a booking: customer, day, time, adviser',
    },
    vehicleForm: {
      title: 'Vehicle',
      text: "A car's details, mileage, policies, and where it goes.\nPlate and VIN first; the VIN's check digit is verified.\nThen delivery, insurance and inspection days: they are shown before they fall due.\nPolicies and mileage are kept below, one entry each.\nSold, scrapped or with a new owner: use that part below; earlier visits stay with the former owner.\nCtrl S saves.",
      picture: 'The form of a vehicle: plate, VIN, model and days',
    },
    consents: {
      title: 'Consents',
      text: 'What a customer agrees to, and refuses. What was not agreed to is not done.\nAsk for each, and press what the customer says.\nNote how it was said: at the desk, by phone, in writing.\nMinds change: withdraw an agreement; the record of before stays.',
      picture: 'Consents: what stands for each purpose, and its buttons',
    },
    relations: {
      title: 'Family and key persons',
      text: "The family's birthdays, and who has a say at a company.\nChoose the relation and enter the name; phone and birthday where known.\nIf they are a customer too, join their own file.\nCtrl S adds them; birthdays that come up show on top of the customer page.",
      picture: 'The form of family and key persons',
    },
    prospectForm: {
      title: 'Prospect',
      text: 'Somebody who wants a car: which, for how much, and who does what next.\nEnter the models, Enter after each; the budget counts in ten thousands.\nNote how they heard of us, and whether a car is traded in.\nAgree on the next step: what, by when, and whose it is.\nAfter a test drive, enter it below with what they said.\nBought: make a customer of them and enter the new car only. Lost: say why.',
      picture: 'The form of a prospect: models, budget and next step',
    },
    recallForm: {
      title: 'Enter a recall',
      text: 'The manufacturer has written: enter it once.\nNumber, issuer and title, and the day from which it runs.\nPaste the whole list of VINs, one a line; other words beside them do no harm.\nCtrl S saves, and says how many of them are ours.\nLines without a VIN are listed with their number and the reason; mend them and paste another batch.',
      picture: 'The form of a recall, with the list of VINs pasted below',
    },
    planForm: {
      title: 'Yearly plan',
      text: "What is to be reached with a key account this year, and how.\nWrite goals and measures, as exact as can be: forty services in the year.\nChoose who answers for it and the day of the review; it is shown in time.\nThe figures are this year's and last year's spend, to compare.\nOn the day, write the result, how far the goal was met and what comes next, and press Ctrl S.",
      picture: 'The form of a yearly plan: goals, measures, owner and review',
    },
    handover: {
      title: 'Hand over customers',
      text: 'An adviser moves or leaves: all their customers go to others at once.\nChoose whose customers, and look at how many there are and what is not finished.\nTick who takes them; several share evenly, the latest customers first.\nHand over; if it was wrong, the whole of it can be taken back at once.',
      picture: 'Handing over: from whom, to whom, and how many',
    },
    general: {
      title: 'CareDesk',
      text: 'This place has no words of its own; these work everywhere.\nCtrl K finds customers, vehicles and everything that can be done.\n? lists the keys of a screen.\nCtrl Z takes a mistake back, and what was not saved is never lost.',
    },
  },
};
