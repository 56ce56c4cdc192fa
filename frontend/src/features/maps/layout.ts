import type { ActorMap, DebatePosition } from '@/api/types'

export type MapText = NonNullable<ActorMap['text']>
type RelationKind = NonNullable<DebatePosition['relations']>[number]['kind']

/** In units of the picture, which is as wide as a phone. */
export const WIDTH = 360
const MARKER_X = 104
const LINE = 17
const PAD = 14

interface Row {
  position: DebatePosition
  /** What stands beside it, line by line. */
  name: string[]
  /** Where its marker is. */
  x: number
  y: number
}

export interface Arc {
  key: string
  kind: RelationKind
  /** The line, and the head that says which way it goes. */
  line: string
  head: string
}

interface Band {
  /** Those who stand between the two. */
  isBetween: boolean
  y: number
  height: number
}

export interface Picture {
  rows: Row[]
  arcs: Arc[]
  bands: Band[]
  one: { lines: string[]; y: number }
  other: { lines: string[]; y: number }
  height: number
}

/** From one end of the debate to the other: who pushes stands farthest out, who builds bridges in the heart of it. */
const ORDER = ['one pusher', 'one joiner', 'between middle', 'between bridge-builder', 'between scapegoat', 'other joiner', 'other pusher']

export const inOrder = (positions: readonly DebatePosition[]): DebatePosition[] => positions.toSorted((a, b) => placeOf(a) - placeOf(b) || a.number - b.number)

const placeOf = ({ side, role }: DebatePosition) => ORDER.indexOf(`${side} ${role}`)

/** Breaks a text at its words; what does not fit at the end becomes an ellipsis. */
export function wrapped(text: string, width: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > width ? `${word.slice(0, width - 1)}…` : word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, width - 1)}…`]
}

/** Where everything stands. `extra` is how many lines stand below a name. */
export function drawn({ one, other, positions }: MapText, extra: (position: DebatePosition) => number): Picture {
  const first = wrapped(one, 44, 2)
  let y = PAD + first.length * LINE + PAD
  const rows: Row[] = []
  const bands: Band[] = []
  for (const isBetween of [false, true, false]) {
    const side = isBetween ? 'between' : bands.length === 0 ? 'one' : 'other'
    const inside = inOrder(positions).filter((it) => it.side === side)
    const start = y
    y += PAD
    for (const position of inside) {
      const name = wrapped(position.name, 33, 2)
      const height = (name.length + extra(position)) * LINE + PAD
      rows.push({ position, name, x: MARKER_X, y: y + height / 2 - PAD / 2 })
      y += height
    }
    y += inside.length > 0 ? 0 : LINE
    bands.push({ isBetween, y: start, height: y - start })
  }
  const last = wrapped(other, 44, 2)
  const end = y + PAD + LINE / 2
  return { rows, arcs: arcsOf(rows), bands, one: { lines: first, y: PAD + LINE / 2 }, other: { lines: last, y: end }, height: end + last.length * LINE }
}

function arcsOf(rows: readonly Row[]): Arc[] {
  const at = new Map(rows.map((row, index) => [row.position.number, { ...row, index }]))
  const arcs: Arc[] = []
  for (const from of at.values()) {
    for (const { to: number, kind } of from.position.relations ?? []) {
      const to = at.get(number)
      if (!to) continue
      const isDown = to.index > from.index
      // There and back do not lie on each other: each way leaves and lands on its own side of the marker.
      const [y1, y2] = isDown ? [from.y + 4, to.y - 4] : [from.y - 4, to.y + 4]
      const start = from.x - 15
      const tip = to.x - 15
      const far = Math.max(6, start - 14 - Math.abs(to.index - from.index) * 13 - (isDown ? 0 : 7))
      arcs.push({
        key: `${String(from.position.number)}-${String(number)}-${kind}`,
        kind,
        line: `M${String(start)} ${String(y1)}C${String(far)} ${String(y1)} ${String(far)} ${String(y2)} ${String(tip - 6)} ${String(y2)}`,
        head: `M${String(tip)} ${String(y2)}l-8 -4v8z`,
      })
    }
  }
  return arcs
}

/** Each role has a shape of its own, around its middle: colour alone tells nothing. */
export const SHAPE: Record<DebatePosition['role'], string> = {
  pusher: 'M0 -15L15 11H-15Z',
  joiner: 'M-12 0a12 12 0 1 0 24 0a12 12 0 1 0 -24 0',
  middle: 'M-12 -11h24v22h-24Z',
  'bridge-builder': 'M0 -14L14 0L0 14L-14 0Z',
  scapegoat: 'M-6 -13H6L13 -6V6L6 13H-6L-13 6V-6Z',
}
