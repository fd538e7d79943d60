import { View } from '@tarojs/components'
import { useText } from '@/locale/use-text'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { TimelineProps } from './timeline'

export function Timeline({ label, steps }: TimelineProps) {
  const t = useText()
  return (
    <View className="k-timeline" ariaLabel={label} ariaRole="list">
      {steps.map(({ key, title, note, state, tone, icon, content }) => (
        <View
          key={key}
          className={classNames('k-event', `k-event-${state}`, tone && `k-event-${tone}`)}
          ariaRole="listitem"
        >
          <View className="k-event-mark">
            <Icon name={icon ?? eventIcons[state]} size="small" label={t(`common.state.${state}`)} />
          </View>
          <View className="k-event-body">
            <View className="k-event-title">{title}</View>
            {note !== undefined && <View className="k-event-note">{note}</View>}
            {content}
          </View>
        </View>
      ))}
    </View>
  )
}

const eventIcons = { done: 'check', now: 'clock', todo: 'more' } as const
