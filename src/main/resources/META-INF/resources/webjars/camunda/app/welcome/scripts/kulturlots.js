import { prepare } from '../../../lib/kulturlots.js';

prepare();

export default [];
