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
      text: 'All that matters while the customer stands before you.\nFirst the strip on top, ten seconds: tier, validity, what is due, whether they like to be called.\nThen the vehicles: days left until service, insurance and inspection, and open recalls.\nBelow is everything between us; a row opens for its details.\nOn the right is what can be done, each with its key: V a visit, B a booking, M joins, K opens the card, J shows how points add up.\nA mistake does no harm: "Undo" at the bottom, or Ctrl Z, takes it back.',
      picture: 'The strip on top of a customer page, and the vehicles',
    },
    customerForm: {
      title: 'Customer details',
      text: 'A new customer, or a change to one.\nName and mobile come first; the rest can wait.\nPaste a whole line with plate, phone and name, and each part finds its field.\nWhat stands in red below a field must be mended; amber only points something out.\nIf it says that somebody like this is on file, look there first: one customer, one file.\nCtrl S saves. Leaving with Esc loses nothing: what was not saved is there next time, even after a power cut.',
      picture: 'The form of a new customer, filled from one pasted line',
    },
    members: {
      title: 'Membership',
      text: 'What wants doing today: whose card expires, who can rise, whose points lapse, which cards are not printed yet.\nB gives a card to the customer at the desk, in under a minute.\nArrow keys move through the lists; Enter opens the card, R renews the one that is chosen.\nA figure above leads to all that it counts.\nD opens the counter for redeeming, L the list of members, P the print queue.',
      picture: 'Membership: figures above; below, cards that expire, who can rise, points that lapse, cards to print',
    },
    memberList: {
      title: 'List of members',
      text: 'Every member is here; a hundred thousand can be scrolled through.\nChips for tier, expiry, lapsing points, who can rise and the way of joining narrow the list and can be combined.\nThe order is chosen at the upper right: expiring first, most points, newest, name.\nArrow keys choose a row, Enter opens the card.',
      picture: 'The list of members, with filters above it',
    },
    memberCard: {
      title: 'Member card',
      text: 'All of one card: balances, validity, what is missing for a renewal or a higher tier, benefits and the record.\nFirst "Renewal and upgrade": what each way asks and what is missing, the cheapest first; what is met is taken with R or U.\nWho doubts the points is shown every entry with J; who doubts the tier, what it stood on with Y.\nA lost card is reported with L and replaced with H; tier and points stay. F adds a card for the family.\nServices such as a free wash are used with W, and can be taken back.\nWho did what, when and why stands in the record.',
      picture: 'A card page: the card, both balances, the ways to renew and rise',
    },
    joinForm: {
      title: 'Join',
      text: 'A card for a customer, on one screen.\nChoose the way of joining: one that is not open says why, one that is says what proves it.\nThe tier is proposed by the rank of what was spent; confirm it or choose another.\nA fee wants its receipt number; a pre-printed or old card is scanned, and its number is there.\nCtrl S joins; then P prints the card and N begins with the next customer.',
      picture: 'The form for joining: ways, the proposed tier and why, the card number',
    },
    renewForm: {
      title: 'Renew and upgrade',
      text: 'Another year, or a higher tier; ways that are met can be chosen, the others say what is missing.\nThe cheapest for the customer is chosen already; another can be taken.\nA fee wants its receipt number; points go at once and show in the entries.\nCtrl S does it; a mistake is mended by a manager, for points can only be reversed.',
      picture: 'The form for renewing: three ways, with what each asks and what is missing',
    },
    complaints: {
      title: 'Complaints',
      text: 'Every complaint from the first word to the archive, the most urgent on top; what is red is late.\nGo from one to the next with ↑ ↓, it opens on the right; / finds a number, a name, a plate or any word.\nEnter does what comes next: contact, inquiry, proposal, agreed, done, asked back, archived; each is on record with its time.\nThe clock has two faces, plain time and working time; it stands only while the customer is waited for: S stops it, Enter lets it run on.\nWhere a term was missed, press L and give the reason and the manager who knows; only then can it be archived.\nPress N for a promise, M for a measure, B for a compensation, A for files; pictures can be pasted too.\nDays after it was done it shows under “To ask back”: not truly solved opens it again.',
      picture: 'One complaint: its steps, both faces of the clock, the same trouble before, and the record',
    },
    complaintStatistics: {
      title: 'Complaint statistics',
      text: 'Whether complaints are dealt with in time, what most of them come from, and whether measures helped; under each figure stands how it comes about.\nChoose the span: this month, the last 3 or 12, or days of your own; it goes by the day received.\nThe Pareto charts put causes and departments in order, the line is their share so far: begin with the first few.\nBy month, green is what was solved in time, red what was late, the line what was received.\nThe table compares complaints of the same cause before and after each measure; its number opens the complaint.\nCtrl P prints, E exports a CSV.',
    },
    complaintRules: {
      title: 'Complaint rules',
      text: 'How soon complaints are answered and solved, who hears of late ones, their categories, departments and causes, and which days are off.\nChoose a part on top: terms, categories, departments, causes, holidays; each is saved by itself.\nTerms are hours, of natural and of working time; you say by which of them a complaint is late.\nRead “Once saved” below the form: it says in plain words what will happen.\nWhat complaints name can be called by another name, not removed.\nHolidays come with the published table: copy it where the store differs; a year not published yet goes by the plain week.\nCtrl S saves, from the chosen day on; complaints received before keep the rule of their day.',
    },
    taskRules: {
      title: 'Call rules',
      text: 'These rules decide when whom to call or write to, and what to say; on the day, customers come onto the list by themselves.\nEach says when, for whom and who does it, and how its last 30 days went.\nThe switch on the right turns one on or off at a press; what is turned on begins today and digs nothing up.\nThe name opens a rule to change it; B adds one.\nOnce it is done (the visit, the new policy, the car sold) a call settles itself.\nRemoving a rule gives up what it had on the list; a slip can be undone at the bottom.\nContact limits, above, say how often a customer is contacted in a month, and at what hours.',
    },
    taskRuleForm: {
      title: 'Adding or changing a call rule',
      text: 'A rule says when, for whom, how, and what to say.\nFirst what sets it off, such as the end of the insurance, then how many days ahead; several are fine: 90, 60, 30, 7.\nIt is for everybody unless you narrow it by membership, tier, series or tags.\nPress a field to put it into the script; on the call it is filled in, and an example stands below.\nBeside it you see whom it hits today, how many are listed, and why others are not.\nWhat hits more than half of all customers cannot be saved: narrow it.\nCtrl S saves, from today; Esc loses nothing either.',
    },
    complaintForm: {
      title: 'New complaint',
      text: 'On record in half a minute, while the customer is on the phone.\nFind the customer by plate, phone or name; for somebody not on file Enter takes a name and a number.\nTake it down in the customer’s words, then choose a category by two digits, as 14, or by its name.\nOnce vehicle, part or person is there, complaints of the same trouble show beside it.\nIt is received now; what is written down later may be set back, and its terms begin there.\nPress Ctrl S; Esc loses nothing either.',
      picture: 'The form of a new complaint, with the same trouble before beside it',
    },
    enquiries: {
      title: 'Enquiries',
      text: 'What customers ask that is no complaint; what waits for an answer is on top, what is red is overdue.\nPress Alt N for a new one: who and what is enough; topic and channel can be changed later.\nGo from one to the next with ↑ ↓, it opens on the right; / finds a number, a name, a plate or any word.\nEnter does what comes next: answer, then close. H hands it to an expert with a term.\nTerms run in working hours; where the answer did not do, R reopens it with a new term.\nKeep a good answer with S; K shows all kept answers.',
      picture: 'One enquiry: the question, its term, the expert and the answer',
    },
    surveys: {
      title: 'Surveys',
      text: 'What customers think of us. Whoever is unhappy and has not been spoken with stands under “To follow up”, the oldest first.\n↑ ↓ opens the next one on the right: each answer, the bad ones in red, and what was said.\nEnter calls the customer; afterwards note it with G. T makes it a complaint, with the customer’s words filled in.\nTo ask for a rating press I on the customer’s page, or S on a card of the board, and turn the screen round: it shows nothing of the desk, and the staff return by one press.\nAnswers on paper or from an interview are entered with Alt N; S shows the figures.\nA manager removes what was entered by mistake with X, and says why.',
      picture: 'Answers of an unhappy customer: each question, the words, and what can be done',
    },
    surveyFigures: {
      title: 'Survey figures',
      text: 'How customers rate us: NPS, percent satisfied, the mean; below each stands how it is worked out and from how many answers.\nChoose the days and the questionnaire; a month with few answers says little.\nThe dashed line is the store’s target, set under Questionnaires · Targets.\nBelow, each way of asking, adviser and question stands for itself.\nCtrl P prints, E exports.',
    },
    surveyEntry: {
      title: 'Enter answers',
      text: 'What was written on paper or said in an interview; a form with a code is entered faster under Paper.\nChoose the questionnaire and the way, then find the customer; it may stay open who it was, but only a known customer can be followed up.\nFrom the first question on a digit answers and goes on; 10 is 1 then 0, 1 is 1 then Enter.\nCtrl S saves; Esc keeps what was typed.',
    },
    questionnaires: {
      title: 'Questionnaires',
      text: 'What customers are asked is written here; managers change it, everybody can read it.\nB adds one, its name opens it: three to five questions will do; on the right stands what a customer sees at the counter.\nAlt ↑ and Alt ↓ move the question that has the focus.\nMended words keep their figures; for something else add a new question. One that was answered keeps its kind.\nSwitch off what is asked no more, its figures stay; what nobody answered can be removed.\nUnder Targets you say which score is unhappy, which is satisfied, and what the store wants to reach.',
      picture: 'A questionnaire being written: questions, kinds, their order, and the counter’s screen beside it',
    },
    enquiryForm: {
      title: 'New enquiry',
      text: 'Two fields while the customer is on the phone: who and what.\nFor somebody not on file, Enter takes a name and a phone only.\nKept answers come up as you type: Tab goes there, ↑ ↓ choose, Enter takes one, and you may change it.\nTick the box to close it at once where that was all; leave the answer empty to log the question, and its term begins.\nPress Ctrl S; Esc loses nothing either.',
    },
    keptAnswers: {
      title: 'Kept answers',
      text: 'Good answers, the most used first; they come up while an enquiry is typed.\nPress / to find any word of a question or an answer, or choose a topic.\nWhere a price or a rule changed, edit it; what was answered before keeps its words.\nRemove what is not used; a slip can be undone at the bottom.',
    },
    club: {
      title: 'Club services',
      text: 'Agency jobs, rescues and claims are all here; 1, 2 and 3 change between them. Red is overdue, or a caller to whom nobody has come for an hour.\nAlt N takes a new one; Y on a customer’s page fills in the customer and the car.\n↑ ↓ go through the list, the right side opens; / finds by number, name, plate or phone.\nEnter does the next step: an agency job begins, is ready, goes back; a crew is sent, arrives, is done; a claim is surveyed, repaired, handed in, closed.\nEvery document we hold is on record, and so is who received it; nothing goes back while a fee is unpaid.\nThe clock of a rescue runs from the call; at the end one of the tier’s free rescues can be used, and what is left is shown.\nP prints the slip for the customer; a mistake is undone at the bottom, and a free rescue comes back with it.',
      picture: 'A rescue: the clock since the call, the place, and the free rescues that are left',
    },
    clubForm: {
      title: 'New agency job, rescue or claim',
      text: 'Find the customer first: plate, last digits of a phone, or name; then the car.\nAn agency job says what for, which documents we take, until when and for how much; documents are separated by a comma or Enter.\nA rescue needs who, where and what; for somebody not on file, Enter notes a name, a phone or a plate.\nA claim needs the day of the accident, the case number and the papers; a chosen policy brings its insurer.\nCtrl S saves; Esc leaves and loses nothing.',
    },
    tasks: {
      title: 'Calls',
      text: 'Whom to contact today, why, and what to say; the most urgent on top, red ones are overdue.\n↑ and ↓ go to another customer: the script is filled in with their facts, and several matters make one call.\nPress H for the number, then the key of the outcome: 1 spoke, 2 no answer, 5 call back, 7 never again; Enter records it and the next one opens.\nWhere nobody answers a next try is proposed; N writes a note. Ctrl Z takes a wrong outcome back, and the note is there again.\nT makes a complaint of it where the customer is not satisfied, W notes a promise.\nAbove the list stands who is left out and why; open a part to see whom, and what can be done.\nMessages are copied one by one or exported as a batch file; letters and envelopes are printed together and recorded once posted.\nD prints the list for a power cut; afterwards U enters it: the code of a row, one key, Enter.',
      picture: 'On the left the customers to contact, on the right the script, the contacts and twelve outcomes',
    },
    paper: {
      title: 'Paper sheets',
      text: "Before the power fails, keys 1 to 4 print what you need: today's calls, empty complaint forms, the sign-in sheet with the day's bookings, questionnaires. Every row has bars and a code of its own.\nOnce the desk works again, U enters them: scan the bars or type the digits below, of whatever sheet.\nOn a sign-in sheet type when they came and the mileage; without a booking find the customer first, or put a new one on file. A complaint form opens the complaint, a questionnaire takes a digit per question.\nA code is entered once; Alt Z takes the last one back.\nMark rows that nobody used as unused, X marks the rest of a sheet; one that was written on after all can still be entered.\nOn the left stand the sheets with rows left; under All you see who entered each row and when.\nAn amber note on Today says that something waits to be entered.",
      picture: 'Above, the four sheets that can be printed; below, those with rows left, and one of them open',
    },
    deliveries: {
      title: 'Deliveries',
      text: 'Every car to be delivered goes through inspection, transport, PDI and preparation; which step it is at and who is past their day is seen at a glance.\nAlt N plans a delivery: customer, car, day. A purchase by a prospect leads here by itself.\nArrows choose a card, M moves it on, Shift ← back; or drag it.\nEnter opens it: digits tick the checklist, F adds photos, and beside the ceremony stand the customer’s interests.\nM at preparation delivers: say why where items are open. The thank-you letter and the first call run from the handover and are on their lists by themselves.\nCtrl Z takes back. The checklist is set in Settings · Deliveries; older deliveries are under H.',
      picture:
        'The delivery board: five columns, a card for each car with its day, how much is settled and how many photos there are',
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
    printQueue: {
      title: 'Printing member cards',
      text: 'New and replacement cards queue up here until they are printed.\nAll are chosen to begin with; take the tick off those that can wait.\nLoad blank cards and press Ctrl P; you see how far it is and can cancel, and then nothing was printed.\nA card is two pages, front and back; print at 100 %, not “fit to page”.\nA card that came out badly is printed again from the print log, with a reason; who printed what is kept there.',
      picture: 'Member cards waiting, with the print button at the top right',
    },
    printers: {
      title: 'Printers and calibration',
      text: 'Where cards come out off place, put that right here; each printer has offsets of its own.\nA manager presses “Add a printer” and gives it a name that tells.\nPress “Calibration page” and measure line A to the left edge and line B to the upper edge: both should be 10.0 mm.\nPress “Change”, fill in both figures, press “Work out the offset”, then Ctrl S.\nPrint another one to check, and choose which printer this computer uses.',
      picture: 'The printers’ offsets, and the steps of calibrating on the right',
    },
    cardFaces: {
      title: 'Card faces',
      text: 'What each tier’s card says, and where, front and back; as shipped until the store designs its own.\nChoose the tier, then front or back; the actual size is shown on the right.\nDrag to place: things snap; arrow keys move by 0.1 mm, with Shift by 1 mm.\nPress “Add” for text, a barcode, a QR code or your logo; change words, size and colour on the right.\nPut the store’s phone into the text on the back; what is left empty is not printed.\nCtrl Z takes a step back, Ctrl S saves; what is not saved is still there next time.',
      picture: 'The front of the gold card being edited, with its actual size and properties',
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
      text: "The store's own rules; a change holds at once.\nChoose a part on the left, change it, and save with Ctrl S.\nBegin with the store and its hours: days on which it is closed, how long a booking takes, how long is a long wait.\nThen the tiers and reminders: days ahead at which insurances, inspections and birthdays show.\nUnder staff everybody gets a log-in name and a role; who leaves is switched off, and their customers are handed over at once.\nTiers and the rules of points and membership are changed by managers and administrators, all else but look and language by an administrator only.",
      picture: 'Settings: a part on the left, changed on the right',
    },
    rules: {
      title: 'Rules of points and membership',
      text: 'How points are earned, how one renews and rises, what points are worth and what each tier gets: each holds from a day on.\nRead “Once saved” below the form: it says in plain words what will happen.\nChoose the first day, today or later; points and decisions of before stay as they are.\nBefore changing how points are earned press Alt S to try it on the last visits: who gets more or less, and what it costs.\nWhat is wrong is marked red and says how to mend it; until then nothing is saved.\nCtrl S saves. What is not saved stays on this computer and is there again next time.\n“Versions” has each one and who made it: a planned one can be taken back, any of them can be started from.',
      picture: 'Earning points: ratios by category and tier, the first day and what it means below',
    },
    liability: {
      title: 'Points liability',
      text: 'How many points the store still owes its members, what they are worth, and how that moves by month.\nChoose the span: the last 12 months, this year, or any months of your own.\nThe formula on top says where the figure comes from; value and share are set in Settings, Points terms.\nAbove in the chart is what is outstanding at each month’s end, below what was issued, redeemed and lapsed.\nPress “By month and tier” for each tier by itself.\nCtrl P prints and E exports a CSV, both as it is shown.',
    },
    statement: {
      title: 'Points statement',
      text: 'A member’s points over a span, entry by entry, from the opening to the closing balance.\nScan the card, or type a plate, a phone tail or a name, then Enter.\nChoose the span: this year, the last 12 months, or all.\nCtrl P prints on A5, M on the 80 mm roll.\nFor somebody with a statement in hand press Y: scan its QR code and know at once whether it is ours and unchanged.',
    },
    sandbox: {
      title: 'Rule sandbox',
      text: 'Before the earning rules change, work them out on the last visits; no points are moved.\nChange them in Settings, Earning points, then press Alt S: the trial begins by itself.\nOn the left is the rule as it is, on the right the one on trial, with what differs marked.\nSee the points issued, the liability, how many members get more or less, then by tier, category and member.\nChoose another span and press R to try again; Esc cancels.\nContent with it, press A: back in the rules every change is there, to be given a first day and saved.',
      picture: 'Rule sandbox: points, liability and members before and after',
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
      text: "A car's details, mileage, policies, and where it goes.\nPlate and VIN first; the VIN's check digit is verified.\nThen delivery, insurance and inspection days: they are shown before they fall due.\nPolicies and mileage are kept below, one entry each; then the service plan, which Ctrl P prints for the customer.\nSold, scrapped or with a new owner: use that part below; earlier visits stay with the former owner.\nCtrl S saves.",
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
    redeem: {
      title: 'Redeem counter',
      text: 'People queue to redeem, one after the other, and nobody needs a mouse.\nScan the card; without one, type the last four of the phone or the name, then Enter.\nPress 1 to 9 for a reward, + and − for how many; below you see what is left afterwards.\nPress Enter to redeem, P to print the slip; the next card scanned is the next person.\nA customer brings a voucher: scan its code, press Enter to use it.\nA card that cannot be used says why and what to do; nothing is taken.',
      picture: 'The counter: member and points on the left, numbered rewards on the right',
    },
    rewards: {
      title: 'Rewards',
      text: 'What members can spend their points on is decided here.\nA manager presses B to add one: labour voucher, cash voucher, gift, partner goods, donation.\nSay how many points, how many there are, for which tiers, how many each and between which days.\nClick a row to change it or switch it off; vouchers given stay as they are.\n“Donations” sums up what was given to each cause.',
      picture: 'The list of rewards with points, worth, stock and limits',
    },
    settlement: {
      title: 'Partner settlement',
      text: 'What is owed to partners for vouchers that were used, partner by partner.\nChoose the days, or press “This month” or “Last month”.\nClick a partner to see each voucher: code, customer, when and by whom it was used.\nPress “Export CSV” for whoever pays.',
    },
    vouchers: {
      title: 'Vouchers',
      text: 'Every voucher: whose it is, what it is worth, where it came from, whether it was used.\nNarrow by state and origin; click a row for the details.\nPress B to give one: to a customer, or one each to a group, always with a reason.\nAbove the limit it waits for a manager and is given once approved.\nA customer brings one: press “Use”, scan it at the counter, or tick it when entering a visit.\nMaking one void wants a reason; points spent on it go back to the lots they came from.',
      picture: 'The list of vouchers with code, customer, origin, last day and state',
    },
    approvals: {
      title: 'Approvals',
      text: 'Adjustments, vouchers and compensations above the limit wait here for a manager.\nChoose one with ↑ ↓ and see for whom, how much and why.\nPress G to approve, X to refuse; a refusal wants a reason.\nWhat one asked for oneself can be withdrawn with W.\n“Decided” shows who approved what and when.',
      picture: 'The list of requests, the chosen one with its buttons',
    },
    rewardForm: {
      title: 'Reward',
      text: 'One reward: how many points, who may have it, how it is used.\nChoose the kind, then name and points; a cash voucher must be worth something.\nWhere there are only so many, fill in the stock; it ends by itself.\nTo narrow it, tick tiers, say how many each and between which days.\nPartner goods have a settlement price, donations a cause.\nPress Ctrl S, and the counter has it at once.',
    },
    grantForm: {
      title: 'Give voucher',
      text: 'A voucher for a customer without any points.\nChoose a customer, or a group whose customers get one each.\nSay what for: birthday, event, complaint; and the reason, so that it can be found again.\nFill in worth and days; beside it stands its last day.\nPress Ctrl S; above the limit it goes to a manager.',
    },
    adjustForm: {
      title: 'Adjust points',
      text: 'Points that were missed or wrong are added or taken here, and the book says by whom and why.\nChoose add or take and fill in the redeemable points; cumulative points too where the tier is meant.\nSay on what grounds, such as which order.\nPress Ctrl S; above the limit it waits for a manager and is entered once approved.',
    },
    transferForm: {
      title: 'Give points away',
      text: 'Points go to the membership of a family member and keep the days on which they lapse.\nChoose to whom; family must be entered under “Family and key people” and have a membership.\nFill in how many and why, press Ctrl S.\nThe books of both say from whom to whom.',
    },
    general: {
      title: 'CareDesk',
      text: 'This place has no words of its own; these work everywhere.\nCtrl K finds customers, vehicles and everything that can be done.\n? lists the keys of a screen.\nCtrl Z takes a mistake back, and what was not saved is never lost.',
    },
  },
};
