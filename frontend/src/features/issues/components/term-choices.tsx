import type { Term } from '@/api/types'
import { Choice, Fieldset } from '@/ui/field'

export function TermChoices(props: { legend: string; hint?: string; terms: readonly Term[]; chosen: readonly string[]; onChange: (terms: string[]) => void }) {
  if (props.terms.length === 0) return null
  const toggle = (id: string, on: boolean) => props.onChange(on ? [...props.chosen, id] : props.chosen.filter((other) => other !== id))
  return (
    <Fieldset legend={props.legend} {...(props.hint ? { hint: props.hint } : {})}>
      <div className="np-choices">
        {props.terms.map((term) => (
          <Choice key={term.id} type="checkbox" label={term.name} checked={props.chosen.includes(term.id)} onChange={(event) => toggle(term.id, event.currentTarget.checked)} />
        ))}
      </div>
    </Fieldset>
  )
}
