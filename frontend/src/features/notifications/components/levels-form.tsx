import { useState } from 'react'
import { useMutation } from '@/api/use-mutation'
import type { Locale } from '@/i18n/catalogue'
import { useI18n } from '@/i18n'
import { Button } from '@/ui/button'
import { Choice, Fieldset, Select } from '@/ui/field'
import { Refused } from '@/ui/refused'
import { toast } from '@/ui/toast'
import { choosePreference, type Level, type Preference, type Topic } from '../settings-api'
import { HOURS, TOPIC, TOPICS, WEEKDAYS, weekdayName } from '../words'
import { LevelOptions } from './level-options'
import '../notifications.css'

interface Props {
  preference: Preference
  /** The language in which mails come. */
  language: Locale
  onLanguage: (language: Locale) => Promise<unknown>
  onSaved: (saved: Preference) => void
}

type Changes = Partial<Pick<Preference, 'hour' | 'weekday'>> & { levels: Partial<Preference['levels']> }
const NONE: Changes = { levels: {} }

/** How soon for what, when overviews come, and in which language. */
export function LevelsForm(props: Props) {
  const { t } = useI18n()
  // What one changed here, on top of the newest: what was chosen elsewhere meanwhile stays as it is.
  const [changes, setChanges] = useState<Changes>(NONE)
  const [chosen, setLanguage] = useState<Locale | null>(null)
  const { preference } = props
  const wanted = { ...preference, ...changes, levels: { ...preference.levels, ...changes.levels } }
  const language = chosen ?? props.language
  const save = useMutation({
    mutationFn: async (sent: { wanted: Preference; language: Locale; changes: Changes; chosen: Locale | null }) => {
      if (sent.language !== props.language) await props.onLanguage(sent.language)
      return choosePreference(sent.wanted)
    },
    onSuccess: (saved, sent) => {
      toast(t('preferences-saved'))
      props.onSaved(saved)
      // What was chosen while it was sent is still to be saved.
      setChanges((now) => (now === sent.changes ? NONE : now))
      setLanguage((now) => (now === sent.chosen ? null : now))
    },
  })
  const choose = (topic: Topic, level: Level) => setChanges((now) => ({ ...now, levels: { ...now.levels, [topic]: level } }))
  return (
    <form
      className="np-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate({ wanted, language, changes, chosen })
      }}
    >
      <div className="np-levels">
        {TOPICS.map((topic) => (
          <Select key={topic} label={t(TOPIC[topic].name)} hint={t(TOPIC[topic].about)} value={wanted.levels[topic]} onChange={(event) => choose(topic, event.currentTarget.value as Level)}>
            <LevelOptions />
          </Select>
        ))}
      </div>
      <Overview wanted={wanted} onChange={(change) => setChanges((now) => ({ ...now, ...change }))} />
      <Fieldset legend={t('preferences-language')}>
        <Choice type="radio" name="mail-language" label={t('language-nl')} checked={language === 'nl'} onChange={() => setLanguage('nl')} />
        <Choice type="radio" name="mail-language" label={t('language-en')} checked={language === 'en'} onChange={() => setLanguage('en')} />
      </Fieldset>
      <Refused error={save.error} />
      <div>
        <Button appearance="primary" type="submit" busy={save.isPending}>
          {t('action-save')}
        </Button>
      </div>
    </form>
  )
}

/** Asked only of who chose an overview for something. */
function Overview({ wanted, onChange }: { wanted: Preference; onChange: (change: Partial<Pick<Preference, 'hour' | 'weekday'>>) => void }) {
  const { t, locale } = useI18n()
  const chosen = Object.values(wanted.levels)
  const weekly = chosen.includes('weekly')
  if (!weekly && !chosen.includes('daily')) return null
  return (
    <Fieldset legend={t('preferences-overview')} hint={t('preferences-overview-hint')}>
      <div className="np-levels">
        <Select label={t('preferences-hour')} value={wanted.hour} onChange={(event) => onChange({ hour: Number(event.currentTarget.value) })}>
          {HOURS.map((hour) => (
            <option key={hour} value={hour}>
              {t('preferences-hour-at', { hour })}
            </option>
          ))}
        </Select>
        {weekly ? (
          <Select label={t('preferences-weekday')} value={wanted.weekday} onChange={(event) => onChange({ weekday: Number(event.currentTarget.value) })}>
            {WEEKDAYS.map((weekday) => (
              <option key={weekday} value={weekday}>
                {weekdayName(locale, weekday)}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
    </Fieldset>
  )
}
