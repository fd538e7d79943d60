import { useText } from '@/locale/use-text'
import { scanCode } from '@/platform/scan-code'
import { Button } from './button'
import type { CodeReaderProps } from './code-reader'

/** WeChat's own scanner, which reads pictures of the album too. */
export function CodeReader({ onText }: CodeReaderProps) {
  const t = useText()
  const scan = async () => {
    const text = await scanCode()
    if (text !== null) onText(text)
  }
  return (
    <Button kind="primary" block icon="qr" onClick={() => void scan()}>
      {t('scan.title')}
    </Button>
  )
}
