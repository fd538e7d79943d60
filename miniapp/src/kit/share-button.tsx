import { useState } from 'react'
import { useText } from '@/locale/use-text'
import { share, type Shared } from '@/platform/share'
import { Banner } from './banner'
import { Button } from './button'

export interface ShareButtonProps {
  shared: Shared
  block?: boolean
}

/** Hands a page on to a neighbour. */
export function ShareButton({ shared, block }: ShareButtonProps) {
  const t = useText()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const send = async () => {
    const done = await share(shared)
    setOutcome(done === 'shared' ? null : done)
  }
  return (
    <>
      <Button icon="send" block={block} onClick={() => void send()}>
        {t('public.share')}
      </Button>
      {outcome && (
        <Banner tone={outcome === 'copied' ? 'good' : 'bad'}>{t(`public.share.${outcome}`)}</Banner>
      )}
    </>
  )
}
