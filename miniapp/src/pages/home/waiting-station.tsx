import { formatCode, parseCode } from '@shared/domain/receipt.ts'
import { Banner } from '@/kit/banner'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useWaitingStation } from '@/state/waiting-station'

/** A code that was scanned where there was no network. */
export function WaitingStation() {
  const t = useText()
  const code = useWaitingStation((waiting) => waiting.code)
  if (code === null) return null
  const shown = parseCode(code)
  return (
    <Banner
      tone="wait"
      title={t('station.waiting')}
      announce={false}
      actions={
        <Link to="station" query={{ code }} kind="plain">
          {t('station.waiting.open')}
        </Link>
      }
    >
      <Text>{shown ? formatCode(shown) : code}</Text>
    </Banner>
  )
}
