// Small improvements; every page works without them.
'use strict';

// what is wrong is read out first, and shown
const summary = document.querySelector('[data-focus]');
if (summary) {
	summary.focus();
}

// a link in the error summary leads into its field, with the label in view
document.querySelectorAll('.kl-error-summary a').forEach((link) => link.addEventListener('click', (event) => {
	const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
	if (field) {
		event.preventDefault();
		(field.closest('fieldset, .kl-field') || field).scrollIntoView();
		field.focus({ preventScroll: true });
	}
}));

// how much may still be written; said aloud only when the writer pauses
document.querySelectorAll('textarea[data-limit]').forEach((area) => {
	const limit = Number(area.dataset.limit);
	const shown = document.createElement('p');
	const said = document.createElement('p');
	shown.className = 'kl-count';
	shown.setAttribute('aria-hidden', 'true');
	said.className = 'ds-sr-only';
	said.setAttribute('role', 'status');
	area.after(shown, said);
	let pause;
	const count = () => {
		const left = limit - area.value.length;
		const text = (left < 0 ? area.dataset.over : area.dataset.left).replace('%', Math.abs(left).toLocaleString(document.documentElement.lang));
		shown.textContent = text;
		shown.dataset.over = left < 0;
		clearTimeout(pause);
		pause = setTimeout(() => { said.textContent = text; }, 1200);
	};
	area.addEventListener('input', count);
	const left = limit - area.value.length;
	shown.textContent = (left < 0 ? area.dataset.over : area.dataset.left).replace('%', Math.abs(left).toLocaleString(document.documentElement.lang));
	shown.dataset.over = left < 0;
});

// what is typed stays in this tab until it has been sent: a lost session, a back button or
// a lost connection takes nothing away. Passwords, files, and what looks like a personal
// number are never kept.
const DRAFT = 'kl-draft:';
const SENT = 'kl-sent';
const PERSONAL_NUMBER = /(^|\D)(\d{2})?\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01]|[67]\d|8\d|9[01])[-+ ]?\d{4}(\D|$)|\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]/i;
const UNKEPT = ['hidden', 'password', 'file', 'submit', 'button', 'reset'];

const store = (() => {
	try {
		sessionStorage.setItem('kl-test', '1');
		sessionStorage.removeItem('kl-test');
		return sessionStorage;
	}
	catch (refused) {
		return null;
	}
})();

const drafts = () => Object.keys(store).filter((key) => key.startsWith(DRAFT));
const fieldsOf = (form) => Array.from(form.elements).filter((field) => field.name && field.type && !UNKEPT.includes(field.type));
const isChoice = (field) => field.type === 'checkbox' || field.type === 'radio';
const isSecret = (field) => field.type !== 'tel' && PERSONAL_NUMBER.test(field.value);

function typed(form) {
	return fieldsOf(form).filter((field) => !isChoice(field) || field.checked)
		.filter((field) => !isSecret(field))
		.map((field) => [field.name, field.value]);
}

function fill(form, draft) {
	fieldsOf(form).forEach((field) => {
		const values = draft.filter(([name]) => name === field.name).map(([, value]) => value);
		if (isChoice(field)) {
			field.checked = values.includes(field.value);
		}
		else if (values.length) {
			field.value = values[0];
			field.dispatchEvent(new Event('input'));
		}
	});
}

function tell(text, role) {
	const said = document.createElement('p');
	said.className = 'kl-draft';
	said.textContent = text;
	if (role) {
		said.setAttribute('role', role);
	}
	return said;
}

// the same form in another language is the same form
const keyOf = (form, who) => DRAFT + who + ':' + new URL(form.action, location.href).pathname.replace(/^\/(sv|fi|en)(?=\/)/, '');

function keepDraft(form, mark) {
	const key = keyOf(form, mark.dataset.who);
	const submit = form.querySelector('button[type=submit]');
	form.dataset.draftKey = key;
	const written = fieldsOf(form).filter((field) => !isChoice(field));
	if (written.length < 2 && !form.querySelector('textarea')) {
		return;
	}
	const before = JSON.stringify(typed(form));
	const kept = store.getItem(key);
	if (mark.dataset.draft === 'new' && kept && kept !== before) {
		fill(form, JSON.parse(kept));
		const said = tell(mark.dataset.restored + ' ', 'status');
		const discard = document.createElement('a');
		discard.href = location.pathname + location.search;
		discard.className = 'ds-link';
		discard.textContent = mark.dataset.discard;
		discard.addEventListener('click', () => store.removeItem(key));
		said.append(discard);
		form.prepend(said);
	}
	form.addEventListener('input', () => store.setItem(key, JSON.stringify(typed(form))));
	form.addEventListener('change', () => store.setItem(key, JSON.stringify(typed(form))));
	if (submit) {
		(submit.closest('.kl-actions') || submit).after(tell(mark.dataset.kept));
	}
}

// what was sent is done with once the next page is neither an error nor the form again
function forgetSent(marks) {
	const sent = store.getItem(SENT);
	const refused = document.querySelector('[data-error], input[type=password], .kl-error-summary')
		|| marks.some((mark) => mark.dataset.draft === 'sent');
	if (location.search.includes('signedOut')) {
		drafts().forEach((key) => store.removeItem(key));
	}
	if (sent && !refused) {
		store.removeItem(sent);
	}
	if (!marks.some((mark) => mark.dataset.draft === 'sent')) {
		store.removeItem(SENT);
	}
}

if (store) {
	const marks = Array.from(document.querySelectorAll('input[data-draft]'));
	forgetSent(marks);
	marks.forEach((mark) => keepDraft(mark.form, mark));
	document.querySelectorAll('form[data-again]').forEach((form) => { form.dataset.draftKey = keyOf(form, ''); });
}

// a form is sent once, the server would know anyhow; and not while there is no connection
document.querySelectorAll('form[method=post]').forEach((form) => form.addEventListener('submit', (event) => {
	const mark = form.querySelector('input[data-draft]');
	form.querySelectorAll('.kl-offline').forEach((said) => said.remove());
	if (mark && navigator.onLine === false) {
		event.preventDefault();
		const said = tell(mark.dataset.offline, 'alert');
		said.classList.add('kl-offline');
		if (event.submitter) {
			(event.submitter.closest('.kl-actions') || event.submitter).before(said);
		}
		else {
			form.append(said);
		}
		return;
	}
	if (form.dataset.sent) {
		event.preventDefault();
		return;
	}
	form.dataset.sent = 'true';
	setTimeout(() => delete form.dataset.sent, 4000);
	if (store && form.dataset.draftKey) {
		store.setItem(SENT, form.dataset.draftKey);
	}
}));

// what is worth keeping can be printed, or saved as a file
document.querySelectorAll('[data-print]').forEach((button) => {
	button.hidden = false;
	button.addEventListener('click', () => window.print());
});

// a page that waits for something looks again by itself; nothing moves until it is there
document.querySelectorAll('[data-reload]').forEach((waiting) => {
	setInterval(async () => {
		const answer = document.hidden ? null : await fetch(location.href).catch(() => null);
		if (!answer?.ok) {
			return;
		}
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const text = page.querySelector('[data-reload-text]');
		if (text) {
			waiting.querySelector('[data-reload-text]').textContent = text.textContent;
		} else {
			location.reload();
		}
	}, Number(waiting.dataset.reload) * 1000);
});
