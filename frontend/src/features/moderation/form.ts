import type { FieldProblem } from '@/api/problems'
import type { NewDecision } from './api'

/** A decision as it is typed. */
export interface Typed {
  act: NewDecision['act'] | ''
  title: string
  until: string
  warn: boolean
  pause: boolean
  pauseUntil: string
  ground: NonNullable<NewDecision['ground']> | ''
  rule: string
  facts: string
}

export const EMPTY: Typed = { act: '', title: '', until: '', warn: false, pause: false, pauseUntil: '', ground: '', rule: '', facts: '' }

/** Something is done, to what stands there or to somebody: then it rests on something, and is asked for once more. */
export const isMeasure = ({ act, warn, pause }: Typed): boolean => (act !== '' && act !== 'leave') || warn || pause

/** All that the server would refuse for want of it, with its codes. */
export function missing(form: Typed): Omit<FieldProblem, 'detail'>[] {
  const asked = {
    act: ['moderation.act', true],
    title: ['text.empty', form.act === 'retitle'],
    until: ['moderation.until', form.act === 'hide'],
    pauseUntil: ['moderation.until', form.pause],
    ground: ['moderation.ground', isMeasure(form)],
    rule: ['text.empty', isMeasure(form)],
    facts: ['text.empty', true],
  } as const
  return (Object.keys(asked) as (keyof typeof asked)[])
    .filter((field) => asked[field][1] && form[field].trim() === '')
    .map((field) => ({ pointer: `/${field}`, code: asked[field][0] }))
}
