/** The key for commands: Ctrl, and on what Apple makes ⌘, where Ctrl moves the caret. */
const isApple = /Mac|iP(?:hone|ad|od)/.test(navigator.platform)

export const COMMAND = isApple ? { shown: '⌘', spoken: 'Meta' } : { shown: 'Ctrl', spoken: 'Control' }

interface Pressed {
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

export const isCommand = ({ ctrlKey, metaKey, altKey }: Pressed): boolean => !altKey && (isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey)
