import type { LetterTemplate } from './define';
import { words } from './words';

/** Letters that every process may send; the kernel queues them by itself. */
export const commonLetters = {
  'kernel.reminder': {
    subject: words('Připomínka: {{step}} ({{number}})', 'Reminder: {{step}} ({{number}})'),
    body: words(
      'Dobrý den,\n\npřipomínáme úkol „{{step}}“ ve věci {{number}} {{title}}, termín je {{until}}.\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nthe task “{{step}}” in {{number}} {{title}} is due on {{until}}.\n{{link}}\n\n{{tenant}}',
    ),
  },
  'kernel.overdue': {
    subject: words('Po termínu: {{step}} ({{number}})', 'Overdue: {{step}} ({{number}})'),
    body: words(
      'Dobrý den,\n\núkol „{{step}}“ ve věci {{number}} {{title}} měl být hotov do {{until}}.\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nthe task “{{step}}” in {{number}} {{title}} was due on {{until}}.\n{{link}}\n\n{{tenant}}',
    ),
  },
  'kernel.moved': {
    subject: words('Nový termín: {{step}} ({{number}})', 'New due day: {{step}} ({{number}})'),
    body: words(
      'Dobrý den,\n\ntermín úkolu „{{step}}“ ve věci {{number}} {{title}} je nově {{until}}.\n{{link}}\n\n{{tenant}}',
      'Hello,\n\nthe task “{{step}}” in {{number}} {{title}} is now due on {{until}}.\n{{link}}\n\n{{tenant}}',
    ),
  },
  /** Written by an officer to applicants of chosen cases. */
  'kernel.message': {
    subject: words('Zpráva: {{subject}} ({{number}})', 'Message: {{subject}} ({{number}})'),
    body: words('{{text}}\n\n{{number}} {{title}}\n{{link}}\n\n{{tenant}}', '{{text}}\n\n{{number}} {{title}}\n{{link}}\n\n{{tenant}}'),
  },
} satisfies Record<string, LetterTemplate>;

export type CommonLetter = keyof typeof commonLetters;
