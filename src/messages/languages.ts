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
  de: machine('Deutsch'),
  es: machine('Español'),
  nl: machine('Nederlands'),
  sv: machine('Svenska'),
};
