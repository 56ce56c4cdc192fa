import { expect, it } from 'vitest'
import { isLate, named, othersHere, whoDoes } from './words'

it('tells all names of a few, and some of many, and never how many', () => {
  expect(named(['Noor', 'Bram', 'Fatima', 'Joost'])).toEqual({ shown: ['Noor', 'Bram', 'Fatima', 'Joost'], more: false })
  expect(named(['Noor', 'Bram', 'Fatima', 'Joost', 'Ann'])).toEqual({ shown: ['Noor', 'Bram', 'Fatima'], more: true })
})

it('tells who else is here, never of who is muted, and of many how many more', () => {
  const people = ['Ann', 'Bram', 'Fatima', 'Joost', 'Noor'].map((name) => ({ name, person: `p-${name}` }))
  const muted = (by: { author: string }) => by.author === 'p-Bram'
  expect(othersHere(people, 'p-Ann', muted)).toEqual({ names: ['Fatima', 'Joost', 'Noor'], more: 0 })
  expect(othersHere(people, 'p-Ann', () => false)).toEqual({ names: ['Bram', 'Fatima'], more: 2 })
  expect(othersHere(people.slice(0, 1), 'p-Ann', muted)).toEqual({ names: [], more: 0 })
})

it('says who does a task, and when its day is over', () => {
  const say = ((key: string, words?: Record<string, unknown>) => [key, ...Object.values(words ?? {})].join(' ')) as never
  expect([
    whoDoes(say, { doer: 'nobody', mine: false, name: null }),
    whoDoes(say, { doer: 'runners', mine: false, name: null }),
    whoDoes(say, { doer: 'person', mine: true, name: 'Fatima' }),
    whoDoes(say, { doer: 'person', mine: false, name: 'Fatima' }),
    whoDoes(say, { doer: 'person', mine: false, name: null }),
  ]).toEqual(['task-of-nobody', 'task-of-runners', 'task-of-you', 'task-of Fatima', 'task-of-gone'])
  const due = '2026-12-01T12:00:00Z'
  expect(['2026-11-30T22:00:00Z', '2026-12-01T22:59:00Z', '2026-12-01T23:01:00Z'].map((moment) => new Date(moment)).map((now) => isLate(due, now))).toEqual([false, false, true])
})
