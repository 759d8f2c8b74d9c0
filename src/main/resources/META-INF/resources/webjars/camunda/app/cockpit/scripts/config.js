import { keepTexts } from '../../../lib/kulturlots-locale.js';

await keepTexts('cockpit');

export default {
	app: { vendor: 'Kulturlots ·', name: 'Driftöversikt' },
	// Swedish for everyone, whatever the browser says: forms, tasks and processes are Swedish too
	locales: { availableLocales: ['sv'], fallbackLocale: 'sv' },
	customScripts: ['scripts/kulturlots'],
	disableWelcomeMessage: true,
};
