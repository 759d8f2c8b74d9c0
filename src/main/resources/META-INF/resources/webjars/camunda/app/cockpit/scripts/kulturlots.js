import { link, prepare } from '../../../lib/kulturlots.js';

const CLOSED = /^#\/tasks\b/;

leaveWhatIsClosed();
window.addEventListener('hashchange', leaveWhatIsClosed);
prepare({ links: [{ id: 'kulturlots-progress', label: 'Läget', href: '/staff/progress' }] });

/** Its page of tasks counts those of everybody, which nobody may; ours shows the authority's. */
function leaveWhatIsClosed() {
	if (CLOSED.test(window.location.hash)) {
		window.location.replace('/staff/progress');
	}
}

/** Cockpit shows what runs; our own pages show whole cycles, and those that have ended. */
export default [
	{
		id: 'kulturlots.progress',
		pluginPoint: 'cockpit.navigation',
		priority: 100,
		render: (node) => node.append(link('/staff/progress', 'Läget i alla ärenden')),
	},
	{
		id: 'kulturlots.case',
		pluginPoint: 'cockpit.processInstance.runtime.tab',
		priority: 20,
		properties: { label: 'Hela ärendet' },
		render: (node, { processInstanceId }) => {
			const line = document.createElement('p');
			line.className = 'kulturlots-case';
			line.append(link(`/staff/progress/of/${encodeURIComponent(processInstanceId)}`, 'Se ärendet steg för steg'));
			node.append(line);
		},
	},
];
