import type { Reply } from '@/api/client'
import { isProblem, Problem } from '@/api/problems'
import { useOwner } from '@/api/session'
import type { Tenant } from '@/api/types'
import { useMutation } from '@/api/use-mutation'
import { useI18n } from '@/i18n'
import { isReadable } from '@/lib/colour'
import { useKept } from '@/lib/use-kept'
import { Button } from '@/ui/button'
import { ErrorSummary } from '@/ui/error-summary'
import { Choice, Fieldset, TextArea, TextField } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { changeTenant } from '../api'

const FIELDS = ['name', 'about', 'colour', 'accent', 'contactEmail', 'contactPhone'] as const
type Field = (typeof FIELDS)[number]

const LABEL = {
  name: 'settings-name',
  about: 'settings-about',
  colour: 'settings-colour',
  accent: 'settings-accent',
  contactEmail: 'settings-email',
  contactPhone: 'settings-phone',
} as const

const mapped = (value: (field: Field) => string) => Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as Record<Field, string>

/** What is typed, and what it began from. */
function begun(tenant: Tenant, etag: string) {
  const values = mapped((field) => tenant[field])
  return { values, before: values, languages: tenant.languages, spoke: tenant.languages, etag }
}

export function TenantForm(props: { tenant: Tenant; etag: string; reload: () => Promise<Reply<Tenant>>; onSaved: (saved: Reply<Tenant>) => void }) {
  const { t } = useI18n()
  const { slug } = props.tenant
  const { form, write, arrived } = useKept(`${useOwner()}/settings-${slug}`, begun(props.tenant, props.etag))
  const { values, languages } = form
  const save = useMutation({
    mutationFn: ({ values, languages, etag }: typeof form) => changeTenant(slug, { ...values, languages }, etag),
    // Somebody else was ahead: what one did not touch becomes as they left it, before it is saved again.
    onError: async (error) => {
      const now = isProblem(error, 412) ? await props.reload().catch(() => null) : null
      if (!now) return
      const theirs = begun(now.data, now.etag ?? '')
      const isOwn = (field: Field) => values[field] !== form.before[field]
      write({ ...theirs, values: mapped((field) => (isOwn(field) ? values : theirs.values)[field]), ...(String(languages) === String(form.spoke) ? {} : { languages }) })
    },
    onSuccess: (saved, sent) => {
      const now = begun(saved.data, saved.etag ?? '')
      const { before, spoke, etag } = now
      arrived(sent, now, { before, spoke, etag })
      toast(t('settings-saved'))
      props.onSaved(saved)
    },
  })
  const problem = save.error instanceof Problem ? save.error : null
  const set = (field: Field) => (event: { currentTarget: { value: string } }) => write({ values: { ...values, [field]: event.currentTarget.value } })
  const field = (name: Field) => {
    const refused = problem?.errors.find((entry) => entry.pointer === `/${name}`)?.detail
    const error = refused ?? ((name === 'colour' || name === 'accent') && !isReadable(values[name]) ? t('settings-colour-unreadable') : undefined)
    return { id: `settings-${name}`, label: t(LABEL[name]), value: values[name], onInput: set(name), ...(error ? { error } : {}) }
  }
  return (
    <form
      className="np-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(form)
      }}
    >
      {problem && problem.errors.length > 0 ? (
        <ErrorSummary entries={problem.errors.map((entry) => ({ field: `settings${entry.pointer.replace('/', '-')}`, sentence: entry.detail }))} />
      ) : null}
      <TextField required {...field('name')} />
      <TextArea required {...field('about')} rows={3} />
      <TextField {...field('colour')} type="color" hint={t('settings-colour-hint')} short />
      <TextField {...field('accent')} type="color" short />
      <Languages chosen={languages} error={problem?.errors.find((entry) => entry.pointer.startsWith('/languages'))?.detail} onChange={(chosen) => write({ languages: chosen })} />
      <TextField required {...field('contactEmail')} type="email" />
      <TextField required {...field('contactPhone')} type="tel" />
      {problem && problem.errors.length > 0 ? null : <Refused error={save.error} />}
      <div>
        <Button appearance="primary" type="submit" busy={save.isPending}>
          {t('action-save')}
        </Button>
      </div>
    </form>
  )
}

const LANGUAGES: readonly Tenant['languages'][number][] = ['nl', 'en']

/** In which languages the organisation speaks; one at least. */
function Languages(props: { chosen: Tenant['languages']; error: string | undefined; onChange: (languages: Tenant['languages']) => void }) {
  const { t } = useI18n()
  const toggle = (language: Tenant['languages'][number], on: boolean) => props.onChange(LANGUAGES.filter((one) => (one === language ? on : props.chosen.includes(one))))
  return (
    <Fieldset legend={t('settings-languages')} hint={t('settings-languages-hint')}>
      {props.error ? <p className="np-save-line">{props.error}</p> : null}
      {LANGUAGES.map((language) => (
        <Choice
          key={language}
          type="checkbox"
          label={t(language === 'nl' ? 'language-nl' : 'language-en')}
          checked={props.chosen.includes(language)}
          onChange={(event) => toggle(language, event.currentTarget.checked)}
        />
      ))}
    </Fieldset>
  )
}
