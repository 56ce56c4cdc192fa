import { Select } from './field'

interface Term {
  id: string
  name: string
}

/** Narrows a list by one theme or region. */
export function TermSelect(props: { label: string; all: string; terms: readonly Term[]; value: string; onChange: (value: string) => void }) {
  if (props.terms.length === 0) return null
  return (
    <Select label={props.label} value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
      <option value="">{props.all}</option>
      {props.terms.map((term) => (
        <option key={term.id} value={term.id}>
          {term.name}
        </option>
      ))}
    </Select>
  )
}
