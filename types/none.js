// Types have no code: this is what an import of one runs.
export {};
