import { useState } from 'react'
import { type BlackBox, firstBox } from '@/platform/black-box'

/** The boxes of one photo, with every step back. */
export function useBoxes() {
  const [steps, setSteps] = useState<readonly (readonly BlackBox[])[]>([[]])
  const [chosen, setChosen] = useState<number | null>(null)
  const boxes = steps[steps.length - 1] ?? []
  const now = (next: readonly BlackBox[]) => setSteps([...steps, next])
  return {
    boxes,
    chosen,
    choose: setChosen,
    add(box: BlackBox = firstBox) {
      now([...boxes, box])
      setChosen(boxes.length)
    },
    change(index: number, box: BlackBox) {
      now(boxes.map((one, at) => (at === index ? box : one)))
    },
    remove(index: number) {
      now(boxes.filter((_, at) => at !== index))
      setChosen(null)
    },
    canUndo: steps.length > 1,
    undo() {
      setSteps(steps.slice(0, -1))
      setChosen(null)
    },
  }
}
