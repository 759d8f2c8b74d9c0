import { keepTexts } from '../../../lib/kulturlots-locale.js';

await keepTexts('welcome');

export default {
	app: { vendor: 'Kulturlots ·', name: 'Min profil' },
	// Swedish for everyone, whatever the browser says: forms, tasks and processes are Swedish too
	locales: { availableLocales: ['sv'], fallbackLocale: 'sv' },
	customScripts: ['scripts/kulturlots'],
	disableWelcomeMessage: true,
	links: [
		{ label: 'Startsidan', href: '/staff', description: 'Det som väntar på dig, och dina ärenden' },
		{ label: 'Mitt konto', href: '/staff/account', description: 'Dina roller och ditt lösenord' },
	],
};
