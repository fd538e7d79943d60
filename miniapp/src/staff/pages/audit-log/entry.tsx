import type { AuditEntry } from '@shared/contract/audit.ts'
import type { Names } from '@shared/contract/reference.ts'
import { Box } from '@/kit/box'
import { Definition } from '@/kit/definition'
import { Disclosure } from '@/kit/disclosure'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'
import { useDetailRows } from './use-detail-rows'
import { useSentence } from './use-sentence'

interface EntryProps {
  entry: AuditEntry
  /** what codes in it stand for, as the list said */
  names: Names
}

/** One line of the log: a sentence, when and why; what else is known of it, and the codes, behind a press. */
export function Entry({ entry, names }: EntryProps) {
  const t = useStaffText()
  const format = useFormat()
  const sentence = useSentence(names)
  const detailRows = useDetailRows(names)
  const { seq, at, address, device, subject, detail, hash } = entry
  const from = [address, device].filter(Boolean).join(' · ')
  const { rows, rest } = detailRows(detail)
  return (
    <ListItem title={sentence(entry)} note={format.dateTime(at)}>
      {typeof detail.reason === 'string' && (
        <Text size="small" block>
          {t('staff.audit.reason', { reason: detail.reason })}
        </Text>
      )}
      <Disclosure title={t('staff.audit.more', { n: seq })}>
        <Box gap={2}>
          {rows.length > 0 && <Definition rows={rows} />}
          {from !== '' && (
            <Text size="small" block>
              {t('staff.audit.from', { from })}
            </Text>
          )}
          <Text size="small" tone="muted" block className="staff-code">
            {[t('staff.audit.codes', { subject }), rest, t('staff.audit.hash', { hash })]
              .filter(Boolean)
              .join('\n')}
          </Text>
        </Box>
      </Disclosure>
    </ListItem>
  )
}
