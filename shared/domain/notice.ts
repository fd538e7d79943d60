/** Why somebody is told: something happened to a report, or their time for it is running out. */
export const NOTICE_KINDS = ['event', 'reminder'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Whom a notice is for: one account, or everybody who serves in an office. `desk` is a district's supervisors. */
export const RECIPIENT_KINDS = ['account', 'station', 'body', 'deputy', 'desk'] as const
export type RecipientKind = (typeof RECIPIENT_KINDS)[number]
