// The form of a task on a page of ours: the viewer that Tasklist has, with the same mends, answered
// through the same gate. What is wrong about an answer is said beside it.
import { mendFields } from '/camunda/lib/kulturlots-forms.js';
import { swedishDates, translate, whenChanged } from '/camunda/lib/kulturlots.js';

const PAUSE = 1500;

const AGAIN = 15000;

// browsers refuse what is to outlive its page and, with all else that is under way, is longer than 64 KiB
const OUTLIVES = 32 * 1024;

const place = document.querySelector('[data-task-form]');
const answer = document.querySelector('[data-task-answer]');

mendFields();
show().catch((problem) => {
	document.querySelector('[data-task-trouble]').hidden = false;
	console.error(problem);
});

async function show() {
	await load(place.dataset.viewer);
	swedishDates();
	const schema = JSON.parse(place.dataset.schema);
	const form = new window.FormViewer.Form({
		container: place,
		// an answer is the form's own as soon as it is typed
		debounce: false,
		properties: { readOnly: place.dataset.readOnly === 'true' },
	});
	whenChanged(place, (changed) => changed.forEach(translate));
	await form.importSchema(schema, JSON.parse(place.dataset.values));
	tellFaults(form, fieldsOf(schema.components));
	if (answer) {
		keepDrafts(form);
		offerToComplete(form);
	}
}

function load(viewer) {
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.src = viewer;
		script.addEventListener('load', resolve);
		script.addEventListener('error', reject);
		document.head.append(script);
	});
}

/** The ids of the fields by their keys. */
function fieldsOf(components = [], found = new Map()) {
	components.forEach((component) => {
		if (component.key) {
			found.set(component.key, component.id);
		}
		fieldsOf(component.components, found);
	});
	return found;
}

/** What the server has found stands above the form; it is said beside the fields too. */
function tellFaults(form, fields) {
	const errors = {};
	document.querySelectorAll('.kl-error-summary a[href^="#"]').forEach((fault) => {
		const id = fields.get(fault.hash.slice(1));
		if (id) {
			errors[id] = [fault.textContent];
			fault.addEventListener('click', (event) => {
				event.preventDefault();
				focus(place.querySelector(`[id^="fjs-form-"][id*="-${id}"]`)?.closest('.fjs-form-field'));
			});
		}
	});
	if (Object.keys(errors).length) {
		form._setState({ errors });
	}
}

/** What is typed is kept on the server as soon as the writer pauses, and when they leave. */
function keepDrafts(form) {
	const status = document.querySelector('[data-task-draft]');
	let pause;
	let typed = false;
	let sent = false;
	let saving = false;
	const keepIn = (time) => {
		clearTimeout(pause);
		pause = setTimeout(keep, time);
	};
	// one after the other; only who leaves cannot wait
	const keep = async (leaving = false) => {
		clearTimeout(pause);
		if (!typed || (saving && !leaving)) {
			return;
		}
		typed = false;
		saving = true;
		const answered = await save(form);
		saving = false;
		const kept = Boolean(answered?.ok);
		status.textContent = kept
			? status.dataset.kept.replace('%', new Date().toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' }))
			: status.dataset.lost;
		if (kept && typed) {
			keepIn(PAUSE);
		}
		else if (!kept && !sent) {
			typed = true;
			// what the server refuses it refuses again
			if (!answered || answered.status >= 500) {
				keepIn(AGAIN);
			}
		}
	};
	form.on('field.updated', () => {
		typed = true;
		sent = false;
		keepIn(PAUSE);
	});
	// what is sent is no draft any more
	answer.addEventListener('submit', () => {
		typed = false;
		sent = true;
	});
	document.addEventListener('visibilitychange', () => document.hidden && keep());
	window.addEventListener('pagehide', () => keep(true));
}

/** The answer of the server, or nothing if there is none. */
function save(form) {
	const body = new URLSearchParams([...new FormData(answer)]
		.map(([name, value]) => [name, name === 'answers' ? JSON.stringify(form._getSubmitData()) : value])).toString();
	return fetch(answer.dataset.draft, {
		method: 'POST',
		headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
		keepalive: body.length <= OUTLIVES,
		redirect: 'error',
		body,
	}).catch(() => null);
}

function offerToComplete(form) {
	const button = answer.querySelector('[data-task-complete]');
	button.hidden = false;
	button.addEventListener('click', () => {
		const { data, errors } = form.submit();
		if (Object.keys(errors).length) {
			// once it is drawn
			requestAnimationFrame(() => focus(place.querySelector('.fjs-form-field.fjs-has-errors')));
			return;
		}
		answer.elements.answers.value = JSON.stringify(data);
		answer.requestSubmit();
	});
}

function focus(field) {
	field?.scrollIntoView({ block: 'center' });
	field?.querySelector('input, textarea, select, [tabindex]')?.focus({ preventScroll: true });
}
