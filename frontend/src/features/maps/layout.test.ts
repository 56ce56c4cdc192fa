import { expect, it } from 'vitest'
import type { DebatePosition } from '@/api/types'
import { drawn, inOrder, type MapText, wrapped } from './layout'

const position = (number: number, role: DebatePosition['role'], side: DebatePosition['side'], relations: DebatePosition['relations'] = []): DebatePosition => ({ number, name: `Partij ${String(number)}`, role, side, interests: '', needs: '', risk: null, relations })
const map = (positions: DebatePosition[]): MapText => ({ subject: 'Plein', one: 'Dicht', other: 'Open', question: '', positions })

it('goes from one end of the debate to the other, by way of the middle', () => {
  const positions = [position(1, 'pusher', 'other'), position(2, 'middle', 'between'), position(3, 'joiner', 'one'), position(4, 'pusher', 'one'), position(5, 'joiner', 'other')]
  expect(inOrder(positions).map((it) => it.number)).toEqual([4, 3, 2, 5, 1])
})

it('breaks names at their words, and never runs out of the picture', () => {
  expect(wrapped('Wie vlak aan het plein woont', 15, 2)).toEqual(['Wie vlak aan', 'het plein woont'])
  expect(wrapped('een twee drie vier', 5, 2)).toEqual(['een', 'twee…'])
  expect(wrapped('Onuitspreekbaarlangwoord', 8, 2)).toEqual(['Onuitsp…'])
})

it('gives each position a place of its own, inside the band of its side', () => {
  const { rows, bands, height } = drawn(map([position(1, 'pusher', 'one'), position(2, 'scapegoat', 'between'), position(3, 'joiner', 'other')]), () => 1)
  const ys = rows.map((row) => row.y)
  expect(ys).toEqual(ys.toSorted((a, b) => a - b))
  rows.forEach((row, index) => {
    const band = bands[index]
    expect(row.y > (band?.y ?? 0) && row.y < (band?.y ?? 0) + (band?.height ?? 0)).toBe(true)
  })
  expect(bands.map((band) => band.isBetween)).toEqual([false, true, false])
  expect(ys.every((y) => y < height)).toBe(true)
})

it('draws what positions have to do with each other, and nothing to what is not there', () => {
  const { arcs } = drawn(map([position(1, 'pusher', 'one', [{ to: 2, kind: 'opposes' }, { to: 9, kind: 'supports' }]), position(2, 'middle', 'between', [{ to: 1, kind: 'influences' }])]), () => 1)
  expect(arcs.map((arc) => arc.key)).toEqual(['1-2-opposes', '2-1-influences'])
  expect(arcs[0]?.line).not.toBe(arcs[1]?.line)
})
