import { useQueryClient } from '@tanstack/react-query'
import type { MyProfile } from '@/api/types'
import { useI18n } from '@/i18n'
import { languageNames } from '@/lib/languages'
import { Choice, Fieldset, TextArea, TextField } from '@/ui/field'
import { myProfileQuery, sayLanguages, sayRole, sayText, type TextPart } from '../profile-api'
import { PartForm } from './part-form'
import '../people.css'

const TEXTS = {
  experience: { name: 'parts-experience', hint: 'parts-experience-hint', most: 600, rows: 4 },
  story: { name: 'parts-story', hint: 'parts-story-hint', most: 3_000, rows: 8 },
} as const

const MOST_ROLE = 120

/** What I say of myself in my own words, the languages that I speak, and what I do where I am a member. Nobody is found by it. */
export function ProfileParts({ owner, profile }: { owner: string; profile: MyProfile }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const on = {
    onSaved: async (saved: MyProfile) => {
      // What was asked before this was saved may not come after it.
      await client.cancelQueries({ queryKey: myProfileQuery.queryKey })
      client.setQueryData(myProfileQuery.queryKey, saved)
    },
    onStale: () => client.fetchQuery({ ...myProfileQuery, staleTime: 0 }),
  }
  return (
    <section className="np-stack" aria-labelledby="parts-title">
      <div className="np-stack np-stack--tight">
        <h2 id="parts-title">{t('parts-title')}</h2>
        <p>{t('parts-lead')}</p>
      </div>
      {(['experience', 'story'] as const).map((part) => (
        <TextPartForm key={part} part={part} profile={profile} draft={`${owner}/profile-${part}`} {...on} />
      ))}
      <LanguagesForm profile={profile} draft={`${owner}/profile-languages`} {...on} />
      {profile.roles.map((role) => (
        <RoleForm key={role.organisation} profile={profile} role={role} draft={`${owner}/profile-role-${role.organisation}`} {...on} />
      ))}
      <p className="np-soft">{t('facets-consent')}</p>
    </section>
  )
}

interface Props {
  profile: MyProfile
  draft: string
  onSaved: (profile: MyProfile) => Promise<void>
  onStale: () => Promise<MyProfile>
}

function TextPartForm({ part, ...rest }: Props & { part: TextPart }) {
  const { t } = useI18n()
  const { name, hint, most, rows } = TEXTS[part]
  return (
    <PartForm
      name={t(name)}
      read={(profile) => {
        const said = profile[part]
        return said ? { ...said, what: said.text } : null
      }}
      nothing=""
      inWords={(text) => text}
      isEmpty={(text) => text.trim() === ''}
      field={(text, error, write) => (
        <TextArea optional label={t(name)} hint={t(hint, { count: most })} rows={rows} maxLength={most} {...(error ? { error } : {})} value={text} onInput={(event) => write(event.currentTarget.value)} />
      )}
      send={({ what, audience }, version) => sayText(part, what, audience, version)}
      {...rest}
    />
  )
}

function LanguagesForm(props: Props) {
  const { t, locale } = useI18n()
  const names = languageNames(locale, t)
  const known = props.profile.knownLanguages.toSorted((a, b) => names(a).localeCompare(names(b), locale))
  return (
    <PartForm<string[]>
      name={t('parts-languages')}
      read={({ languages: said }) => (said ? { ...said, what: said.languages } : null)}
      inWords={(languages) => languages.map(names).join(', ')}
      nothing={[]}
      isEmpty={(languages) => languages.length === 0}
      field={(languages, _, write) => (
        <Fieldset optional legend={t('parts-languages')} hint={t('parts-languages-hint')}>
          <details className="np-fold">
            <summary>
              <span className="np-hidden">{t('parts-languages')}: </span>
              {languages.length > 0 ? languages.map(names).join(', ') : t('choice-none')}
            </summary>
            <div className="np-terms">
              {known.map((code) => (
                <Choice
                  key={code}
                  type="checkbox"
                  label={names(code)}
                  checked={languages.includes(code)}
                  onChange={(event) => write(event.currentTarget.checked ? [...languages, code] : languages.filter((other) => other !== code))}
                />
              ))}
            </div>
          </details>
        </Fieldset>
      )}
      send={({ what, audience }, version) => sayLanguages(what, audience, version)}
      {...props}
    />
  )
}

/** The organisation confirms the membership; what I do there I say myself. */
function RoleForm({ role, ...rest }: Props & { role: MyProfile['roles'][number] }) {
  const { t } = useI18n()
  const name = t('parts-role-at', { organisation: role.name })
  return (
    <PartForm
      name={name}
      read={({ roles }) => {
        const said = roles.find(({ organisation }) => organisation === role.organisation)?.said
        return said ? { ...said, what: said.text } : null
      }}
      nothing=""
      inWords={(text) => text}
      isEmpty={(text) => text.trim() === ''}
      field={(text, error, write) => (
        <TextField optional label={name} hint={t('parts-role-hint', { count: MOST_ROLE })} maxLength={MOST_ROLE} error={error} value={text} onInput={(event) => write(event.currentTarget.value)} />
      )}
      send={({ what, audience }, version) => sayRole(role.organisation, what, audience, version)}
      {...rest}
    />
  )
}
