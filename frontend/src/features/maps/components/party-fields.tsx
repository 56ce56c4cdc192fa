import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Select, TextArea, TextField } from '@/ui/field'
import { inRole, type Party, type Writing } from '../form'
import { DEGREES, IMPACT, LIKELIHOOD, RELATION, RELATIONS, ROLE, ROLES } from '../words'

interface Props {
  writing: Writing
  party: Party
  /** Where it stands in the form. */
  at: number
  wrong: (pointer: string) => string | undefined
  onChange: (change: (party: Party) => Party) => void
  onRemove: () => void
}

/** One party of the map: a group or an organisation, as a position in the debate. */
export function PartyFields({ writing, party, at, wrong, onChange, onRemove }: Props) {
  const { t } = useI18n()
  const id = (field: string) => `map-positions-${String(at)}-${field}`
  const fault = (field: string) => wrong(`/text/positions/${String(at)}/${field}`)
  const set = (change: Partial<Party>) => onChange((it) => ({ ...it, ...change }))
  const risk = (change: Partial<Party['risk']>) => onChange((it) => ({ ...it, risk: { ...it.risk, ...change } }))
  return (
    <div className="np-stack">
      <TextField required id={id('name')} label={t('map-name')} hint={t('map-name-hint')} error={fault('name')} maxLength={120} value={party.name} onInput={(event) => set({ name: event.currentTarget.value })} />
      <Select id={id('role')} label={t('map-role')} hint={t(ROLE[party.role].hint)} value={party.role} onChange={(event) => onChange((it) => inRole(it, event.currentTarget.value as Party['role']))}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t(ROLE[role].name)}
          </option>
        ))}
      </Select>
      {party.side === 'between' ? null : (
        <Select id={id('side')} label={t('map-side')} error={fault('side')} value={party.side} onChange={(event) => set({ side: event.currentTarget.value as Party['side'] })}>
          <option value="one">{writing.one || t('map-one')}</option>
          <option value="other">{writing.other || t('map-other')}</option>
        </Select>
      )}
      <TextArea optional id={id('interests')} label={t('map-interests')} hint={t('map-interests-hint')} error={fault('interests')} rows={2} maxLength={600} value={party.interests} onInput={(event) => set({ interests: event.currentTarget.value })} />
      <TextArea optional id={id('needs')} label={t('map-needs')} hint={t('map-needs-hint')} error={fault('needs')} rows={2} maxLength={600} value={party.needs} onInput={(event) => set({ needs: event.currentTarget.value })} />
      <TextArea optional id={id('risk-words')} label={t('map-risk')} hint={t('map-risk-hint')} error={fault('risk/words')} rows={2} maxLength={600} value={party.risk.words} onInput={(event) => risk({ words: event.currentTarget.value })} />
      {party.risk.words.trim() ? (
        <div className="np-row">
          <Select label={t('map-likelihood')} value={party.risk.likelihood} onChange={(event) => risk({ likelihood: event.currentTarget.value as Party['risk']['likelihood'] })}>
            {DEGREES.map((degree) => (
              <option key={degree} value={degree}>
                {t(LIKELIHOOD[degree])}
              </option>
            ))}
          </Select>
          <Select label={t('map-impact')} value={party.risk.impact} onChange={(event) => risk({ impact: event.currentTarget.value as Party['risk']['impact'] })}>
            {DEGREES.map((degree) => (
              <option key={degree} value={degree}>
                {t(IMPACT[degree])}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
      <Relations writing={writing} party={party} error={fault('relations')} onChange={(relations) => set({ relations })} />
      <div>
        <Button appearance="subtle" danger onClick={onRemove}>
          {t('map-position-remove', { name: party.name || t('map-position', { number: party.number }) })}
        </Button>
      </div>
    </div>
  )
}

function Relations({ writing, party, error, onChange }: { writing: Writing; party: Party; error: string | undefined; onChange: (relations: Party['relations']) => void }) {
  const { t } = useI18n()
  const others = writing.parties.filter((it) => it.number !== party.number)
  const [first] = others
  if (!first) return null
  const called = (it: Party) => it.name || t('map-position', { number: it.number })
  const set = (index: number, change: Partial<Party['relations'][number]>) => onChange(party.relations.map((it, at) => (at === index ? { ...it, ...change } : it)))
  return (
    <fieldset className="np-fieldset np-stack np-stack--tight">
      <legend>{t('map-relations')}</legend>
      {error ? <p className="utrecht-form-field-error-message">{error}</p> : null}
      {party.relations.map((relation, index) => (
        <div key={index} className="np-row np-map__relation">
          <Select label={t('map-relation-kind')} value={relation.kind} onChange={(event) => set(index, { kind: event.currentTarget.value as Party['relations'][number]['kind'] })}>
            {RELATIONS.map((kind) => (
              <option key={kind} value={kind}>
                {t(RELATION[kind])}
              </option>
            ))}
          </Select>
          <Select label={t('map-relation-to')} value={String(relation.to)} onChange={(event) => set(index, { to: Number(event.currentTarget.value) })}>
            {others.map((it) => (
              <option key={it.number} value={String(it.number)}>
                {called(it)}
              </option>
            ))}
          </Select>
          <Button
            appearance="subtle"
            danger
            aria-label={t('map-relation-remove-name', { name: called(party), other: called(others.find((it) => it.number === relation.to) ?? first) })}
            onClick={() => onChange(party.relations.filter((_, at) => at !== index))}
          >
            {t('map-relation-remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...party.relations, { to: first.number, kind: 'supports' }])}>{t('map-relation-add')}</Button>
      </div>
    </fieldset>
  )
}
