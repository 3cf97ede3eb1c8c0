/** A language that there are words in. */
export interface Language {
  /** Its name in itself, as a list of languages shows it. */
  readonly name: string;
  /** `reviewed`: by somebody who speaks it from home. `machine`: by nobody yet. */
  readonly review: 'reviewed' | 'machine';
}

const machine = (name: string): Language => ({name, review: 'machine'});

/** By BCP 47 tag, which is also the name of the module that holds the words. */
export const languages: Readonly<Record<string, Language>> = {
  en: {name: 'English', review: 'reviewed'},
  ar: machine('العربية'),
  bn: machine('বাংলা'),
  cs: machine('Čeština'),
  de: machine('Deutsch'),
  es: machine('Español'),
  fa: machine('فارسی'),
  fr: machine('Français'),
  hi: machine('हिन्दी'),
  id: machine('Bahasa Indonesia'),
  it: machine('Italiano'),
  ja: machine('日本語'),
  ko: machine('한국어'),
  nl: machine('Nederlands'),
  pl: machine('Polski'),
  'pt-BR': machine('Português (Brasil)'),
  ro: machine('Română'),
  ru: machine('Русский'),
  sv: machine('Svenska'),
  sw: machine('Kiswahili'),
  th: machine('ไทย'),
  tr: machine('Türkçe'),
  uk: machine('Українська'),
  ur: machine('اردو'),
  vi: machine('Tiếng Việt'),
  'zh-Hans': machine('简体中文'),
  'zh-Hant': machine('繁體中文'),
};
