import { keepTexts } from '../../../lib/kulturlots-locale.js';

await keepTexts('tasklist');

export default {
	app: { vendor: 'Kulturlots ·', name: 'Uppgifter' },
	// Swedish for everyone, whatever the browser says: forms, tasks and processes are Swedish too
	locales: { availableLocales: ['sv'], fallbackLocale: 'sv' },
	customScripts: ['scripts/kulturlots'],
	disableWelcomeMessage: true,
	shortcuts: {
		claimTask: { key: 'ctrl+alt+c', description: 'Ta den valda uppgiften' },
		focusFilter: { key: 'ctrl+shift+f', description: 'Gå till det första filtret' },
		focusList: { key: 'ctrl+alt+l', description: 'Gå till den första uppgiften i listan' },
		focusForm: { key: 'ctrl+alt+f', description: 'Gå till formulärets första fält' },
		startProcess: { key: 'ctrl+alt+p', description: 'Öppna rutan ”Starta process”' },
	},
};
