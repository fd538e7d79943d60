import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { useText } from '@/locale/use-text'
import { useIsOff } from '@/state/city-switches'
import type { Join } from './use-join'

/** Joins, or takes it back. */
export function JoinButton({ join, block }: { join: Join; block?: boolean }) {
  const t = useText()
  // Whoever has joined may still take it back.
  const isOff = useIsOff('joins')
  if (isOff && !join.joined) return null
  return (
    <>
      <Button
        icon={join.joined ? 'check' : 'people'}
        pressed={join.joined}
        block={block}
        busy={join.busy}
        onClick={join.toggle}
      >
        {t(join.joined ? 'join.done' : 'join.do')}
      </Button>
      {join.problem && <Banner tone="bad">{join.problem}</Banner>}
    </>
  )
}
