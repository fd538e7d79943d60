import type { ShownCaseFigure } from '@shared/contract/reform-case.ts'
import { Box } from '@/kit/box'
import { Drawing } from '@/kit/drawing'
import type { Drawing as DrawingData } from '@/kit/drawing-data'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { useCaseLanguage } from '../case-card/use-case-title'
import { FigureNumber } from './figure-number'
import type { FigurePicture } from './figure-picture'

export interface FigureCardProps {
  figure: ShownCaseFigure
  picture: FigurePicture
}

/** A figure drawn, and told: what it is, how much, what exactly was counted. */
export function FigureCard({ figure, picture }: FigureCardProps) {
  return (
    <Box gap={2} lang={useCaseLanguage()}>
      <Box>
        <Text block strong>
          {figure.label}
        </Text>
        <FigureNumber text={figure.text} />
      </Box>
      <Picture picture={picture} />
      <Text block size="small" tone="muted">
        {figure.counts}
      </Text>
    </Box>
  )
}

function Picture({ picture }: { picture: FigurePicture }) {
  const t = useText()
  switch (picture.kind) {
    case 'none':
      return null
    case 'dots':
      return <Dots drawing={picture.drawing} each={picture.each} />
    case 'share':
      return <Drawing drawing={picture.drawing} className="case-bar" />
    case 'reform':
      return (
        <Box gap={1}>
          <Bar label={t('cases.figure.before')} drawing={picture.before} value={picture.from} />
          <Bar label={t('cases.figure.after')} drawing={picture.after} value={picture.to} />
        </Box>
      )
    case 'growth':
      return (
        <Box gap={1}>
          <Bar label={t('cases.figure.then')} drawing={picture.before} />
          <Bar label={t('cases.figure.now')} drawing={picture.after} />
        </Box>
      )
  }
}

function Bar({ label, drawing, value }: { label: string; drawing: DrawingData; value?: number }) {
  return (
    <Box row align="center" gap={2}>
      <Text size="small" tone="muted" className="case-bar-label">
        {label}
      </Text>
      <Box grow>
        <Drawing drawing={drawing} className="case-bar" />
      </Box>
      {value !== undefined && <Text strong>{value}</Text>}
    </Box>
  )
}

function Dots({ drawing, each }: { drawing: DrawingData; each: number }) {
  const t = useText()
  const format = useFormat()
  const full = format.number(each)
  const amount = each >= 10_000 ? t('cases.figure.wan', { n: each / 10_000, full }) : full
  return (
    <Box gap={1}>
      <Drawing drawing={drawing} className="case-dots" />
      {each > 1 && (
        <Text block size="tiny" tone="muted">
          {t('cases.figure.dot', { n: amount })}
        </Text>
      )}
    </Box>
  )
}
