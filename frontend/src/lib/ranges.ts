/** Sets of whole numbers kept as sorted, disjoint, inclusive ranges: what somebody has read of a conversation. */
type Range = readonly [first: number, last: number]
export type Ranges = readonly Range[]

/** Any ranges, in any order, made sorted and as few as possible. */
export function merge(ranges: Ranges): Ranges {
  const sorted = ranges.filter(([first, last]) => first <= last).sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [first, last] of sorted) {
    const previous = merged.at(-1)
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last)
    else merged.push([first, last])
  }
  return merged
}

export function add(ranges: Ranges, seq: number): Ranges {
  return includes(ranges, seq) ? ranges : merge([...ranges, [seq, seq]])
}

export function includes(ranges: Ranges, seq: number): boolean {
  return ranges.some(([first, last]) => first <= seq && seq <= last)
}

/** What is in `ranges` and not in `without`. */
export function subtract(ranges: Ranges, without: Ranges): Ranges {
  const rest: Range[] = []
  for (const [first, last] of merge(ranges)) {
    let from = first
    for (const [cutFirst, cutLast] of merge(without)) {
      if (cutLast < from || cutFirst > last) continue
      if (cutFirst > from) rest.push([from, cutFirst - 1])
      from = Math.max(from, cutLast + 1)
    }
    if (from <= last) rest.push([from, last])
  }
  return rest
}

export function count(ranges: Ranges): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0)
}
