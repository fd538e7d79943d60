import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { type BlackBox, grownBox, movedBox } from '@/platform/black-box'
import { useStaffText } from '../../locale/use-staff-text'
import type { useBoxes } from './use-boxes'

const STEP = 0.03
const CHANGES = {
  left: (box: BlackBox) => movedBox(box, -STEP, 0),
  right: (box: BlackBox) => movedBox(box, STEP, 0),
  up: (box: BlackBox) => movedBox(box, 0, -STEP),
  down: (box: BlackBox) => movedBox(box, 0, STEP),
  wider: (box: BlackBox) => grownBox(box, STEP, 0),
  narrower: (box: BlackBox) => grownBox(box, -STEP, 0),
  taller: (box: BlackBox) => grownBox(box, 0, STEP),
  shorter: (box: BlackBox) => grownBox(box, 0, -STEP),
} as const
const NAMES = Object.keys(CHANGES) as (keyof typeof CHANGES)[]

/** All that a finger or a mouse can do with the boxes, as buttons. */
export function BoxTools({ tools }: { tools: ReturnType<typeof useBoxes> }) {
  const t = useStaffText()
  const { boxes, chosen, add, change, remove, canUndo, undo } = tools
  const box = chosen === null ? undefined : boxes[chosen]
  return (
    <Box gap={2}>
      <Box className="redaction-tools">
        <Button small icon="plus" onClick={() => add()}>
          {t('staff.black.add')}
        </Button>
        <Button small icon="back" disabled={!canUndo} onClick={undo}>
          {t('staff.black.undo')}
        </Button>
      </Box>
      {chosen !== null && box && (
        <Box className="redaction-tools">
          {NAMES.map((name) => (
            <Button key={name} small onClick={() => change(chosen, CHANGES[name](box))}>
              {t(`staff.black.${name}`)}
            </Button>
          ))}
          <Button small icon="trash" onClick={() => remove(chosen)}>
            {t('staff.black.remove')}
          </Button>
        </Box>
      )}
    </Box>
  )
}
