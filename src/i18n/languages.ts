/** A language that the elements are translated into. */
export interface Language {
  /** Its name in the language itself, for a language menu. */
  readonly name: string;
  /** `reviewed`: by a native speaker. `machine`: machine translation, not reviewed yet. */
  readonly review: 'reviewed' | 'machine';
}

const machineTranslated = (name: string): Language => ({name, review: 'machine'});

/** By BCP 47 tag, which is also the name of the module in locales/. */
export const languages: Readonly<Record<string, Language>> = {
  en: {name: 'English', review: 'reviewed'},
  ar: machineTranslated('العربية'),
  bn: machineTranslated('বাংলা'),
  cs: machineTranslated('Čeština'),
  de: machineTranslated('Deutsch'),
  es: machineTranslated('Español'),
  fa: machineTranslated('فارسی'),
  fr: machineTranslated('Français'),
  hi: machineTranslated('हिन्दी'),
  id: machineTranslated('Bahasa Indonesia'),
  it: machineTranslated('Italiano'),
  ja: machineTranslated('日本語'),
  ko: machineTranslated('한국어'),
  nl: machineTranslated('Nederlands'),
  pl: machineTranslated('Polski'),
  'pt-BR': machineTranslated('Português (Brasil)'),
  ro: machineTranslated('Română'),
  ru: machineTranslated('Русский'),
  sv: machineTranslated('Svenska'),
  sw: machineTranslated('Kiswahili'),
  th: machineTranslated('ไทย'),
  tr: machineTranslated('Türkçe'),
  uk: machineTranslated('Українська'),
  ur: machineTranslated('اردو'),
  vi: machineTranslated('Tiếng Việt'),
  'zh-Hans': machineTranslated('简体中文'),
  'zh-Hant': machineTranslated('繁體中文'),
};
