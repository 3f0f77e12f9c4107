import { useTranslate } from 'react-admin';
import { silentKinds, type FormItem } from '../../../../processes/formItems/items';
import { useDesign } from './design';
import { WORDED, type Asker, type NumberRef } from './references';

interface Names {
  /** A title, or that there is none yet. */
  readonly titled: (title: string) => string;
  /** The title of the item with this id. */
  readonly titleOf: (id: string) => string;
  /** `Otázka` or the name of the kind: what the item is in a sentence. */
  readonly what: (item: FormItem) => string;
  readonly askerName: (asker: Asker) => string;
  readonly answerName: (answer: Asker['answers'][number]) => string;
  /** `Rozpočet: Cena (Kč)`. */
  readonly numberName: (number: NumberRef) => string;
}

/** Things of the form in the officer's words. */
export function useNames(): Names {
  const translate = useTranslate();
  const { items } = useDesign();
  const titled = (title: string): string => title.trim() || translate('postup.designer.noTitle');
  return {
    titled,
    titleOf: (id) => titled(items.find((item) => item.id === id)?.title ?? ''),
    what: ({ kind }) => translate(silentKinds.has(kind) ? `postup.designer.kind.${kind}` : 'postup.designer.question'),
    askerName: ({ item, title }) => (item === 'applicantKind' ? translate('postup.designer.condition.applicantKind') : titled(title)),
    answerName: ({ is, title }) =>
      title === '' && WORDED.has(String(is)) ? translate(`postup.designer.condition.answer.${String(is)}`) : titled(title),
    numberName: ({ reference, titles, money }) =>
      titles.length === 0 ? translate(`postup.designer.amount.${reference}`) : `${titles.map(titled).join(': ')}${money ? ' (Kč)' : ''}`,
  };
}
