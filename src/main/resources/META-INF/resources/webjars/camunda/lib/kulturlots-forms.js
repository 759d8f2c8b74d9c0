/*
 * What form-js 1.8.7 does otherwise than people need, in Tasklist and on our own pages. Each part goes
 * when the library is newer; the browser tests of the workflow module tell.
 */

const DRAFT = /^camunda-form:(.+)$/;

const DEPLOYED_FORM = /\/task\/([^/?]+)\/deployed-form(\?|$)/;

const START_FORM = /\/process-definition\/[^/?]+\/deployed-start-form(?=\?|$)/;

/** A condition of a start form on how many there are to choose from. */
const NUMBER_OF_CHOICES = /^=\s*count\((\w+)\) ([=>]) 0$/;

const ONLY_A_DATE = /^\d{4}-\d{2}-\d{2}$/;

const NUMBER = /^-?\d*([.,]\d*)?$/;

const NUMBER_FIELD = '.fjs-form-field-number input';

/** What may be answered in the form of a task, by the task's id. */
const answerable = new Map();

/** Tasks whose answer may be mailed to many. */
const mailing = new Set();

const numbers = new WeakMap();

/** In Tasklist; must be called before the application reads what it has kept. */
export function mendForms() {
	mendFields();
	readForms();
	keepAnswersOnly();
}

/** Wherever a form is shown; must be called before it is. */
export function mendFields() {
	datesAreTheAuthoritys();
	document.addEventListener('beforeinput', rememberNumber, true);
	document.addEventListener('input', takeSwedishNumbers, true);
}

/**
 * A date without a time is that day wherever the computer stands. The forms read it with Date.parse,
 * which takes it for midnight in Greenwich, and west of it for the day before, again and again
 * (bpmn-io/form-js#1223). This is the mended line of form-js 1.9.1 (#1234), put where it is called.
 */
function datesAreTheAuthoritys() {
	const parse = Date.parse;
	Date.parse = (text) => parse(ONLY_A_DATE.test(text) ? `${text}T00:00` : text);
}

/** Forms are read on their way into the application. */
function readForms() {
	const { fetch } = window;
	window.fetch = async (resource, ...more) => {
		const response = await fetch.call(window, resource, ...more);
		const address = String(resource?.url ?? resource);
		const task = DEPLOYED_FORM.exec(address);
		if (response.ok && task) {
			const { components } = await response.clone().json();
			answerable.set(task[1], keys(components));
			if (mailsMany(components)) {
				mailing.add(task[1]);
			}
		}
		if (response.ok && START_FORM.test(address)) {
			const facts = await fetch.call(window, `${address.split('?')[0].replace('deployed-start-form', 'form-variables')}`
				+ '?deserializeValues=false');
			return facts.ok ? withChoices(await response.json(), await facts.json()) : response;
		}
		return response;
	};
}

/**
 * Tasklist asks for the facts of a task's form, and not for those of a start form, whose choices would
 * all be empty.
 */
function withChoices(form, variables) {
	const choices = (name) => JSON.parse(variables[name]?.value ?? '[]');
	const shown = (component) => {
		const [, name, which] = NUMBER_OF_CHOICES.exec(component.conditional?.hide ?? '') ?? [];
		if (name) {
			delete component.conditional;
		}
		return !name || (choices(name).length > 0) !== (which === '>');
	};
	const isLacking = ({ valuesKey, validate, components = [] }) => components.some(isLacking)
		|| (valuesKey && validate?.required && !choices(valuesKey).length);
	document.documentElement.classList.toggle('kulturlots-nothing', form.components.some(isLacking));
	const fill = (components) => components.filter(shown).map((component) => {
		if (component.valuesKey) {
			component.values = choices(component.valuesKey);
			delete component.valuesKey;
		}
		return component.components ? { ...component, components: fill(component.components) } : component;
	});
	return new Response(JSON.stringify({ ...form, components: fill(form.components) }),
		{ headers: { 'Content-Type': 'application/json' } });
}

/**
 * "Save" keeps all that the form shows, and shows it again instead of what is true then. A form keeps
 * what somebody has answered; the facts that it only shows are always of now.
 */
function keepAnswersOnly() {
	const { setItem } = Storage.prototype;
	Storage.prototype.setItem = function (key, value) {
		const task = DRAFT.exec(key);
		if (task?.[1] === 'undefined') {
			// a start form whose session has ended: the next one to be opened is another
			return;
		}
		const kept = task && answerable.get(task[1]);
		setItem.call(this, key, kept
			? JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(value)).filter(([name]) => kept.has(name))))
			: value);
	};
}

function mailsMany(components = []) {
	return components.some(({ properties, components: parts }) => properties?.mails || mailsMany(parts));
}

/** Whether an answer to a task whose form has been read may be mailed to many. */
export function mayMailMany(task) {
	return mailing.has(task);
}

function keys(components = [], found = new Set()) {
	for (const component of components) {
		if (component.key && !component.readonly && !component.disabled) {
			found.add(component.key);
		}
		keys(component.components, found);
	}
	return found;
}

function rememberNumber({ target }) {
	if (target instanceof HTMLInputElement && target.matches(NUMBER_FIELD)) {
		numbers.set(target, target.value);
	}
}

/** "2 028" is a number, with whichever blank; of anything else a number field makes NaN. */
function takeSwedishNumbers(event) {
	const field = event.target;
	if (!(field instanceof HTMLInputElement) || !field.matches(NUMBER_FIELD)) {
		return;
	}
	const typed = field.value.replace(/\s/g, '').replace('\u2212', '-');
	const isNumber = NUMBER.test(typed);
	const value = isNumber ? typed : numbers.get(field) ?? '';
	if (value !== field.value) {
		field.value = value;
	}
	numbers.set(field, value);
	field.setCustomValidity(isNumber ? '' : 'Skriv ett tal med siffror, till exempel 2028.');
	if (!isNumber) {
		field.reportValidity();
	}
}
