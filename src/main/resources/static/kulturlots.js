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
		const text = (left < 0 ? area.dataset.over : area.dataset.left).replace('%', Math.abs(left));
		shown.textContent = text;
		shown.dataset.over = left < 0;
		clearTimeout(pause);
		pause = setTimeout(() => { said.textContent = text; }, 1200);
	};
	area.addEventListener('input', count);
	const left = limit - area.value.length;
	shown.textContent = (left < 0 ? area.dataset.over : area.dataset.left).replace('%', Math.abs(left));
	shown.dataset.over = left < 0;
});

// a form is sent once; the server would know anyhow
document.querySelectorAll('form[method=post]').forEach((form) => form.addEventListener('submit', (event) => {
	if (form.dataset.sent) {
		event.preventDefault();
	}
	form.dataset.sent = 'true';
	setTimeout(() => delete form.dataset.sent, 4000);
}));
