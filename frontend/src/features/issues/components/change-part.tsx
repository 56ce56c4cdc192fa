import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem } from '@/api/problems'
import type { Capacity, Issue, Me, OwnPart as Part } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { type Translate, useI18n } from '@/i18n'
import { namesPeople } from '@/lib/regimes'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Choice, Fieldset, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { changeOwnPart, ownPartQuery, participantsQuery } from '../api'
import { spokenAs } from '../words'

interface Props {
  tenant: string
  issue: Issue
  part: Part
  memberships: Me['memberships']
  /** Saved, or knowingly left as it is. */
  onChosen?: () => void
  onClose: () => void
}

/** Another name, where names are shown, another perspective, or another capacity to speak in. */
export function ChangePart({ tenant, issue, part, memberships, onChosen, onClose }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [name, setName] = useState(part.name)
  const [perspective, setPerspective] = useState(part.perspective ?? null)
  const [spoken, setSpoken] = useState<{ capacity: Capacity; organisation: string | null }>({ capacity: part.capacity, organisation: part.organisation ?? null })
  const save = useMutation({
    mutationFn: () => changeOwnPart(tenant, issue.id, { perspective, ...spoken, ...(name === part.name ? {} : { name }) }),
    onSuccess: (saved) => {
      client.setQueryData(ownPartQuery(tenant, issue.id).queryKey, saved)
      void client.invalidateQueries({ queryKey: participantsQuery(tenant, issue.id).queryKey })
      toast(t('own-part-saved'))
      done()
    },
  })
  const done = () => {
    onChosen?.()
    onClose()
  }
  const { error } = save
  const faults = isProblem(error) ? error.errors : []
  const at = (pointer: string) => faults.find((fault) => fault.pointer === pointer)?.detail
  const atSpoken = at('/organisation') ?? at('/capacity')
  const current = valueOf(part.capacity, part.organisation)
  const ways = waysOf(t, part, memberships, issue.role === 'official')
  const isSame = name === part.name && perspective === (part.perspective ?? null) && valueOf(spoken.capacity, spoken.organisation) === current
  return (
    <Dialog
      title={t('own-part-title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" busy={save.isPending} onClick={() => (isSame ? done() : save.mutate())}>
          {t('action-save')}
        </Button>
      }
    >
      <Refused error={error} fields={['/name', '/perspective', '/organisation', '/capacity']} />
      {namesPeople(issue.regime) ? <TextField required label={t('own-part-name')} hint={t('own-part-name-hint')} value={name} autoComplete="name" error={at('/name')} onInput={(event) => setName(event.currentTarget.value)} /> : null}
      {issue.perspectives.length > 0 ? (
        <Fieldset legend={t('own-part-perspective')} hint={t('own-part-perspective-hint')} error={at('/perspective')}>
          {issue.perspectives.map((one) => (
            <Choice key={one.id} type="radio" name="perspective" label={one.name} {...(one.experience ? { hint: one.experience } : {})} checked={perspective === one.id} onChange={() => setPerspective(one.id)} />
          ))}
          <Choice type="radio" name="perspective" label={t('own-part-none')} checked={perspective === null} onChange={() => setPerspective(null)} />
        </Fieldset>
      ) : null}
      <Fieldset legend={t('own-part-capacity')} hint={t('own-part-capacity-hint')} error={atSpoken}>
        {ways.map(({ capacity, organisation, label }) => (
          <Choice
            key={valueOf(capacity, organisation)}
            type="radio"
            name="capacity"
            label={label}
            checked={valueOf(spoken.capacity, spoken.organisation) === valueOf(capacity, organisation)}
            onChange={() => setSpoken({ capacity, organisation })}
          />
        ))}
      </Fieldset>
    </Dialog>
  )
}

/** A capacity and the organisation behind it are one choice. */
const valueOf = (capacity: Capacity, organisation: string | null | undefined): string => (capacity === 'personal' ? capacity : `${capacity}:${organisation ?? ''}`)

interface Way {
  capacity: Capacity
  organisation: string | null
  label: string
}

/**
 * How one can speak. Somebody may speak for an organisation of which they are no member: that stays one of the ways. As an
 * official speaks who has a task there or was invited as one; from others it would be refused.
 */
function waysOf(t: Translate, part: Part, memberships: Me['memberships'], invitedAsOfficial: boolean): Way[] {
  const now: Way = { capacity: part.capacity, organisation: part.organisation ?? null, label: spokenAs(t, part.capacity, part.organisationName ?? '') }
  const ways: Way[] = [
    { capacity: 'personal', organisation: null, label: t('own-part-personal') },
    ...memberships.flatMap(({ tenant, tenantName, role }) =>
      (role === 'member' && !invitedAsOfficial ? (['on-behalf'] as const) : (['on-behalf', 'official'] as const)).map((capacity) => ({ capacity, organisation: tenant, label: spokenAs(t, capacity, tenantName) })),
    ),
  ]
  const isAmong = ways.some((way) => valueOf(way.capacity, way.organisation) === valueOf(now.capacity, now.organisation))
  return isAmong ? ways : [now, ...ways]
}
