/** Our own line drawings; always beside words or under a label, so always hidden from screen readers. */
const DRAWINGS = {
  bell: 'M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M10 20a2 2 0 0 0 4 0',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 20 20',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4 20c1-4 4-6 8-6s7 2 8 6',
  chevron: 'M7 10l5 5 5-5',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  eye: 'M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  quote: 'M5 17V11a4 4 0 0 1 4-4M14 17V11a4 4 0 0 1 4-4M5 13h4v4H5zM14 13h4v4h-4z',
} as const

export function Icon(props: { name: keyof typeof DRAWINGS }) {
  return (
    <svg className="np-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[props.name]} />
    </svg>
  )
}
