import type { Report, ReportAnswer } from '@shared/contract/report.ts'
import { PromiseArithmetic } from '@/components/promise-arithmetic/promise-arithmetic'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition, type DefinitionRow } from '@/kit/definition'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { type Format } from '@/locale/format'
import { useFormat } from '@/locale/use-text'
import { type StaffTranslate, useStaffText } from '../locale/use-staff-text'
import { FollowerLinks, LeadLink } from './report-links'

type Row = (report: Report, t: StaffTranslate, format: Format) => DefinitionRow | null

/** The rows in their order; a row that has nothing to say is left out. */
const rows: readonly Row[] = [
  ({ holder, state }, t) => ({
    label: t('staff.report.holder'),
    value: holder?.name ?? t(state === 'merged' ? 'staff.report.holder.merged' : 'staff.report.holder.none'),
  }),
  ({ lead }, t) => lead && { label: t('staff.report.lead'), value: <LeadLink {...lead} /> },
  ({ followers }, t) =>
    followers.length > 0
      ? { label: t('staff.report.followers'), value: <FollowerLinks numbers={followers} /> }
      : null,
  ({ dueAt }, t, format) =>
    dueAt ? { label: t('staff.report.due'), value: t('staff.due.at', { date: format.date(dueAt) }) } : null,
  (report, t, format) => ({ label: t('staff.report.promise'), value: promiseWords(report, t, format) }),
  ({ order }, t, format) => order && { label: t('staff.report.order'), value: orderWords(order, t, format) },
  ({ extension }, t) =>
    extension === 'none'
      ? null
      : { label: t('staff.report.extension'), value: t(`staff.report.extension.${extension}`) },
  ({ body }, t) => body && { label: t('staff.report.body'), value: body.name },
  ({ coBodies }, t) =>
    coBodies.length > 0
      ? {
          label: t('staff.report.co-bodies'),
          value: coBodies.map(({ name }) => name).join(t('report.comma')),
        }
      : null,
  ({ complexity }, t) => ({
    label: t('staff.report.complexity'),
    value: t(`staff.complexity.${complexity}`),
  }),
  ({ station }, t) =>
    station && { label: t('staff.report.station'), value: `${station.number} ${station.name}` },
  ({ rating, state }, t) =>
    rating || state === 'closed'
      ? {
          label: t('staff.report.rating'),
          value: rating ? ratingWords(rating, t) : t('staff.report.rating.none'),
        }
      : null,
  // Nobody asks a deputy: what they photograph in the street is not theirs to keep private.
  (report, t) =>
    report.channel === 'snapshot' && !report.public
      ? null
      : { label: t('staff.report.consent'), value: t(`staff.report.consent.${consentOf(report)}`) },
]

function promiseWords(report: Report, t: StaffTranslate, format: Format) {
  const { holder, promisedAt, promisedProvisional } = report
  const broken = holder !== null && new Date(promisedAt).getTime() < Date.now()
  return (
    <>
      {t('staff.due.at', { date: format.date(promisedAt) })}
      {broken && (
        <Text block strong tone="bad">
          {format.left(promisedAt)}
        </Text>
      )}
      {promisedProvisional && (
        <Text block size="small" tone="wait">
          {t('staff.report.provisional')}
        </Text>
      )}
    </>
  )
}

function orderWords({ text, dueAt }: NonNullable<Report['order']>, t: StaffTranslate, format: Format) {
  return (
    <>
      {text && (
        <Text block prose>
          {text}
        </Text>
      )}
      <Text tone="bad">{t('staff.report.order.due', { date: format.date(dueAt) })}</Text>
    </>
  )
}

function ratingWords(rating: NonNullable<Report['rating']>, t: StaffTranslate): string {
  const questions = ['answered', 'solved', 'satisfied'] as const
  return questions
    .map((name) => t(`report.rating.${name}.${rating[name] ? 'yes' : 'no'}`))
    .join(t('report.comma'))
}

function consentOf(report: Report): 'public' | 'yes' | 'no' {
  if (report.public) return 'public'
  return report.consentPublic ? 'yes' : 'no'
}

/** Who has it, until when, what was promised. */
export function ReportStatus({ answer: { report } }: { answer: ReportAnswer }) {
  const t = useStaffText()
  const format = useFormat()
  const shown = rows.flatMap((row) => row(report, t, format) ?? [])
  return (
    <Card as="section" label={t('staff.report.status')}>
      <Box gap={2}>
        <Heading>{t('staff.report.status')}</Heading>
        <Definition rows={shown} label={t('staff.report.status')} />
        <PromiseArithmetic promises={report.promises} />
      </Box>
    </Card>
  )
}
