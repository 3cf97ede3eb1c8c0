import {serveDesk} from './desk/node-server.js';
import {isPortFree} from './server/port.js';
import {openDesk} from './server/open-desk.js';
import {pages} from './server/pages.js';
import {settingsFrom, type Settings} from './server/settings.js';

try {
  await start(settingsFrom(process.env));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function start(settings: Settings) {
  const {port, host, databaseUrl, folder} = settings;
  if (!(await isPortFree(port, host))) {
    throw new Error(`Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`);
  }
  console.log('Opening the desk.');
  const desk = await openDesk(settings);
  const server = await serveDesk({desk, pages: pages(desk).fetch, port, host});

  const origin = `http://${/^(127\.0\.0\.1|0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host}:${server.port}`;
  console.log(`
  Portal       ${origin}/
  Staff page   ${origin}/staff
  API base     ${origin}/api
  Other hosts  ${origin}/hosts/plain.html, hostile.html, webview.html
  Data         ${databaseUrl ? 'the PostgreSQL server of DATABASE_URL' : folder}

  Ctrl+C stops it.`);

  const stop = async () => {
    await server.close();
    await desk.context.store.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}
