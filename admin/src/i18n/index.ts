import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { TranslationMessages } from 'react-admin';
import czech from 'ra-language-czech';
import english from 'ra-language-english';
import { speak } from '../api/http';
import { cs } from './cs';
import { en } from './en';

/** Keys of react-admin that its Czech lacks. */
const missing = {
  action: { reset: 'Vrátit do původního stavu', search_columns: 'Hledat sloupce' },
  notification: { offline: 'Nejste připojeni k síti.' },
  guesser: { empty: { title: 'Nic k zobrazení', message: 'Zkontrolujte zdroj dat.' } },
};

/** Where its wording does not suit an office. */
const better = {
  navigation: { no_results: 'Nic takového tu není', no_filtered_results: 'Tomuto výběru nic neodpovídá.', clear_filters: 'Zrušit filtry' },
  page: { error: 'Něco se pokazilo', not_found: 'Stránka neexistuje' },
  notification: { created: 'Založeno.', updated: 'Uloženo.', deleted: 'Smazáno.' },
  message: {
    not_found: 'Odkaz je chybný, nebo už neplatí',
    invalid_form: 'Opravte prosím označená pole.',
    unsaved_changes: 'Některé změny nejsou uložené. Opravdu chcete odejít?',
  },
};

type Texts = { readonly [key: string]: string | Texts };

function merge(base: Texts, ...more: readonly Texts[]): Texts {
  const result: Record<string, string | Texts> = { ...base };
  for (const texts of more) {
    for (const [key, value] of Object.entries(texts)) {
      const old = result[key];
      result[key] = typeof value === 'object' && typeof old === 'object' ? merge(old, value) : value;
    }
  }
  return result;
}

/** Names of resources where react-admin asks for them (titles of pages, menu). */
function resources(words: typeof cs): Texts {
  const { postup: p } = words;
  const names: Record<string, { readonly title: string; readonly one?: string }> = {
    tasks: p.tasks,
    cases: p.cases,
    programmes: p.programmes,
    applicants: p.applicants,
    'de-minimis': { title: p.office.deMinimis.list },
    'calendar-events': p.calendar,
    'bulk-acts': p.bulk,
    labels: p.office.labels,
    letters: p.letters,
    incidents: p.incidents,
    reports: p.reports,
    events: p.audit,
    users: p.users,
    substitutions: p.substitutions,
    sessions: p.sessions,
    processes: p.processes,
    tenants: p.tenants,
    tenant: p.settings,
  };
  return Object.fromEntries(
    Object.entries(names).map(([name, { title, one }]) => [name, { name: `${one ?? title} |||| ${title} |||| ${title}` }]),
  );
}

const messages = {
  cs: { ra: merge(czech.ra as unknown as Texts, missing, better), ...cs, resources: resources(cs) },
  en: { ra: english.ra as unknown as Texts, ...en, resources: resources(en) },
};

const LANGUAGES = [
  { locale: 'cs', name: 'Čeština' },
  { locale: 'en', name: 'English' },
];

function languageOf(locale: string): 'cs' | 'en' {
  return locale === 'en' ? 'en' : 'cs';
}

/** Czech unless the reader switched to English; the server's refusals follow. */
export const i18nProvider = polyglotI18nProvider(
  (locale) => {
    const language = languageOf(locale);
    speak(language);
    document.documentElement.lang = language;
    // Texts merged key by key lose the shape that the two language packages have by their types.
    return messages[language] as unknown as TranslationMessages;
  },
  'cs',
  LANGUAGES,
);
