import { prepare } from '../../../lib/kulturlots.js';

prepare({ links: [{ id: 'kulturlots-progress', label: 'Läget', href: '/staff/progress' }] });

export default [];
