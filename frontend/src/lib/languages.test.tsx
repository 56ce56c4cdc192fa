import { screen } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { useI18n } from '@/i18n'
import { show } from '@/testing/render'
import { languageNames } from './languages'

function Names({ codes }: { codes: string[] }) {
  const { locale, t } = useI18n()
  return <p>{codes.map(languageNames(locale, t)).join(', ')}</p>
}

it('has a name for each language of which no browser does', () => {
  show(<Names codes={['ar', 'dse', 'hns', 'li', 'nds', 'pap', 'rif', 'srn']} />)
  expect(screen.getByText('Arabisch, Nederlandse Gebarentaal, Sarnami, Limburgs, Nedersaksisch, Papiaments, Riffijns (Tarifit), Sranantongo')).toBeTruthy()
})
