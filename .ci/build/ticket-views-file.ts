import {createHash} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import {build, type InlineConfig, type Plugin, type Rolldown} from 'vite';

const importTicketViews = fileURLToPath(new URL('../../src/standalone/import-ticket-views.ts', import.meta.url));

const contentOf = (file: Rolldown.OutputChunk | Rolldown.OutputAsset): string | Uint8Array =>
  file.type === 'chunk' ? file.code : file.source;

/**
 * Builds the file of the ticket views by `config`, and emits it next to the standalone file. Inserts its hash into
 * the standalone file, which requests it: the `integrity` of a script tag does not cover scripts that it adds.
 */
export function ticketViewsFile(config: () => InlineConfig): Plugin {
  let files: (Rolldown.OutputChunk | Rolldown.OutputAsset)[];
  return {
    name: 'ticket-views-file',
    async config() {
      const results = await build({...config(), configFile: false, logLevel: 'warn'});
      files = (results as Rolldown.RolldownOutput[]).flatMap(({output}) => output);
      const code = files.filter(({type}) => type === 'chunk').map(contentOf);
      const hash = createHash('sha256').update(code.join('')).digest('base64');
      return {
        define: {ticketViewsHash: JSON.stringify(hash)},
        resolve: {alias: {'./import-ticket-views.js': importTicketViews}},
      };
    },
    generateBundle() {
      for (const file of files) this.emitFile({type: 'asset', fileName: file.fileName, source: contentOf(file)});
    },
  };
}
