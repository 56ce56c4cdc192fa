import { useRef, useState } from 'react'
import type { FieldProblem } from '@/api/problems'
import { useI18n } from '@/i18n'
import { announce } from '@/lib/announcer'
import { errorAt, fieldId } from '@/lib/pointers'
import { Button } from '@/ui/button'
import { Fieldset, Select, TextArea, TextField } from '@/ui/field'
import type { Fields } from '../form'
import { NEED } from '../words'

const WORDS = {
  all: { name: 'issue-perspective-name', add: 'issue-perspective-add', remove: 'issue-perspective-remove-name', row: 'issue-perspective-row' },
  names: { name: 'issue-proposal-group', add: 'issue-proposal-group-add', remove: 'issue-proposal-group-remove', row: 'issue-proposal-group-row' },
} as const
export const NEW_ROW: Fields['perspectives'][number] = { id: null, name: '', experience: '', need: 'needed', wanted: 2 }

interface Props {
  legend?: string
  hint?: string
  /** Of whoever proposes an issue no more than the names is asked. */
  only?: 'names'
  /** Where the rows stand in the form. */
  at?: string
  rows: Fields['perspectives']
  errors: readonly FieldProblem[]
  onChange: (rows: Fields['perspectives']) => void
}

/** Which views are needed, what such a person has seen or done, and how many people of each; one row a view. */
export function PerspectiveRows({ legend, hint, only, at = '/perspectives', rows, errors, onChange }: Props) {
  const { t } = useI18n()
  const words = WORDS[only ?? 'all']
  const list = useRef<HTMLDivElement>(null)
  const addButton = useRef<HTMLDivElement>(null)
  const set = (index: number, changes: Partial<Fields['perspectives'][number]>) => onChange(rows.map((row, place) => (place === index ? { ...row, ...changes } : row)))
  const add = () => {
    onChange([...rows, NEW_ROW])
    goTo(rows.length)
  }
  const remove = (index: number) => {
    onChange(rows.filter((_, place) => place !== index))
    announce(t('issue-perspective-removed', { row: rowName(index) }))
    goTo(Math.max(0, index - 1))
  }
  const rowName = (index: number) => t(words.row, { number: index + 1, name: rows[index]?.name.trim() || t('issue-perspective-unnamed') })
  /** To the first field of a row; where no row is left, to the button that adds one. */
  const goTo = (index: number) =>
    requestAnimationFrame(() => (list.current?.querySelectorAll<HTMLElement>('.np-perspective')[index]?.querySelector('input') ?? addButton.current?.querySelector('button'))?.focus())
  return (
    <Fieldset legend={legend ?? t('issue-perspectives')} hint={hint ?? t('issue-perspectives-hint')}>
      <div ref={list} className="np-stack" id={fieldId(at)} tabIndex={-1}>
        {rows.map((row, index) => {
          const pointer = `${at}/${String(index)}`
          const error = errorAt(errors, `${pointer}/name`)
          const tooLong = errorAt(errors, `${pointer}/experience`)
          return (
            // By its place, and not by the id that it gets when it is saved: that would take the field away from whoever types in it.
            <div key={index} className="np-perspective" role="group" aria-label={rowName(index)}>
              <TextField
                required
                id={fieldId(`${pointer}/name`)}
                label={t(words.name, { number: index + 1 })}
                {...(error ? { error } : {})}
                value={row.name}
                onInput={(event) => set(index, { name: event.currentTarget.value })}
              />
              {only === 'names' ? null : (
                <>
                  <div className="np-perspective__experience">
                    <TextArea
                      optional
                      id={fieldId(`${pointer}/experience`)}
                      label={t('issue-perspective-experience')}
                      {...(index === 0 ? { hint: t('issue-perspective-experience-hint') } : {})}
                      {...(tooLong ? { error: tooLong } : {})}
                      rows={2}
                      maxLength={300}
                      value={row.experience}
                      onInput={(event) => set(index, { experience: event.currentTarget.value })}
                    />
                  </div>
                  <Select label={t('issue-perspective-need')} value={row.need} onChange={(event) => set(index, { need: event.currentTarget.value === 'welcome' ? 'welcome' : 'needed' })}>
                    <option value="needed">{t(NEED.needed.choice)}</option>
                    <option value="welcome">{t(NEED.welcome.choice)}</option>
                  </Select>
                  <Wanted id={fieldId(`${pointer}/wanted`)} error={errorAt(errors, `${pointer}/wanted`)} wanted={row.wanted} onChange={(wanted) => set(index, { wanted })} />
                </>
              )}
              {only === 'names' && rows.length === 1 ? null : (
                <Button appearance="subtle" aria-label={t(words.remove, { number: index + 1 })} onClick={() => remove(index)}>
                  {t('action-remove')}
                </Button>
              )}
            </div>
          )
        })}
        <div ref={addButton}>
          <Button appearance="secondary" onClick={add}>
            {t(words.add)}
          </Button>
        </div>
      </div>
    </Fieldset>
  )
}

/** How many people: while it is typed it may be empty, or too much; what is left counts. */
function Wanted({ id, error, wanted, onChange }: { id: string; error: string | undefined; wanted: number; onChange: (wanted: number) => void }) {
  const { t } = useI18n()
  const [typed, setTyped] = useState<string | null>(null)
  const within = (text: string) => Math.min(99, Math.max(1, Math.trunc(Number(text)) || 1))
  return (
    <TextField
      required
      short
      id={id}
      label={t('issue-perspective-wanted')}
      error={error}
      type="number"
      min={1}
      max={99}
      value={typed ?? String(wanted)}
      onInput={(event) => {
        const { value } = event.currentTarget
        setTyped(value)
        if (value.trim() !== '') onChange(within(value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
