/** Types of files as people call them; names that are the same in every language. */
const DOCUMENTS: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/webp': 'WebP',
}
const SOUNDS: Record<string, string> = {
  'audio/ogg': 'Ogg',
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
}

interface Typed {
  mediaType: string
}

export const fileType = (mediaType: string): string => DOCUMENTS[mediaType] ?? SOUNDS[mediaType] ?? mediaType
export const isPicture = (file: Typed): boolean => file.mediaType.startsWith('image/')
export const isSound = (file: Typed): boolean => file.mediaType in SOUNDS
export const isPdf = (file: Typed): boolean => file.mediaType === 'application/pdf'
/** A browser does not show it by itself. */
export const isSaved = (file: Typed): boolean => file.mediaType in DOCUMENTS && !isPdf(file) && !isPicture(file)

/** What may be chosen; the server looks at the content all the same. */
export const ACCEPTED = [...Object.keys(DOCUMENTS), '.odt', '.docx'].join(',')
export const ACCEPTED_WITH_SOUND = [ACCEPTED, ...Object.keys(SOUNDS), '.ogg', '.opus', '.mp3', '.m4a'].join(',')
