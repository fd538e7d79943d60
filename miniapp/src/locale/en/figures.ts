import type { figures as source } from '../zh-hans/figures'

export const figures: Record<keyof typeof source, string> = {
  'figures.title': 'Public figures',
  'figures.lead':
    'How much came in, what became of it, what people say. Every number has its numerator and denominator and can be recomputed.',
  'figures.station': 'Figures of {district}',
  'figures.narrow': 'Which part to show',
  'figures.period': 'Filed when',
  'figures.period.all': 'Ever',
  'figures.period.year': '12 months',
  'figures.period.quarter': '3 months',
  'figures.period.month': 'This month',
  'figures.shown': 'Updated: {n} {n|report|reports} received',
  'figures.none': 'No reports here yet',
  'figures.none.text': 'Choose another period, or look at the whole city and all categories.',
  'figures.none.clear': 'Show everything',
  'figures.month': '{month}/{year}',
  'figures.count': 'reports',
  'figures.how': 'How these numbers are counted',

  'figures.rates': 'What people say of it',
  'figures.rates.summary': 'Of {closed} closed reports, {rated} were rated.',
  'figures.answered': 'Answered',
  'figures.solved': 'Solved',
  'figures.satisfied': 'Satisfied',
  'figures.rates.how':
    'The denominator is the closed reports that somebody rated; the numerator, those of them rated “yes”. Of a report rated more than once, the last rating counts. A report without a rating counts neither as satisfied nor as dissatisfied.',
  'figures.excluded': 'Left out of the rates',
  'figures.excluded.awaitingRating': 'Answered, not rated yet',
  'figures.excluded.notRated': 'Closed without a rating',
  'figures.excluded.declined': 'Declined',
  'figures.excluded.withdrawn': 'Withdrawn by the reporter',
  'figures.excluded.merged': 'Merged into another',

  'figures.fate': 'Where the reports are now',
  'figures.fate.summary':
    '{received} received: {closed} closed, {open} being worked on; the other {rest} did not go on.',
  'figures.fate.of': 'Where it is now',
  'figures.fate.open': 'Being worked on',
  'figures.fate.rated': 'Closed and rated',
  'figures.fate.notRated': 'Closed without a rating',
  'figures.fate.declined': 'Declined',
  'figures.fate.withdrawn': 'Withdrawn by the reporter',
  'figures.fate.merged': 'Merged into another',
  'figures.fate.how':
    'Each report is in exactly one place, so they add up to what was received. Counted are the reports filed in this period, as they stand today: that is why numbers of past months change.',
  'figures.more.how':
    'Bounces: how often a body said that it was not its duty. Overdue steps brought up: how often one was brought to the station, and on to the supervisor. Worked on again: the reports that went into another round because the answer did not satisfy, each counted once.',
  'figures.more.overdue': 'Being worked on and overdue',
  'figures.more.bounces': 'Bounces by bodies (times)',
  'figures.more.escalations': 'Overdue steps brought up (times)',
  'figures.more.reopened': 'Worked on again, unsatisfied (reports)',

  'figures.onTime': 'On time?',
  'figures.onTime.summary':
    'Of the steps that have a time limit, how many were taken within it. Steps that are overdue and not taken yet are above: being worked on and overdue.',
  'figures.onTime.promise': 'Answered by the promised date',
  'figures.onTime.preReview': 'Pre-review by the station',
  'figures.onTime.sign': 'Signed by the body',
  'figures.onTime.handle': 'Handled by the body',
  'figures.onTime.review': 'Review by the station',
  'figures.onTime.how':
    'The denominator is the steps that were taken (one report may take a step twice), the numerator those taken in time. Unfinished steps are not in it; those that are late already are shown as overdue. The promised date is about the first answer.',

  'figures.measure': 'By month, district and category',
  'figures.measure.received': 'Received',
  'figures.measure.satisfied': 'Satisfied',
  'figures.measure.solved': 'Solved',
  'figures.measure.answered': 'Answered',
  'figures.measure.promise': 'Answered in time',
  'figures.measure.bounces': 'Bounces',
  'figures.measure.reopened': 'Worked on again',
  'figures.by.month': 'By month: {measure}',
  'figures.by.district': 'By district: {measure}',
  'figures.by.category': 'By category: {measure}',
  'figures.by.month.of': 'Month of filing',
  'figures.by.category.silent': '{whole} For {n} {n|category|categories} there is nothing to divide yet.',
  'figures.by.category.of': 'Category',
  'figures.by.reports.summary': '{n} {n|report|reports} in all.',
  'figures.by.times.summary': '{n} {n|time|times} in all.',
  'figures.by.share.summary': '{numerator} of {denominator} in all, {percent}.',
  'figures.by.district.summary':
    '{whole} Laid out as on a map; this is no ranking. Press a district to see it alone.',
  'figures.part.closed': 'Closed',
  'figures.part.open': 'Being worked on',
  'figures.part.rest': 'Declined, withdrawn, merged',

  'figures.recompute': 'Work it out yourself',
  'figures.recompute.text':
    '“What the figures are made of” counts all reports, public or not, by month, district and category. Add up the lines that you chose and you have the numbers of this page.',
  'figures.recompute.now': 'Recompute now',
  'figures.recompute.equal':
    '{n} numbers recomputed from {lines} {lines|line|lines}: each is the same as on this page.',
  'figures.recompute.differ':
    '{n} {n|number differs|numbers differ} from what was recomputed. A report may just have moved on: please try once more.',
  'figures.recompute.how': 'Which columns each number is the sum of',
  'figures.recompute.steps':
    'Open “What the figures are made of” in a spreadsheet, keep the months, districts and categories that you chose, and add up the columns named here. Before “÷” stands the numerator, after it the denominator.',
  'figures.recompute.number': 'Number of this page',
  'figures.recompute.columns': 'Columns added up',
  'figures.recompute.program':
    'Those who program can check every month, district and category with the source of this system:',

  'figures.data': 'Open data',
  'figures.data.text':
    'Anybody may use these files ({licence}, name the source). Published reports have their published words alone, places to about 100 m; what the figures are made of has no words, numbers or places.',
  'figures.data.statistics': 'The numbers of this page (CSV)',
  'figures.data.figures': 'What the figures are made of (CSV)',
  'figures.data.reports': 'Published reports (CSV)',
  'figures.data.map': 'Published reports for maps (GeoJSON)',
  'figures.data.feed': 'Newly published reports, a feed (Atom)',
  'figures.data.api': 'The API, for programs',
  'figures.data.licence': 'The licence in full: {licence}',
}
